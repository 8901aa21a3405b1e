"""All the dates of a person for their calendar program, from all parts of the app."""

from collections.abc import Iterator
from datetime import datetime

from accounts.models import User
from caseloads.appointment_calendar import feed_of as of_appointments
from certifications.feed import feed_of
from interviews.models import Interview
from interviews.preparing.calendar import entries_of as of_interview
from jobsearch.search_calendar import KEPT
from jobsearch.search_calendar import entries_of as of_search
from kit.calendars import CalendarEntry


def all_entries(user: User, *, now: datetime) -> Iterator[CalendarEntry]:
    """Certifications, exams and study; interviews; next steps, events, answers to offers, appointments."""
    yield from feed_of(user, now=now)
    yield from of_search(user, now=now)
    interviews = Interview.objects.owned_by(user).filter(starts_at__gte=now - KEPT).select_related("role")
    for interview in interviews:
        yield from of_interview(interview)
    yield from of_appointments(user, now=now)
