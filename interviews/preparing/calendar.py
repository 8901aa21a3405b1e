"""An interview and the last moment for its thank-you note as entries of a calendar."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from interviews.models import Interview
from interviews.models.interview import THANK_AFTER, THANK_WITHIN
from kit.calendars import CalendarEntry

# The evening before is near enough for a day, and two hours leave time to dress and go.
_ALARMS = (timedelta(days=1), timedelta(hours=2))


def entries_of(interview: Interview) -> list[CalendarEntry]:
    """Both entries; nothing where nobody wrote down when it is."""
    starts, thank_by = interview.starts_at, interview.thank_by
    if starts is None or thank_by is None:
        return []
    return [_meeting(interview, starts), _thanks(interview, thank_by)]


def _meeting(interview: Interview, starts: datetime) -> CalendarEntry:
    lines = [interview.what, interview.get_way_display()]
    if interview.people:
        lines.append(_("With %(people)s") % {"people": interview.people})
    return CalendarEntry(
        uid=_uid("interview", interview.pk),
        sequence=interview.sequence,
        summary=_("Interview: %(employer)s") % {"employer": interview.employer},
        starts=starts,
        ends=interview.ends_at,
        description="\n".join(filter(None, lines)),
        place=interview.place,
        url=settings.BASE_URL + interview.get_absolute_url(),
        is_cancelled=interview.is_cancelled,
        reminders=_alarms(interview, starts),
    )


def _thanks(interview: Interview, thank_by: datetime) -> CalendarEntry:
    return CalendarEntry(
        uid=_uid("interview-thanks", interview.pk),
        sequence=interview.sequence,
        summary=_("Thank-you note to %(employer)s is out by now") % {"employer": interview.employer},
        starts=thank_by,
        description=_("Within a day of the interview, while they still remember what you talked about."),
        url=settings.BASE_URL + reverse("interviews:thanks", args=[interview.pk]),
        is_cancelled=interview.is_cancelled,
        # The first one two hours after the interview.
        reminders=(THANK_WITHIN - THANK_AFTER, timedelta(hours=2)),
    )


def _alarms(interview: Interview, starts: datetime) -> tuple[timedelta, ...]:
    """The usual two; where one has to travel, one more when it is time to leave."""
    leave_at = interview.leave_at
    return _ALARMS if leave_at is None else (*_ALARMS, starts - leave_at)


def _uid(kind: str, pk: int) -> str:
    return f"{kind}-{pk}@{urlsplit(settings.BASE_URL).hostname}"
