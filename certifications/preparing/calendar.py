"""The weeks of an exam plan as entries of a calendar."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from certifications.holding.calendar import uid
from certifications.preparing.page import StudyPage, WeekRow
from kit.calendars import CalendarEntry

_DAY = timedelta(days=1)


def entries_of(page: StudyPage) -> list[CalendarEntry]:
    """The present week, those after it, and the day of the exam unless a booked exam stands in the calendar already.

    Weeks are named by how many come after them, so that a plan begun anew for the same day changes the same entries.
    """
    weeks = [_week(page, row, after) for after, row in enumerate(reversed(page.ahead))]
    return [*reversed(weeks), *([] if page.booked_on == page.target.exam_on else [_exam(page)])]


def _week(page: StudyPage, row: WeekRow, after: int) -> CalendarEntry:
    return CalendarEntry(
        uid=uid("study", page.target.pk).replace("@", f"-{after}@"),
        sequence=page.target.sequence,
        summary=_("Study for %(name)s: %(time)s") % {"name": page.held.title, "time": row.total},
        starts=row.week.first,
        ends=row.week.last + _DAY,
        description="\n".join(f"{name}: {time}" for name, time in row.uses),
        url=_address(page),
    )


def _exam(page: StudyPage) -> CalendarEntry:
    return CalendarEntry(
        uid=uid("study-exam", page.target.pk),
        sequence=page.target.sequence,
        summary=_("The exam I aim at: %(name)s") % {"name": page.held.title},
        starts=page.target.exam_on,
        ends=page.target.exam_on + _DAY,
        url=_address(page),
    )


def _address(page: StudyPage) -> str:
    return settings.BASE_URL + reverse("study:plan", args=[page.held.pk])
