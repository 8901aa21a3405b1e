"""The work-search log and the numbers: what stands in them, on which day, and what is left unsaid."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from jobsearch.actions import follow_up, move
from jobsearch.forms.worklog import week_of
from jobsearch.models import Event, SearchActivity
from jobsearch.numbers import by_source, counts_of, days_to_answer
from jobsearch.worklog import lines_between
from tests.factories import make_user
from tests.jobsearch.factories import make_application

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 7)


@pytest.fixture
def client(sign_in, seeker):
    return sign_in(seeker)


def make_activity(owner, **fields):
    fields = {"on": FIRST, "kind": "call", "employer": "Corner Pharmacy", **fields}
    return SearchActivity.objects.create(owner=owner, **fields)


@pytest.mark.parametrize(
    ("day", "first"), [(date(2026, 11, 1), FIRST), (date(2026, 11, 7), FIRST), (date(2026, 11, 8), date(2026, 11, 8))]
)
def test_a_week_runs_from_sunday_to_saturday(day, first):
    assert week_of(day) == (first, first + timedelta(days=6))


def test_the_log_holds_what_was_done_on_its_first_and_last_day_and_nothing_beside(seeker):
    application = make_application(owner=seeker, title="Technician", employer="Hill", stage="applied", on=FIRST)
    move(application, "interview", on=date(2026, 11, 5))
    follow_up(application, on=LAST, way="phone")
    make_application(owner=seeker, stage="applied", on=FIRST - timedelta(days=1))
    make_application(owner=seeker, stage="saved", on=FIRST)
    make_application(owner=make_user(), stage="applied", on=FIRST)
    make_activity(seeker, on=LAST)
    make_activity(seeker, on=LAST + timedelta(days=1))

    lines = lines_between(seeker, FIRST, LAST)

    assert [(line.on.day, line.what, line.employer) for line in lines] == [
        (1, "Applied", "Hill"),
        (5, "Interview", "Hill"),
        (7, "Asked how it stands", "Hill"),
        (7, "Called or visited an employer", "Corner Pharmacy"),
    ]


def test_an_event_stands_on_the_day_it_had_where_its_person_lives(seeker, client):
    seeker.time_zone = "America/Los_Angeles"
    seeker.save()
    late = datetime(2026, 11, 8, 5, tzinfo=UTC)
    Event.objects.create(owner=seeker, title="Fair", starts_at=late, state=Event.State.ATTENDED)
    Event.objects.create(owner=seeker, title="Missed", starts_at=late, state=Event.State.MISSED)

    page = client.get(reverse("jobs:log"), {"first": FIRST, "last": LAST}).content.decode()

    assert "Fair" in page
    assert "Sat 7 Nov 2026" in page
    assert "Missed" not in page


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({"first": "2026-11-07", "last": "2026-11-01"}, "The last day lies before the first"),
        ({"first": "2024-01-01", "last": "2026-11-01"}, "more than two years"),
        ({"first": "tomorrowish"}, "Write a whole date"),
    ],
)
def test_days_that_make_no_period_get_a_sentence(client, days, words):
    page = client.get(reverse("jobs:log"), days).content.decode()

    assert words in page
    assert client.get(reverse("jobs:log_csv"), days).status_code == 302


def test_the_table_is_safe_to_open(client, seeker):
    make_activity(seeker, employer="=1+1", result="left my resume")

    text = client.get(reverse("jobs:log_csv"), {"first": FIRST, "last": LAST}).content.decode()

    assert "2026-11-01,Called or visited an employer,'=1+1,,,,left my resume" in text


def test_a_line_is_written_put_right_and_deleted_by_its_owner_alone(client, seeker):
    today = timezone.localdate()
    fields = {"on": today.isoformat(), "kind": "call", "employer": "Corner Pharmacy"}

    later = client.post(reverse("jobs:activity_add"), fields | {"on": (today + timedelta(days=1)).isoformat()})
    added = client.post(reverse("jobs:activity_add"), fields)
    own = SearchActivity.objects.get()
    client.post(reverse("jobs:activity_edit", args=[own.pk]), fields | {"result": "call in May"})
    strange = make_activity(make_user())

    own.refresh_from_db()
    assert 'value="Corner Pharmacy"' in later.content.decode()
    assert added.url == f"{reverse('jobs:log')}?first={week_of(today)[0]}&last={week_of(today)[1]}"
    assert own.result == "call in May"
    for name in ("activity_edit", "activity_delete"):
        assert client.post(reverse(f"jobs:{name}", args=[strange.pk]), fields).status_code == 404
    client.post(reverse("jobs:activity_delete", args=[own.pk]))
    assert [*SearchActivity.objects.all()] == [strange]


@pytest.mark.parametrize(("sent", "share"), [(9, None), (10, 20)])
def test_a_share_is_told_from_ten_applications_on(client, seeker, sent, share):
    for number in range(sent):
        application = make_application(owner=seeker, source="network", stage="applied", on=FIRST)
        if number < 2:
            move(application, "interview", on=LAST)
            move(application, "rejected", on=LAST)
    make_application(owner=seeker, source="network")

    [row] = by_source(counts_of(seeker))
    page = client.get(reverse("jobs:numbers")).content.decode()

    assert (row.saved, row.sent, row.answered, row.interviews, row.offers) == (sent + 1, sent, 2, 2, 0)
    assert row.share == share
    assert (f"2 of {sent}, 20 %" in page) is (share is not None)
    assert days_to_answer(seeker) == (2, None)


def test_half_of_the_answers_are_told_from_ten_on(seeker):
    for number in range(10):
        application = make_application(owner=seeker, stage="applied", on=FIRST)
        move(application, "rejected", on=FIRST + timedelta(days=number + 1))

    assert days_to_answer(seeker) == (10, 6)


@pytest.mark.parametrize("rows", [3, 30])
def test_both_pages_cost_the_same_at_any_length(client, seeker, django_assert_max_num_queries, rows):
    for _number in range(rows):
        follow_up(make_application(owner=seeker, stage="applied", on=FIRST), on=LAST, way="email")
        make_activity(seeker)

    with django_assert_max_num_queries(10):
        client.get(reverse("jobs:log"), {"first": FIRST, "last": LAST})
    with django_assert_max_num_queries(8):
        client.get(reverse("jobs:numbers"))
