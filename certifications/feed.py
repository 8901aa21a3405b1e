"""All the dates of a person for their calendar program: last days, exams, and the weeks of their study plans."""

from datetime import datetime

from accounts.models import User
from certifications.holding.calendar import entries_of
from certifications.models import ExamTarget
from certifications.preparing.calendar import entries_of as weeks_of
from certifications.preparing.page import page_of
from kit.calendars import CalendarEntry

# Each plan asks the database anew; nobody studies for more exams at once.
_MOST_PLANS = 5


def feed_of(user: User, *, now: datetime) -> list[CalendarEntry]:
    """The entries as they are now, by the day that it is where the person lives."""
    today = now.astimezone(user.zone).date()
    targets = ExamTarget.objects.filter(held__holder=user, exam_on__gte=today).order_by("exam_on", "pk")
    plans = targets.select_related("held__credential")[:_MOST_PLANS]
    weeks = [entry for target in plans for entry in weeks_of(page_of(target, today=today))]
    return [*entries_of(user, now=now), *weeks]
