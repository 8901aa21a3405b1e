"""The calendar of everything: what of a job search stands in it, for its person alone."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from tests.factories import make_feed
from tests.interviews.meetings import make_interview
from tests.jobsearch.factories import make_application, make_event, make_offer

pytestmark = pytest.mark.django_db


def entries(answer):
    return {str(entry["UID"]).split("-")[0]: entry for entry in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_next_steps_interviews_events_and_answers_stand_in_the_feed(as_seeker, seeker):
    now, today = timezone.now(), timezone.localdate()
    job = make_application(owner=seeker, title="Clerk", employer="Hill", next_action="Call them", next_on=today)
    make_offer(owner=seeker, employer="Lake", answer_by_on=today + timedelta(days=3))
    make_interview(owner=seeker, starts_at=now + timedelta(days=1))
    make_event(owner=seeker, title="Fair", starts_at=now + timedelta(days=2))

    found = entries(Client().get(make_feed(owner=seeker).get_absolute_url()))

    assert found.keys() == {"next", "offer", "interview", "event"}
    step = found["next"]
    assert (str(step["SUMMARY"]), step["DTSTART"].dt, str(step["DESCRIPTION"])) == ("Call them", today, "Clerk, Hill")
    assert step.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=9)
    assert str(step["URL"]).endswith(job.get_absolute_url())
    assert found["offer"]["DTSTART"].dt == today + timedelta(days=3)
    assert entries(as_seeker.get(reverse("calendar_download"))).keys() == found.keys()


@pytest.mark.parametrize(("days", "is_there"), [(29, True), (31, False)])
def test_what_is_long_past_or_over_or_of_others_is_left_out(seeker, days, is_there):
    past = timezone.localdate() - timedelta(days=days)
    make_application(owner=seeker, next_action="Call", next_on=past)
    make_application(owner=seeker, stage="rejected", next_action="Call", next_on=timezone.localdate())
    make_application(next_action="Call", next_on=timezone.localdate())
    make_offer(answer_by_on=date(2099, 1, 1))

    answer = Client().get(make_feed(owner=seeker).get_absolute_url())

    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == is_there


@pytest.mark.parametrize("rows", [1, 5])
def test_the_feed_costs_the_same_at_any_length(seeker, rows, django_assert_max_num_queries):
    for _number in range(rows):
        make_application(owner=seeker, next_action="Call", next_on=timezone.localdate())
        make_event(owner=seeker, starts_at=timezone.now())
        make_interview(owner=seeker, starts_at=timezone.now())
        make_offer(owner=seeker, answer_by_on=timezone.localdate())
    feed = make_feed(owner=seeker)

    with django_assert_max_num_queries(9):
        Client().get(feed.get_absolute_url())
