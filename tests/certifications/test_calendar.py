"""The calendar feed: a person's dates by a secret address."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from certifications.models import CalendarFeed, ExamTarget
from tests.factories import make_exam, make_feed, make_held

pytestmark = pytest.mark.django_db


def events(feed):
    answer = Client().get(feed.get_absolute_url())
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


@pytest.fixture
def feed(seeker):
    return make_feed(owner=seeker)


def test_the_address_is_made_renewed_and_switched_off(as_seeker, seeker):
    as_seeker.post(reverse("held:calendar_renew"))
    first = CalendarFeed.objects.get().get_absolute_url()
    as_seeker.post(reverse("held:calendar_renew"))
    second = CalendarFeed.objects.get().get_absolute_url()

    assert first != second
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    assert second in as_seeker.get(reverse("held:calendar")).content.decode()

    as_seeker.post(reverse("held:calendar_revoke"))

    assert Client().get(second).status_code == 404
    assert "Make my address" in as_seeker.get(reverse("held:calendar")).content.decode()


def test_a_last_day_is_a_whole_day_with_four_reminders_at_nine(feed, seeker):
    held = make_held(holder=seeker, name="First aid", expires_on=date(2027, 3, 31))

    event = events(feed)["Last day of First aid"]

    starts = datetime.combine(event["DTSTART"].dt, time(), tzinfo=UTC)
    alarms = [starts + alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert event["DTSTART"].to_ical() == b"20270331"
    assert event["UID"].startswith(f"credential-{held.pk}@")
    assert alarms == [datetime(2027, 3, 31, 9, tzinfo=UTC) - timedelta(days=days) for days in (90, 60, 30, 7)]


def test_the_name_of_an_entry_stays_and_its_sequence_rises(feed, seeker):
    held = make_held(holder=seeker, name="First aid", expires_on=date(2027, 3, 31))
    before = events(feed)["Last day of First aid"]

    held.last_until(date(2029, 3, 31))

    after = events(feed)["Last day of First aid"]
    assert (before["UID"], before["SEQUENCE"]) == (after["UID"], 0)
    assert (after["SEQUENCE"], after["DTSTART"].dt) == (1, date(2029, 3, 31))


@pytest.mark.parametrize(
    "fields",
    [{"stage": "preparing"}, {"earned_on": date(2025, 1, 1)}, {"expires_on": date(2027, 1, 1), "stage": "given-up"}],
)
def test_what_is_not_held_or_does_not_end_has_no_last_day(feed, seeker, fields):
    make_held(holder=seeker, **fields)

    assert events(feed) == {}


def test_exams_are_in_it_and_cancelled_ones_say_so(feed, seeker):
    held = make_held(holder=seeker, name="First aid")
    at = datetime(2027, 1, 12, 14, 30, tzinfo=UTC)
    make_exam(held=held, at=at).cancel(at=timezone.now())

    event = events(feed)["Exam: First aid"]

    assert (event["DTSTART"].dt, event["STATUS"], event["SEQUENCE"]) == (at, "CANCELLED", 1)
    assert event.walk("VALARM") == []


@pytest.mark.parametrize(("days", "entries"), [(29, 1), (31, 0)])
def test_an_exam_leaves_it_a_month_after_its_day(feed, seeker, days, entries):
    make_exam(held=make_held(holder=seeker), at=timezone.now() - timedelta(days=days))

    assert len(events(feed)) == entries


def test_the_weeks_of_a_study_plan_are_in_it(feed, seeker):
    today = timezone.localdate()
    held = make_held(holder=seeker, name="First aid", stage="preparing")
    ExamTarget.objects.create(held=held, started_on=today, exam_on=today + timedelta(days=21), hours_a_week=5)

    found = events(feed)

    assert any(name.startswith("Study for First aid") for name in found)
    assert all(event["UID"].startswith("study-") for event in found.values())


def test_it_holds_nothing_of_others(feed):
    make_held(expires_on=date(2027, 3, 31))
    make_exam()

    assert events(feed) == {}


def test_names_with_signs_of_the_format_do_no_harm(feed, seeker):
    make_held(holder=seeker, name="First aid; CPR, \\n END:VEVENT", expires_on=date(2027, 3, 31))

    assert list(events(feed)) == ["Last day of First aid; CPR, \\n END:VEVENT"]


def test_it_is_kept_by_nobody_and_is_a_calendar(feed):
    answer = Client().get(feed.get_absolute_url())

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert feed.get_absolute_url().endswith(".ics")


def test_the_feed_of_someone_who_may_no_longer_sign_in_opens_nothing(feed, seeker):
    seeker.is_active = False
    seeker.save()

    assert Client().get(feed.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("number", [1, 3, 300])
def test_it_costs_the_same_at_any_length(feed, seeker, number, django_assert_max_num_queries):
    for index in range(min(number, 30)):
        make_exam(held=make_held(holder=seeker, name=f"Course {index}", expires_on=date(2027, 3, 31)))

    with django_assert_max_num_queries(9):
        Client().get(feed.get_absolute_url())


def test_all_dates_can_be_taken_as_a_file(as_seeker, seeker):
    make_held(holder=seeker, name="First aid", expires_on=date(2027, 3, 31))

    answer = as_seeker.get(reverse("calendar_download"))

    assert answer["Content-Disposition"] == 'attachment; filename="my-dates.ics"'
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == 1
