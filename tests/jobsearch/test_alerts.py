"""The plan of alerts: suggested, planned on several sites, set up by the person, looked through once a week."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import pytest
import yaml
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import Notification
from jobsearch.actions.reminders import send_reminders
from jobsearch.alerting.links import SEARCHES, Link, search_link
from jobsearch.alerting.suggesting import suggested
from jobsearch.forms.alerts import MOST_ALERTS
from jobsearch.models import Alert
from plans.models import Deed, Doing
from tests.factories import make_resource, make_role, make_state, make_target_role, make_title, make_user
from tests.jobsearch.factories import make_alert

HOME = "/my/alerts/"


def text(answer):
    return answer.content.decode()


# ---- links


def test_the_words_stand_in_the_search_of_a_site_that_is_known():
    link = search_link("indeed", "https://www.indeed.com/", "tech & “Rx” +1", "Columbus, OH")

    assert link == Link(
        "https://www.indeed.com/jobs?q=tech%20%26%20%E2%80%9CRx%E2%80%9D%20%2B1&l=Columbus%2C%20OH", True, True
    )
    assert search_link("indeed", "", "tech", "") == Link("https://www.indeed.com/jobs?q=tech", True, True)
    assert search_link("glassdoor", "", "tech", "Ohio").has_where is False
    assert search_link("elsewhere", "https://a.example/", "tech", "Ohio") == Link("https://a.example/")


def test_every_search_is_of_a_board_that_guides_know_and_stays_on_its_site():
    boards = yaml.safe_load((settings.BASE_DIR / "guides" / "content" / "resources.yaml").read_text())
    hosts = {board["key"]: urlsplit(board["url"]).hostname for board in boards if board["kind"] == "job-board"}

    assert {key: urlsplit(search.address).hostname for key, search in SEARCHES.items()}.items() <= hosts.items()


# ---- suggestions


@pytest.mark.django_db
def test_titles_state_and_boards_are_suggested():
    role, other, ohio, texas = make_role(title="Pharmacy technician"), make_role(), make_state("OH"), make_state("TX")
    make_title(role=role, title="Rx tech", is_shown=True), make_title(role=role, title="pharmacy TECHNICIAN")
    person = make_user()
    make_target_role(person, role=role, state=ohio)
    fitting = {make_resource(kind="job-board", **of) for of in ({}, {"role": role}, {"state": ohio})}
    for of in ({"role": other}, {"state": texas}, {"key": "american-job-centers"}, {"kind": "association"}):
        make_resource(**{"kind": "job-board", **of})

    found = suggested(person, now=timezone.now())

    assert (found.terms, found.where, {*found.sites}) == (["Pharmacy technician", "Rx tech"], "Ohio", fitting)
    assert suggested(make_user(), now=timezone.now()).terms == []


# ---- the plan


@pytest.mark.django_db
def test_the_empty_plan_teaches_and_leads_on(as_seeker):
    assert "Let the jobs come to you" in text(as_seeker.get(HOME))


@pytest.mark.django_db
def test_one_search_is_planned_on_several_sites(as_seeker, seeker):
    role = make_role(title="Pharmacy technician")
    make_target_role(seeker, role=role)
    boards = [make_resource(kind="job-board", name=name) for name in ("One", "Two")]
    sent = {"title": "Pharmacy technician", "where": "Columbus, OH", "often": "weekly"}
    sent |= {"sites": [board.pk for board in boards], "site": "Hill Hospital 💊", "link": "hill.example/jobs"}

    page = as_seeker.post(f"{HOME}add/", sent, follow=True)

    assert [*Alert.objects.order_by("pk").values_list("site", "terms", "where", "often", "link")] == [
        ("One", "Pharmacy technician", "Columbus, OH", "weekly", ""),
        ("Two", "Pharmacy technician", "Columbus, OH", "weekly", ""),
        ("Hill Hospital 💊", "Pharmacy technician", "Columbus, OH", "weekly", "https://hill.example/jobs"),
    ]
    assert "3 alerts are planned" in text(page) and 'href="https://hill.example/jobs"' in text(page)
    again = text(as_seeker.post(f"{HOME}add/", {**sent, "title": "Pharmacy technician", "where": "columbus, oh"}))
    assert "in your plan already" in again and Alert.objects.count() == 3
    as_seeker.post(f"{HOME}add/", {**sent, "terms": " Rx tech "})
    assert Alert.objects.filter(terms="Rx tech").count() == 3


@pytest.mark.django_db
def test_a_board_of_the_directory_leads_to_its_alert(as_seeker):
    board = make_resource(kind="job-board", role=make_role(), state=make_state("TX"), name="Far board")
    make_resource(kind="job-board", name="Near board")
    place = f"{HOME}add/?site={board.key}"

    assert place in text(as_seeker.get(board.get_absolute_url())).replace("&amp;", "&")
    form = as_seeker.get(place).context["form"]
    assert (form.initial["sites"], len(form.fields["sites"].choices)) == ([str(board.pk)], 2)
    as_seeker.post(place, {"terms": "x", "often": "daily", "sites": [board.pk]})
    assert Alert.objects.get().resource == board
    assert as_seeker.get(f"{HOME}add/", {"site": "x'\x00"}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"terms": ""}, "Write what to search for."),
        ({"site": ""}, "Choose a site, or write down another one."),
        ({"site": "", "link": "https://a.example"}, "Write what this site is called."),
        ({"link": "javascript:alert(1)"}, "Write the whole address"),
        ({"sites": ["999"]}, "999 is not one of the available choices"),
        ({"terms": "x" * 161}, "160"),
        ({"often": "hourly"}, "hourly"),
    ],
)
def test_bad_plans_get_a_sentence_and_lose_nothing(as_seeker, values, sentence):
    sent = {"terms": "pharmacy", "where": "لَيلى", "often": "daily", "site": "Hill", **values}

    page = text(as_seeker.post(f"{HOME}add/", sent))

    assert sentence in page and "لَيلى" in page
    assert not Alert.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("have", "after"), [(MOST_ALERTS - 1, MOST_ALERTS), (MOST_ALERTS, MOST_ALERTS)])
def test_forty_alerts_are_enough(as_seeker, seeker, have, after):
    Alert.objects.bulk_create(Alert(owner=seeker, site=f"S{n}", terms="x") for n in range(have))

    page = text(as_seeker.post(f"{HOME}add/", {"terms": "x", "often": "daily", "site": "One more"}, follow=True))

    assert Alert.objects.count() == after
    assert ("Forty alerts" in page) is (have == after)


@pytest.mark.django_db
def test_setting_up_counts_for_the_plan_and_can_be_taken_back(as_seeker, seeker):
    alert, today = make_alert(owner=seeker), timezone.localdate()

    for done in ({"done": "1"}, {"done": "1"}):
        as_seeker.post(f"{HOME}{alert.pk}/running/", done)
    alert.refresh_from_db()
    assert (alert.set_up_on, Deed.objects.filter(doing=Doing.ALERT_SET_UP).count()) == (today, 1)
    as_seeker.post(f"{HOME}{alert.pk}/running/", {})

    alert.refresh_from_db()
    assert (alert.set_up_on, Deed.objects.exists()) == (None, False)


@pytest.mark.django_db
def test_looking_is_noted_for_all_that_run_and_for_nobody_else(as_seeker, seeker):
    today = timezone.localdate()
    runs, planned = make_alert(owner=seeker, set_up_on=today - timedelta(days=8)), make_alert(owner=seeker)
    others = make_alert(set_up_on=today)
    assert "time to look through it" in text(as_seeker.get(HOME))

    page = as_seeker.post(f"{HOME}looked/", follow=True)

    assert [Alert.objects.get(pk=one.pk).looked_on for one in (runs, planned, others)] == [today, None, None]
    assert "time to look through it" not in text(page)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "runs_on"), [({"often": "weekly"}, True), ({"terms": "Rx tech"}, False), ({"where": "Ohio"}, False)]
)
def test_with_other_words_it_is_set_up_anew(as_seeker, seeker, changed, runs_on):
    alert = make_alert(owner=seeker, set_up_on=timezone.localdate())
    sent = {"site": alert.site, "link": "", "terms": alert.terms, "where": "", "often": "daily"}

    as_seeker.post(f"{HOME}{alert.pk}/edit/", {**sent, **changed})
    page = as_seeker.post(f"{HOME}{alert.pk}/edit/", {**sent, "terms": "", "where": "Kept"})

    alert.refresh_from_db()
    assert (alert.set_up_on is not None) is runs_on
    assert "Write what to search for." in text(page) and "Kept" in text(page)


@pytest.mark.django_db
def test_removing_asks_first_and_a_place_keeps_its_name(as_seeker, seeker):
    board = make_resource(kind="job-board", url="https://a.example/")
    alert = make_alert(owner=seeker, resource=board, site=board.name, set_up_on=timezone.localdate())

    assert {*as_seeker.get(f"{HOME}{alert.pk}/edit/").context["form"].fields} == {"terms", "where", "often"}
    assert "goes on mailing you" in text(as_seeker.get(f"{HOME}{alert.pk}/delete/"))
    as_seeker.post(f"{HOME}{alert.pk}/delete/")
    assert not Alert.objects.exists()


@pytest.mark.django_db
def test_alerts_of_others_do_not_exist(as_seeker):
    alert = make_alert()

    for end in ("edit", "delete", "running"):
        assert as_seeker.post(f"{HOME}{alert.pk}/{end}/", {"done": "1"}).status_code == 404
    alert.refresh_from_db()
    assert alert.set_up_on is None


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 30])
def test_pages_cost_the_same_at_any_length(as_seeker, seeker, rows, django_assert_max_num_queries):
    for number in range(rows):
        board = make_resource(kind="job-board", url=f"https://a.example/{number}")
        make_alert(owner=seeker, resource=board)

    for place in ("", "add/"):
        with django_assert_max_num_queries(7):
            assert as_seeker.get(HOME + place).status_code == 200


# ---- once a week


@pytest.mark.django_db
def test_the_weekly_look_is_told_at_nine_once_for_all_that_wait():
    kiritimati = make_user(time_zone="Pacific/Kiritimati")
    make_alert(owner=kiritimati, set_up_on=date(2026, 11, 2), site="One")
    make_alert(owner=kiritimati, looked_on=date(2026, 11, 2), set_up_on=date(2026, 10, 1), site="Two")
    nine = datetime(2026, 11, 8, 19, tzinfo=UTC)

    told = [send_reminders(moment) for moment in (nine - timedelta(minutes=1), nine, nine, nine + timedelta(days=6))]

    assert told == [0, 1, 0, 0]
    notice = Notification.objects.get()
    assert (notice.title, notice.link) == ("Look through your job alerts", reverse("alerts:list"))
    assert "One: pharmacy technician; Two" in notice.body


@pytest.mark.django_db
def test_it_is_told_again_each_week_four_times_and_then_rests():
    person = make_user(time_zone="UTC")
    make_alert(owner=person, set_up_on=date(2026, 11, 2))
    nine = datetime(2026, 11, 2, 9, tzinfo=UTC)

    assert [send_reminders(nine + timedelta(days=7 * week)) for week in range(7)] == [0, 1, 1, 1, 1, 0, 0]


@pytest.mark.django_db
def test_looking_moves_the_day_and_what_does_not_run_is_to_be_set_up():
    person = make_user(time_zone="UTC")
    make_alert(owner=person, set_up_on=date(2026, 11, 2), looked_on=date(2026, 11, 8))
    assert send_reminders(datetime(2026, 11, 9, 9, tzinfo=UTC)) == 0

    Alert.objects.update(set_up_on=None, looked_on=None, made_at=datetime(2026, 11, 2, 12, tzinfo=UTC))
    assert send_reminders(datetime(2026, 11, 9, 9, tzinfo=UTC)) == 1
    assert Notification.objects.get().title == "Set up your job alerts"


@pytest.mark.django_db
def test_the_weekly_look_stands_on_ones_own_page(as_seeker, seeker):
    today = timezone.localdate()
    make_alert(owner=seeker)
    assert as_seeker.get("/my/").context["coming"] == []

    for days in (9, 8, 1):
        make_alert(owner=seeker, set_up_on=today - timedelta(days=days))

    coming = as_seeker.get("/my/").context["coming"]
    assert [(one.title, one.day, one.detail, one.is_late) for one in coming] == [
        ("Look through your job alerts", today - timedelta(days=2), "2 searches", True)
    ]
