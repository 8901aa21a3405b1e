"""Reminders of an interview: the evening before at six, thanks after two hours, follow-up once; each a single time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.actions import mail_notices, save_switches
from accounts.models import Notification
from careerguide.coming_up import coming_up
from interviews.actions.reminders import send_reminders
from interviews.models import Interview
from tests.factories import make_user
from tests.interviews.meetings import TEN, make_debrief, make_interview, make_note, make_past_interview
from tests.jobsearch.factories import make_application

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def person(db):
    return make_user(email="pat@example.org", time_zone="America/New_York")


@pytest.fixture
def interview(person):
    """On Tuesday, 2 March 2027, from 10:00 to 10:45 in New York."""
    return make_interview(owner=person, starts_at=TEN, minutes=45)


def titles():
    return [*Notification.objects.order_by("pk").values_list("title", flat=True)]


# ---- the evening before


@pytest.mark.parametrize(
    ("zone", "starts", "evening"),
    [
        ("America/New_York", TEN, datetime(2027, 3, 1, 23, tzinfo=UTC)),
        # the clocks go forward in the night between
        ("America/New_York", datetime(2027, 3, 14, 14, tzinfo=UTC), datetime(2027, 3, 13, 23, tzinfo=UTC)),
        # and back
        ("America/New_York", datetime(2027, 11, 7, 15, tzinfo=UTC), datetime(2027, 11, 6, 22, tzinfo=UTC)),
        ("Pacific/Kiritimati", TEN, datetime(2027, 3, 2, 4, tzinfo=UTC)),
        ("Pacific/Pago_Pago", TEN, datetime(2027, 3, 2, 5, tzinfo=UTC)),
        ("Mars/Olympus", TEN, datetime(2027, 3, 1, 23, tzinfo=UTC)),
    ],
)
def test_it_comes_at_six_on_the_wall_and_not_a_minute_before(zone, starts, evening):
    make_interview(owner=make_user(time_zone=zone), starts_at=starts)

    assert (send_reminders(evening - MINUTE), send_reminders(evening), send_reminders(evening + HOUR)) == (0, 1, 0)


def test_it_says_when_and_leads_to_the_warm_up(interview):
    send_reminders(datetime(2027, 3, 1, 23, tzinfo=UTC))

    notice = Notification.objects.get()
    assert notice.title == "Interview at Hill Pharmacy, tomorrow at 10:00"
    assert notice.link == reverse("interviews:warm_up", args=[interview.pk])


@pytest.mark.parametrize(("before", "told"), [(MINUTE, ["Interview at Hill Pharmacy, today at 10:00"]), (-MINUTE, [])])
def test_one_written_down_late_is_told_until_it_begins(interview, before, told):
    send_reminders(TEN - before)

    assert titles() == told


def test_another_hour_is_told_anew_and_the_same_one_never(interview):
    send_reminders(TEN - 2 * HOUR)
    Interview.objects.update(starts_at=TEN + HOUR)

    assert [send_reminders(TEN - HOUR), send_reminders(TEN)] == [1, 0]


@pytest.mark.parametrize("state", ["cancelled", "done"])
def test_what_is_off_or_over_warms_nobody_up(interview, state):
    Interview.objects.update(state=state)

    assert send_reminders(TEN - 2 * HOUR) == 0


# ---- thanks

ENDS = TEN + timedelta(minutes=45)


@pytest.mark.parametrize(("after", "number"), [(2 * HOUR - MINUTE, 0), (2 * HOUR, 1), (DAY - MINUTE, 1), (DAY, 0)])
def test_thanks_are_due_from_two_hours_on_until_the_day_is_over(interview, after, number):
    assert send_reminders(ENDS + after) == number


def test_of_a_long_one_too(person):
    make_interview(owner=person, starts_at=TEN, minutes=600)

    assert send_reminders(TEN + timedelta(minutes=600) + DAY - MINUTE) == 1


def test_before_the_debrief_it_leads_there_and_after_it_to_the_notes(interview, person):
    other = make_interview(owner=person, starts_at=TEN, employer="Elm Clinic")
    make_debrief(other)

    send_reminders(ENDS + 3 * HOUR)

    assert {notice.title: notice.link for notice in Notification.objects.all()} == {
        "Your thanks to Hill Pharmacy": reverse("interviews:debrief", args=[interview.pk]),
        "Your thanks to Elm Clinic": reverse("interviews:thanks", args=[other.pk]),
    }
    assert "Wednesday, 10:45" in Notification.objects.first().body


@pytest.mark.parametrize(("sent", "number"), [([], 1), ([True], 0), ([True, False], 1), ([True, True], 0)])
def test_who_thanked_everyone_is_not_reminded(interview, sent, number):
    for is_sent in sent:
        make_note(interview, sent_at=ENDS if is_sent else None)

    assert send_reminders(ENDS + 3 * HOUR) == number


def test_thanks_are_told_once(interview):
    assert [send_reminders(ENDS + hours * HOUR) for hours in (2, 3, 20)] == [1, 0, 0]


# ---- follow-up


def morning(day):
    return datetime(day.year, day.month, day.day, 9, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("named", "day"),
    [(None, date(2027, 3, 9)), (date(2027, 3, 4), date(2027, 3, 5)), (date(2027, 3, 13), date(2027, 3, 14))],
)
def test_after_the_day_they_named_or_a_week_at_nine(interview, named, day):
    make_debrief(interview, hear_by_on=named)

    at = morning(day)

    assert [send_reminders(at - MINUTE), send_reminders(at), send_reminders(at + DAY)] == [0, 1, 0]
    assert titles() == ["Still no word from Hill Pharmacy?"]


@pytest.mark.parametrize(("days", "number"), [(13, 1), (14, 0)])
def test_runs_that_were_missed_for_two_weeks_are_passed_over(interview, days, number):
    make_debrief(interview)

    assert send_reminders(morning(date(2027, 3, 9)) + days * DAY) == number


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("named", [None, date(2027, 3, 4)])
def test_it_is_nine_wherever_they_live(zone, named):
    interview = make_interview(owner=make_user(time_zone=zone), starts_at=TEN)
    make_debrief(interview, hear_by_on=named)
    local = interview.ends_at.astimezone(ZoneInfo(zone)).date()
    day = named + DAY if named else local + 7 * DAY
    at = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo(zone))

    assert [send_reminders(at - MINUTE), send_reminders(at)] == [0, 1]


def test_who_heard_from_them_or_asked_already_is_left_alone(interview, person):
    make_debrief(interview, heard_on=date(2027, 3, 5))
    asked = make_interview(owner=person, starts_at=TEN, employer="Elm Clinic")
    make_debrief(asked)
    make_note(asked, kind="follow-up", sent_at=TEN + 6 * DAY)
    make_interview(owner=person, starts_at=TEN, employer="Nobody wrote how it went")

    assert send_reminders(morning(date(2027, 3, 9))) == 0


@pytest.mark.parametrize(("stage", "number"), [("interview", 1), ("offer", 0), ("accepted", 0), ("rejected", 0)])
def test_an_application_that_was_answered_waits_for_no_word(interview, person, stage, number):
    make_debrief(interview)
    interview.application = make_application(owner=person, stage=stage)
    interview.save()

    assert send_reminders(morning(date(2027, 3, 9))) == number


# ---- all of them


def test_a_whole_life_of_hourly_runs_tells_three(interview):
    make_debrief(interview)
    Interview.objects.update(state="planned")
    now = TEN - 2 * DAY
    while now < TEN + 10 * DAY:
        if now > ENDS:
            Interview.objects.update(state="done")
        send_reminders(now)
        now += 6 * HOUR

    assert titles() == [
        "Interview at Hill Pharmacy, tomorrow at 10:00",
        "Your thanks to Hill Pharmacy",
        "Still no word from Hill Pharmacy?",
    ]


def test_who_may_not_sign_in_is_not_written_to(interview, person):
    make_debrief(interview)
    person.is_active = False
    person.save()

    assert send_reminders(ENDS + 3 * HOUR) + send_reminders(morning(date(2027, 3, 9))) == 0


def test_it_comes_by_mail_unless_they_switched_that_off(interview, person):
    other = make_user(time_zone="America/New_York")
    make_interview(owner=other, starts_at=TEN)
    save_switches(other, {"interview": (True, False)})

    send_reminders(ENDS + 3 * HOUR)
    Notification.objects.update(made_at=ENDS + 3 * HOUR)
    mail_notices(ENDS + 3 * HOUR)

    assert [letter.to for letter in mail.outbox] == [["pat@example.org"]]
    assert Notification.objects.count() == 2


def test_the_longest_names_fit(person):
    make_interview(owner=person, starts_at=TEN, employer="x" * 160)

    assert send_reminders(TEN - HOUR) == 1


@pytest.mark.parametrize("number", [1, 10])
def test_looking_for_what_is_due_costs_the_same(number, django_assert_max_num_queries):
    for _index in range(number):
        interview = make_interview(starts_at=TEN)
        make_debrief(interview)
        make_note(interview, sent_at=ENDS)

    with django_assert_max_num_queries(6):
        send_reminders(ENDS + 3 * HOUR)


# ---- coming up on one's own page


def test_an_interview_stands_in_what_comes_and_then_its_thanks(interview):
    with timezone.override(NEW_YORK):
        moments = {
            after: coming_up([], [], [interview], now=ENDS + after) for after in (-DAY, MINUTE, DAY - MINUTE, DAY)
        }

    assert [(one.title, one.day, one.detail) for rows in moments.values() for one in rows] == [
        ("Interview: Hill Pharmacy", date(2027, 3, 2), "10:00, At their place"),
        ("Thank-you note to Hill Pharmacy", date(2027, 3, 3), "By 10:45. Write down first how it went."),
        ("Thank-you note to Hill Pharmacy", date(2027, 3, 3), "By 10:45. Write down first how it went."),
    ]


def test_my_page_shows_the_next_one_and_what_it_leaves_to_do(as_seeker, seeker):
    make_interview(owner=seeker, employer="Elm Clinic")
    make_past_interview(owner=seeker, employer="Oak Court")
    make_interview(employer="Somebody else’s")

    page = as_seeker.get("/my/").content.decode()

    assert "Interview: Elm Clinic" in page
    assert "Thank-you note to Oak Court" in page
    assert "Somebody else’s" not in page
