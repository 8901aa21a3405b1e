"""Reminders before a credential ends: each once, at nine in the morning where the person lives."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from accounts.actions import mail_notices, save_switches
from accounts.models import Notification
from certifications.actions.reminders import send_reminders
from certifications.models import ReminderSent
from tests.factories import make_held, make_user

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")
END = date(2027, 3, 31)


@pytest.fixture
def person(db):
    return make_user(email="pat@example.org", time_zone="America/New_York")


@pytest.fixture
def held(person):
    return make_held(holder=person, name="First aid", expires_on=END)


def nine(day, zone=NEW_YORK):
    return datetime(day.year, day.month, day.day, 9, tzinfo=zone)


def sent():
    return list(ReminderSent.objects.order_by("sent_at").values_list("expires_on", "days_before"))


@pytest.mark.parametrize("days", [90, 60, 30, 7])
def test_each_goes_out_at_nine_and_not_a_minute_before(held, days):
    at = nine(END - timedelta(days=days))

    before = send_reminders(at - timedelta(minutes=1))
    earlier = sent()
    after = send_reminders(at)

    assert (before, after) == ((0, 1) if days == 90 else (1, 1))
    assert (END, days) not in earlier
    assert (END, days) in sent()


def test_running_it_twice_sends_once(held):
    at = nine(END - timedelta(days=90))

    assert [send_reminders(at), send_reminders(at), send_reminders(at + timedelta(days=1))] == [1, 0, 0]
    assert Notification.objects.count() == 1


def test_a_whole_life_of_hourly_runs_sends_four(held):
    now = nine(END - timedelta(days=100))
    while now < nine(END + timedelta(days=5)):
        send_reminders(now)
        now += timedelta(hours=6)

    assert sent() == [(END, 90), (END, 60), (END, 30), (END, 7)]


def test_missed_ones_are_passed_over_and_the_words_tell_the_days_that_are_left(held):
    send_reminders(nine(END - timedelta(days=20)))

    notice = Notification.objects.get()
    assert sent() == [(END, 30)]
    assert notice.title == "First aid ends in 20 days"
    assert notice.link == held.get_absolute_url()
    assert "31 March 2027" in notice.body


@pytest.mark.parametrize(("days", "number"), [(0, 1), (1, 0)])
def test_on_the_last_day_it_still_goes_out_and_after_it_none(held, days, number):
    assert send_reminders(nine(END + timedelta(days=days))) == number


def test_a_corrected_last_day_starts_anew(held):
    send_reminders(nine(END - timedelta(days=7)))
    held.last_until(END + timedelta(days=30))

    assert send_reminders(nine(END - timedelta(days=6))) == 1
    assert sent() == [(END, 7), (END + timedelta(days=30), 60)]


def test_corrected_back_again_sends_none_twice(held):
    send_reminders(nine(END - timedelta(days=7)))
    held.last_until(END + timedelta(days=400))
    held.last_until(END)

    assert send_reminders(nine(END - timedelta(days=6))) == 0


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2027, 3, 13), 14),  # winter: nine in New York is two in the afternoon in Greenwich
        (date(2027, 3, 14), 13),  # the clocks went forward at two that night
        (date(2026, 10, 31), 13),
        (date(2026, 11, 1), 14),  # the clocks went back at two that night
    ],
)
def test_it_is_nine_on_the_wall_in_summer_and_in_winter(person, day, hour):
    make_held(holder=person, expires_on=day + timedelta(days=90))
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    assert (send_reminders(at - timedelta(minutes=1)), send_reminders(at)) == (0, 1)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata"])
def test_it_is_nine_wherever_they_live(zone):
    make_held(holder=make_user(time_zone=zone), expires_on=END)
    at = nine(END - timedelta(days=90), ZoneInfo(zone))

    assert (send_reminders(at - timedelta(minutes=1)), send_reminders(at)) == (0, 1)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd"])
def test_without_a_time_zone_that_we_know_the_site_s_counts(zone):
    make_held(holder=make_user(time_zone=zone), expires_on=END)

    assert send_reminders(nine(END - timedelta(days=90))) == 1


@pytest.mark.parametrize("stage", ["considering", "preparing", "applied", "given-up"])
def test_what_is_not_held_reminds_nobody(person, stage):
    make_held(holder=person, stage=stage, expires_on=END)

    assert send_reminders(nine(END - timedelta(days=30))) == 0


def test_who_may_not_sign_in_is_not_written_to(person, held):
    person.is_active = False
    person.save()

    assert send_reminders(nine(END - timedelta(days=30))) == 0


def test_it_comes_by_mail_and_on_the_page(held):
    now = nine(END - timedelta(days=7))

    send_reminders(now)
    Notification.objects.update(made_at=now)
    mail_notices(now)

    assert [letter.subject for letter in mail.outbox] == ["First aid ends in 7 days"]
    assert mail.outbox[0].to == ["pat@example.org"]
    assert held.get_absolute_url() in mail.outbox[0].body
    assert Notification.objects.get().in_app


def test_who_switched_the_mail_off_gets_none_and_still_sees_it(person, held):
    save_switches(person, {"renewal": (True, False)})
    now = nine(END - timedelta(days=7))

    send_reminders(now)
    Notification.objects.update(made_at=now)

    assert mail_notices(now) == 0
    assert Notification.objects.get().in_app


def test_several_that_end_on_one_day_are_told_one_by_one(person):
    for name in ("First aid", "CPR"):
        make_held(holder=person, name=name, expires_on=END)

    assert send_reminders(nine(END - timedelta(days=30))) == 2


def test_the_longest_names_fit(person):
    make_held(holder=person, name="x" * 160, expires_on=END)

    assert send_reminders(nine(END - timedelta(days=90))) == 1


@pytest.mark.parametrize("number", [1, 30])
def test_looking_for_what_is_due_costs_the_same(number, django_assert_max_num_queries):
    for _index in range(number):
        make_held(expires_on=END)

    with django_assert_max_num_queries(2):
        send_reminders(nine(END - timedelta(days=91)))
