"""Someone aims at an exam's day and keeps what they study; the weeks follow, and are theirs alone."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from certifications.models import ExamTarget, HeldCredential, StudyDone
from plans.models import Goal, Step
from tests.factories import make_credential, make_exam, make_held, make_outline, make_target, make_user

pytestmark = pytest.mark.django_db

DOMAINS = [("Medications", 40), ("Safety", 60)]


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def held(seeker):
    credential = make_credential(slug="cpht")
    make_outline(credential=credential, domains=DOMAINS)
    return make_held(holder=seeker, credential=credential)


@pytest.fixture
def target(held, today):
    return make_target(held=held, started_on=today, exam_on=today + timedelta(weeks=4), hours_a_week=Decimal(6))


def at(held, path=""):
    return f"/my/study/exam/{held.pk}/{path}"


def aim(client, held, day, hours="6"):
    return client.post(at(held, "day/"), {"exam_on": day, "hours_a_week": hours})


def write(client, held, **fields):
    return client.post(
        at(held, "log/"), {"on": timezone.localdate().isoformat(), "domain": "safety", "minutes": "45"} | fields
    )


def errors(answer):
    return {name: str(words[0]) for name, words in answer.context["form"].errors.items()}


def text(client, held):
    return " ".join(client.get(at(held)).content.decode().split())


# ---- the day


def test_without_a_day_the_page_tells_what_a_plan_is_good_for(as_seeker, held):
    assert "get a week-by-week plan" in text(as_seeker, held)


def test_a_day_begins_the_plan_and_puts_it_on_the_goal(as_seeker, seeker, held, today):
    day = today + timedelta(weeks=8)

    answer = aim(as_seeker, held, day.isoformat(), "7.5")

    target = ExamTarget.objects.get()
    assert (answer.url, target.exam_on, target.hours_a_week, target.started_on) == (
        at(held),
        day,
        Decimal("7.5"),
        today,
    )
    assert Goal.objects.owned_by(seeker).get().due_on == day
    assert (Step.objects.get(key="study").due_on, Step.objects.get(key="study").link) == (day, at(held))
    assert HeldCredential.objects.get().stage == "preparing"


def test_another_day_begins_anew_from_today_keeps_what_was_done_and_raises_the_sequence(as_seeker, target, today):
    ExamTarget.objects.update(started_on=today - timedelta(days=20))
    StudyDone.objects.create(target=target, on=today - timedelta(days=3), domain="safety", minutes=45)

    aim(as_seeker, target.held, (today + timedelta(weeks=6)).isoformat(), "9")

    target.refresh_from_db()
    assert (target.started_on, target.sequence, target.done.count()) == (today, 1, 1)


@pytest.mark.parametrize(
    ("days", "hours", "wrong"),
    [
        (0, "6", {"exam_on"}),
        (1, "6", set()),
        (732, "6", set()),
        (733, "6", {"exam_on"}),
        (30, "0", {"hours_a_week"}),
        (30, "0.4", {"hours_a_week"}),
        (30, "0.5", set()),
        (30, "80", set()),
        (30, "80.1", {"hours_a_week"}),
        (30, "-1", {"hours_a_week"}),
        (30, "two", {"hours_a_week"}),
        (30, "1.55", {"hours_a_week"}),
        (30, "NaN", {"hours_a_week"}),
    ],
)
def test_days_and_hours_at_their_limits(as_seeker, held, today, days, hours, wrong):
    answer = aim(as_seeker, held, (today + timedelta(days=days)).isoformat(), hours)

    assert (set(errors(answer)) if answer.context else set()) == wrong
    assert ExamTarget.objects.exists() is not bool(wrong)


@pytest.mark.parametrize("day", ["", "2026-02-30", "soon", "9999-12-31"])
def test_a_day_that_cannot_be_is_refused_and_what_was_typed_stays(as_seeker, held, day):
    answer = aim(as_seeker, held, day, "7.5")

    assert set(errors(answer)) == {"exam_on"}
    assert 'value="7.5"' in answer.content.decode()


def test_the_booked_exam_is_proposed(as_seeker, held, today):
    make_exam(held=held, at=timezone.now() + timedelta(days=30))

    form = as_seeker.get(at(held, "day/")).context["form"]

    assert form["exam_on"].value() == timezone.localdate(timezone.now() + timedelta(days=30))


# ---- the page


def test_the_plan_names_the_outline_of_the_exam_s_day(as_seeker, held, today):
    exam_on = today + timedelta(days=60)
    make_outline(
        credential=held.credential,
        version="The next one",
        in_force_from=today + timedelta(days=30),
        domains=[("New part", 100)],
    )
    make_target(held=held, started_on=today, exam_on=exam_on)

    page = text(as_seeker, held)

    assert "The outline changes before your exam" in page
    assert "New part" in page


def test_without_an_outline_the_plan_says_so(as_seeker, seeker, today):
    held = make_held(holder=seeker, name="First aid")
    make_target(held=held, started_on=today, exam_on=today + timedelta(weeks=2))

    assert "We know no outline of this exam" in text(as_seeker, held)


def test_an_outline_that_ends_before_the_exam_is_used_with_a_word(as_seeker, seeker, today):
    credential = make_credential()
    make_outline(credential=credential, in_force_until=today + timedelta(days=3), domains=DOMAINS)
    held = make_held(holder=seeker, credential=credential)
    make_target(held=held, started_on=today, exam_on=today + timedelta(weeks=2))

    assert "We know no outline for that day yet" in text(as_seeker, held)


def test_falling_behind_is_told_with_ways_out(as_seeker, held, today):
    make_target(
        held=held, started_on=today - timedelta(weeks=1), exam_on=today + timedelta(weeks=3), hours_a_week=Decimal(6)
    )

    page = text(as_seeker, held)

    assert "6 h no longer fit" in page
    assert "Study 8 h a week" in page
    assert "Plan only what fits" in page


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day to your exam"), (0, "Your exam is today."), (-1, "has passed"), (-400, "has passed")],
)
def test_the_day_before_the_day_itself_and_after_it(as_seeker, held, today, days, words):
    make_target(held=held, started_on=today - timedelta(days=500), exam_on=today + timedelta(days=days))

    page = text(as_seeker, held)

    assert words in page
    assert "score" not in page.replace("It says nothing about a score.", "")


def test_the_page_costs_as_many_queries_for_300_entries_as_for_one(as_seeker, target):
    StudyDone.objects.create(target=target, on=target.started_on, domain="safety", minutes=1)
    one = _queries(as_seeker, target)
    StudyDone.objects.bulk_create(
        StudyDone(target=target, on=target.started_on, domain="safety", minutes=1) for _ in range(299)
    )

    assert _queries(as_seeker, target) == one


# ---- time studied


def test_time_is_written_down_and_taken_out_again(as_seeker, target):
    write(as_seeker, target.held)
    entry = StudyDone.objects.get()
    target.refresh_from_db()
    assert (entry.minutes, entry.domain, target.sequence) == (45, "safety", 1)

    as_seeker.post(f"/my/study/studied/{entry.pk}/undo/")

    target.refresh_from_db()
    assert (StudyDone.objects.count(), target.sequence) == (0, 2)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"minutes": "0"}, "minutes"),
        ({"minutes": "-1"}, "minutes"),
        ({"minutes": "1441"}, "minutes"),
        ({"minutes": "two"}, "minutes"),
        ({"minutes": "1.5"}, "minutes"),
        ({"domain": "nothing"}, "domain"),
        ({"domain": ""}, "domain"),
        ({"on": "2026-02-30"}, "on"),
        ({"on": "2099-01-01"}, "on"),
        ({"on": "2020-01-01"}, "on"),
    ],
)
def test_time_that_cannot_be_is_refused_with_a_sentence(as_seeker, target, fields, wrong):
    answer = write(as_seeker, target.held, **fields)

    assert set(errors(answer)) == {wrong}
    assert not StudyDone.objects.exists()


def test_a_day_holds_24_hours_and_not_a_minute_more(as_seeker, target):
    write(as_seeker, target.held, minutes="1400")
    write(as_seeker, target.held, minutes="40")

    answer = write(as_seeker, target.held, minutes="1")

    assert "more than 24 hours" in errors(answer)["minutes"]


def test_giving_the_plan_up_asks_first(as_seeker, target):
    asked = as_seeker.get(at(target.held, "delete/"))
    assert ExamTarget.objects.exists()

    answer = as_seeker.post(at(target.held, "delete/"))

    assert (asked.status_code, answer.url) == (200, target.held.get_absolute_url())
    assert not ExamTarget.objects.exists()


# ---- calendar


def test_the_calendar_file_keeps_its_entries_names_when_the_plan_changes(as_seeker, target, today):
    before = events(as_seeker, target.held)
    write(as_seeker, target.held)
    aim(as_seeker, target.held, target.exam_on.isoformat(), "8")

    after = events(as_seeker, target.held)

    assert len(before) == 5
    assert before.keys() == after.keys()
    assert {event["sequence"] for event in before.values()} == {0}
    assert {event["sequence"] for event in after.values()} == {2}


def test_the_last_week_ends_the_day_before_the_exam(as_seeker, target):
    found = events(as_seeker, target.held)

    last = next(event for uid, event in found.items() if uid.startswith(f"study-{target.pk}-0@"))
    assert last.decoded("dtend") == target.exam_on


def _queries(client, target):
    with CaptureQueriesContext(connection) as found:
        client.get(at(target.held))
    return len(found)


def events(client, held):
    calendar = Calendar.from_ical(client.get(at(held, "calendar/")).content)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


# ---- strangers


@pytest.mark.parametrize("path", ["", "day/", "log/", "delete/", "calendar/"])
def test_another_person_finds_nothing(sign_in, target, path):
    answer = sign_in(make_user()).get(at(target.held, path))

    assert answer.status_code == 404


def test_another_person_s_entry_stays(sign_in, target):
    entry = StudyDone.objects.create(target=target, on=target.started_on, domain="safety", minutes=1)

    answer = sign_in(make_user()).post(f"/my/study/studied/{entry.pk}/undo/")

    assert (answer.status_code, StudyDone.objects.count()) == (404, 1)
