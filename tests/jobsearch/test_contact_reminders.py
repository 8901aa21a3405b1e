"""When it is time to be in touch: at nine on each person's own clock, counted from the last real contact."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import Notification
from jobsearch.actions.contacts import keep_interaction, rest
from jobsearch.actions.reminders import send_reminders
from jobsearch.models import Interaction
from tests.factories import make_user
from tests.jobsearch.factories import make_contact

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
DAY = date(2026, 10, 2)


def titles():
    return [*Notification.objects.order_by("pk").values_list("title", flat=True)]


def at_nine(day, hour=14):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def test_one_instant_is_nine_for_one_and_not_for_the_other():
    # 1 November 2026: New York and Chicago set their clocks back; nine is 14:00 and 15:00 in UTC, not 13:00 and 14:00.
    east = make_contact(owner=make_user(time_zone="America/New_York"), name="Ana", met_on=DAY, ideal_days=30)
    make_contact(owner=make_user(time_zone="America/Chicago"), name="Bo", met_on=DAY, ideal_days=30)
    assert east.due_on == date(2026, 11, 1)

    told = [send_reminders(at_nine(east.due_on, hour) + shift) for hour in (13, 14, 15) for shift in (-MINUTE, MINUTE)]

    assert told == [0, 0, 0, 1, 0, 1]
    assert titles() == ["Time to be in touch with Ana", "Time to be in touch with Bo"]
    assert Notification.objects.earliest("pk").link == east.get_absolute_url()


def test_the_ideal_day_then_the_latest_and_anew_after_being_in_touch():
    contact = make_contact(owner=make_user(time_zone="America/New_York"), name="Ana", met_on=DAY)
    due, late = DAY + timedelta(30), DAY + timedelta(60)
    days = [DAY + timedelta(number) for number in range(75)]

    told = {day: number for day in days if (number := send_reminders(at_nine(day) + MINUTE))}
    assert told == {due: 1, late: 1}
    assert titles()[1] == "Today at the latest: be in touch with Ana"

    keep_interaction(Interaction(contact=contact, on=late, kind="call", is_real=False))
    assert send_reminders(at_nine(late + timedelta(5))) == 0
    keep_interaction(Interaction(contact=contact, on=late + timedelta(6), kind="call"))
    again = late + timedelta(36)
    assert [send_reminders(at_nine(again) - MINUTE), send_reminders(at_nine(again))] == [0, 1]


def test_who_rests_is_told_of_when_the_rest_ends():
    contact = make_contact(owner=make_user(time_zone="America/New_York"), met_on=DAY, latest_days=None)
    end = contact.due_on + timedelta(20)
    rest(contact, until=end)

    days = [contact.due_on + timedelta(number) for number in range(30)]

    assert {day: number for day in days if (number := send_reminders(at_nine(day) + MINUTE))} == {end: 1}


def test_without_a_rhythm_nobody_is_told():
    make_contact(met_on=DAY, ideal_days=None, latest_days=None, rests_until=DAY + timedelta(3))

    assert send_reminders(at_nine(DAY + timedelta(3))) == 0
