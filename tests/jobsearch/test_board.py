"""The list, the board and the page of one application: what is to be done, and moves that can be taken back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from jobsearch.models import Application
from plans.models import Deed
from tests.jobsearch.factories import make_application, make_posting

pytestmark = pytest.mark.django_db


def _post(client, name, application, **values):
    return client.post(reverse(f"jobs:{name}", args=[application.pk]), values, follow=True)


def test_what_is_due_comes_first_and_late_ones_are_marked(as_seeker, seeker):
    today = timezone.localdate()
    make_application(owner=seeker, title="Without a day")
    make_application(owner=seeker, title="Tomorrow", next_action="Call", next_on=today + timedelta(days=1))
    make_application(owner=seeker, title="Late", next_action="Write", next_on=today - timedelta(days=1))
    make_application(owner=seeker, title="Over", stage="rejected")

    page = as_seeker.get(reverse("jobs:list"))

    assert [row.posting.title for row in page.context["page"]] == ["Late", "Tomorrow", "Without a day"]
    assert [row.posting.title for row in page.context["due"]] == ["Late"]
    assert page.content.decode().count("jobs__late") == 2
    assert [key for key, _words, _count in page.context["filters"]] == ["open", "saved", "rejected", "over", "all"]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("?show=over", ["Sterile"]),
        ("?show=saved", ["Retail"]),
        ("?show=all&q=hill", ["Retail", "Sterile"]),
        ("?q=STERILE", []),
        ("?show=nonsense", ["Retail"]),
    ],
)
def test_a_list_shows_what_its_address_asks_for(as_seeker, seeker, asked, titles):
    make_application(owner=seeker, title="Retail")
    make_application(owner=seeker, title="Sterile", stage="quiet")
    make_application(title="Somebody else’s")

    page = as_seeker.get(reverse("jobs:list") + asked)

    assert sorted(row.posting.title for row in page.context["page"]) == titles


@pytest.mark.parametrize("name", ["jobs:list", "jobs:board"])
@pytest.mark.parametrize("rows", [3, 30])
def test_lists_cost_the_same_at_any_length(as_seeker, seeker, name, rows, django_assert_max_num_queries):
    for _ in range(rows):
        make_application(owner=seeker, stage="applied", next_action="Call", next_on=date(2026, 11, 1))

    with django_assert_max_num_queries(11):
        page = as_seeker.get(reverse(name))

    if name == "jobs:board":
        applied = next(column for column in page.context["columns"] if column.stage == "applied")
        assert (applied.count, len(applied.cards)) == (rows, min(rows, 12))


def test_a_move_from_the_board_is_kept_with_its_day_and_can_be_taken_back(as_seeker, seeker):
    application = make_application(owner=seeker)

    page = _post(as_seeker, "move", application, stage="applied", back="board")

    application.refresh_from_db()
    assert page.redirect_chain[0][0] == reverse("jobs:board")
    assert (application.stage, application.applied_on) == ("applied", timezone.localdate())
    assert Deed.objects.owned_by(seeker).count() == 1

    _post(as_seeker, "undo", application)
    _post(as_seeker, "undo", application)

    application.refresh_from_db()
    assert (application.stage, application.applied_on) == ("saved", None)
    assert [line.stage for line in application.changes.all()] == ["saved"]
    assert not Deed.objects.owned_by(seeker).exists()


@pytest.mark.parametrize(
    ("stage", "likely"),
    [("saved", "preparing"), ("preparing", "applied"), ("applied", "screening"), ("offer", "accepted")],
)
def test_a_card_offers_the_likely_next_stage(as_seeker, seeker, stage, likely):
    application = make_application(owner=seeker, stage=stage)

    board = as_seeker.get(reverse("jobs:board")).content.decode()

    assert board.count(f'<option value="{likely}" selected>') == 1
    assert as_seeker.get(application.get_absolute_url()).context["move_form"]["stage"].value() == likely


def test_taking_a_later_move_back_leaves_the_day_of_the_application(as_seeker, seeker):
    application = make_application(owner=seeker, stage="applied", on=date(2026, 11, 2))
    _post(as_seeker, "move", application, stage="offer", on="2026-11-20")

    _post(as_seeker, "undo", application)

    application.refresh_from_db()
    assert (application.stage, application.applied_on, application.last_on) == (
        "applied",
        date(2026, 11, 2),
        date(2026, 11, 2),
    )
    assert [deed.doing for deed in Deed.objects.owned_by(seeker)] == ["applied"]


def test_stages_written_down_later_stand_in_their_order_and_count_the_silence_from_their_days(as_seeker, seeker):
    today = timezone.localdate()
    application = make_application(owner=seeker, on=today)
    sent_on, heard_on = today - timedelta(days=40), today - timedelta(days=30)
    _post(as_seeker, "move", application, stage="applied", on=sent_on.isoformat())
    _post(as_seeker, "move", application, stage="screening", on=heard_on.isoformat())

    application.refresh_from_db()
    days = [(line.stage, line.on) for line in application.changes.all()]
    assert days == [("saved", sent_on), ("applied", sent_on), ("screening", heard_on)]
    assert application.last_on == heard_on
    assert "Silent for 30 days" in as_seeker.get(application.get_absolute_url()).text

    _post(as_seeker, "undo", application)
    _post(as_seeker, "undo", application)

    application.refresh_from_db()
    assert [(line.stage, line.on) for line in application.changes.all()] == [("saved", today)]
    assert (application.last_on, application.applied_on) == (today, None)


@pytest.mark.parametrize(
    ("name", "values", "kept"),
    [
        ("move", {"stage": "applied", "on": "31 June", "note": "by hand"}, "by hand"),
        ("move", {"stage": "nowhere", "note": "lost?"}, "lost?"),
        ("next_action", {"next_action": "", "next_on": "2026-12-01"}, "2026-12-01"),
        ("sent", {"applied_on": "", "whom": "Ms. Ortiz"}, "Ms. Ortiz"),
        ("follow_up", {"on": "2999-01-01", "way": "email", "note": "asked Ann"}, "asked Ann"),
    ],
)
def test_bad_input_gets_a_sentence_and_stays(as_seeker, seeker, name, values, kept):
    application = make_application(owner=seeker, stage="applied")

    page = _post(as_seeker, name, application, **values)

    assert page.status_code == 200 and page.context["has_errors"]
    assert kept in page.content.decode()
    assert Application.objects.get().applied_on == date(2026, 11, 2)


@pytest.mark.parametrize(("days", "is_silent"), [(9, False), (10, True)])
def test_ten_silent_days_ask_for_a_follow_up_twice_and_then_for_rest(as_seeker, seeker, days, is_silent):
    today = timezone.localdate()
    application = make_application(owner=seeker, stage="applied", on=today - timedelta(days=days))

    page = as_seeker.get(application.get_absolute_url())
    assert ("Ask how it stands, in two" in page.content.decode()) is is_silent
    assert page.content.decode().count("I asked") == 1

    if is_silent:
        for back in (10, 10):
            _post(as_seeker, "follow_up", application, on=today, way="email")
            application.follow_ups.update(on=today - timedelta(days=back))
            Application.objects.update(last_on=today - timedelta(days=back))
        page = as_seeker.get(application.get_absolute_url()).content.decode()
        assert "You asked twice" in page and "Let it rest" in page
        _post(as_seeker, "rest", application)
        application.refresh_from_db()
        assert application.stage == "quiet"


def test_delete_asks_first_and_takes_the_ad_along(as_seeker, seeker):
    application = make_application(owner=seeker)

    assert as_seeker.get(reverse("jobs:delete", args=[application.pk])).status_code == 200
    assert Application.objects.exists()

    _post(as_seeker, "delete", application)
    assert not type(make_posting()).objects.owned_by(seeker).exists()


@pytest.mark.parametrize("name", ["move", "undo", "next_action", "sent", "follow_up", "rest", "delete"])
def test_what_is_not_yours_does_not_exist(as_seeker, name):
    other = make_application(stage="applied")

    assert as_seeker.get(other.get_absolute_url()).status_code == 404
    assert _post(as_seeker, name, other, stage="offer").status_code == 404
    assert Application.objects.get().stage == "applied"


def test_writing_down_the_day_of_applying_moves_a_saved_job_and_no_later_one(as_seeker, seeker):
    day = timezone.localdate() - timedelta(days=2)
    saved, heard = make_application(owner=seeker), make_application(owner=seeker)
    _post(as_seeker, "move", heard, stage="screening", on=day.isoformat())

    for application in (saved, heard):
        _post(as_seeker, "sent", application, applied_on=day.isoformat())
        application.refresh_from_db()

    assert [(one.stage, one.applied_on) for one in (saved, heard)] == [("applied", day), ("screening", day)]


def test_a_silent_job_that_was_asked_about_twice_is_to_rest(as_seeker, seeker):
    application = make_application(owner=seeker)
    _post(as_seeker, "move", application, stage="applied", on=(timezone.localdate() - timedelta(days=60)).isoformat())
    page = reverse("jobs:list")
    assert "ask how it stands" in as_seeker.get(page).text

    for ago in (40, 20):
        _post(
            as_seeker,
            "follow_up",
            application,
            on=(timezone.localdate() - timedelta(days=ago)).isoformat(),
            way="email",
        )

    assert "you asked twice: let it rest" in as_seeker.get(page).text
