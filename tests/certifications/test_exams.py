"""Exam appointments: written down, counted, moved, cancelled, and taken into a calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from certifications.actions.holding import put_on_plan
from certifications.forms.exams import ExamForm
from certifications.holding.next_step import countdown
from certifications.models import ExamAppointment
from plans.models import Step
from tests.factories import make_exam, make_held, make_user

pytestmark = pytest.mark.django_db

NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def held(seeker):
    return make_held(holder=seeker, stage="preparing")


def next_year():
    return timezone.localdate().year + 1


def book(client, held, **fields):
    data = {"day": f"{next_year()}-01-12", "time": "09:30", "place": "Test center", "confirmation": "A12"} | fields
    return client.post(reverse("held:exam_add", args=[held.pk]), data)


def test_booking_counts_the_days_and_moves_the_stage_on(as_seeker, held):
    book(as_seeker, held)

    held.refresh_from_db()
    exam = ExamAppointment.objects.get()
    assert exam.at == datetime(next_year(), 1, 12, 9, 30, tzinfo=NEW_YORK)
    assert held.stage == "applied"
    assert f"on 12 January {next_year()}" in as_seeker.get(held.get_absolute_url()).content.decode()


def test_booking_ticks_its_step_off(as_seeker, held):
    put_on_plan(held)

    book(as_seeker, held)

    assert list(Step.objects.exclude(done_on=None).values_list("key", flat=True)) == ["book"]


def test_the_hour_is_the_one_where_the_person_lives(sign_in):
    user = make_user(time_zone="America/Los_Angeles")
    client, held = sign_in(user), make_held(holder=user)
    session = client.session
    session["time_zone"] = user.time_zone
    session.save()

    book(client, held)

    assert ExamAppointment.objects.get().at == datetime(next_year(), 1, 12, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"day": ""}, "day", "Write the day of the exam."),
        ({"day": "1800-01-01"}, "day", "Write a day from"),
        ({"day": "9999-01-01"}, "day", "Write a day from"),
        ({"day": "soon"}, "day", "Write a whole date, such as 23 November 2026."),
        ({"time": ""}, "time", "Write the hour at which the exam begins."),
        ({"time": "25:00"}, "time", "Write the hour as 9:30 or 14:00."),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(as_seeker, held, fields, name, words):
    answer = book(as_seeker, held, **fields)

    assert answer.context["form"].errors[name][0].startswith(words)
    assert "Test center" in answer.content.decode()
    assert not ExamAppointment.objects.exists()


def test_one_exam_is_written_down_once_unless_it_was_called_off(as_seeker, held):
    book(as_seeker, held)

    answer = book(as_seeker, held, place="Sent twice")
    assert answer.context["form"].errors["day"] == ["An exam at this hour is on your list already. Change it there."]
    assert ExamAppointment.objects.count() == 1

    ExamAppointment.objects.get().cancel(at=timezone.now())
    book(as_seeker, held)
    book(as_seeker, held, time="10:00")
    assert ExamAppointment.objects.count() == 3


def test_an_hour_of_today_that_has_passed_is_refused(held):
    before = timezone.localtime() - timedelta(minutes=1)
    form = ExamForm({"day": before.date(), "time": f"{before:%H:%M}"}, instance=ExamAppointment(held=held))

    assert not form.is_valid()


def test_the_hour_that_the_clocks_skip_is_refused(held):
    year = next_year()
    # In New York the clocks go forward at two on the second Sunday of March.
    march = date(year, 3, 1)
    sunday = march + timedelta(days=(6 - march.weekday()) % 7 + 7)

    form = ExamForm({"day": sunday, "time": "02:30"}, instance=ExamAppointment(held=held))
    hour_before = ExamForm({"day": sunday, "time": "01:30"}, instance=ExamAppointment(held=held))

    assert form.errors["time"] == ["The clocks go forward that night and skip this hour. Write another."]
    assert hour_before.is_valid()


@pytest.mark.parametrize(("hours", "words"), [(0, "today"), (24, "in 1 day"), (48, "in 2 days")])
def test_the_countdown_counts_days_and_not_hours(hours, words):
    noon = timezone.localtime().replace(hour=12, minute=0)

    assert countdown(noon + timedelta(hours=hours), noon.date()) == words


def event_of(client, exam):
    answer = client.get(reverse("held:exam_calendar", args=[exam.pk]))
    return Calendar.from_ical(answer.content).walk("VEVENT")[0]


def test_the_calendar_file_keeps_its_name_and_counts_changes(as_seeker, seeker, held):
    exam = make_exam(held=held, at=datetime(next_year(), 1, 12, 14, 30, tzinfo=UTC), place="Main Street, Columbus")

    first = event_of(as_seeker, exam)
    as_seeker.post(
        reverse("held:exam_edit", args=[exam.pk]),
        {"day": f"{next_year()}-01-13", "time": "09:30", "place": exam.place},
    )
    moved = event_of(as_seeker, exam)
    as_seeker.post(reverse("held:exam_cancel", args=[exam.pk]))
    cancelled = event_of(as_seeker, exam)

    assert first["UID"] == moved["UID"] == cancelled["UID"]
    assert [event["SEQUENCE"] for event in (first, moved, cancelled)] == [0, 1, 2]
    assert first["DTSTART"].dt == datetime(next_year(), 1, 12, 14, 30, tzinfo=UTC)
    assert moved["DTSTART"].dt == datetime(next_year(), 1, 13, 14, 30, tzinfo=UTC)
    assert [event["STATUS"] for event in (first, moved, cancelled)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert first["DTSTAMP"].dt.tzinfo is not None
    assert first["LOCATION"] == "Main Street, Columbus"


def test_saving_without_a_change_counts_none(as_seeker, held):
    exam = make_exam(held=held, at=datetime(next_year(), 1, 12, 14, 30, tzinfo=UTC))

    as_seeker.post(reverse("held:exam_edit", args=[exam.pk]), {"day": f"{next_year()}-01-12", "time": "09:30"})

    exam.refresh_from_db()
    assert exam.sequence == 0


def test_a_cancelled_exam_is_no_longer_moved_or_counted(as_seeker, held):
    exam = make_exam(held=held)
    exam.cancel(at=timezone.now())

    assert as_seeker.get(reverse("held:exam_edit", args=[exam.pk])).status_code == 404
    assert as_seeker.get(reverse("held:exam_cancel", args=[exam.pk])).status_code == 404
    assert as_seeker.get(held.get_absolute_url()).context["page"].shown.next_exam is None


def test_after_the_exam_the_next_step_is_to_write_down_the_result(as_seeker, held):
    held.move_to(held.Stage.APPLIED)
    make_exam(held=held, at=timezone.now() - timedelta(hours=5))

    step = as_seeker.get(held.get_absolute_url()).context["page"].step

    assert step.url == f"{held.get_absolute_url()}edit/?stage=certified"


@pytest.mark.parametrize("name", ["exam_edit", "exam_cancel", "exam_calendar"])
def test_another_person_s_exam_is_not_there(as_seeker, name):
    exam = make_exam()

    assert as_seeker.get(reverse(f"held:{name}", args=[exam.pk])).status_code == 404
    assert as_seeker.post(reverse(f"held:{name}", args=[exam.pk])).status_code in {404, 405}
