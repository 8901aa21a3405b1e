"""What a person's calendar shows of their certifications: last days with reminders, and exams."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.models import User
from certifications.models import ExamAppointment, HeldCredential
from certifications.renewal.reminders import DAYS_BEFORE, HOUR
from kit.calendars import CalendarEntry

# An exam stays in the feed for so long after its hour, so that a cancelled one is taken out everywhere.
KEPT = timedelta(days=30)
_MORNING = timedelta(hours=HOUR.hour)


def uid(kind: str, pk: int) -> str:
    """The name of an entry for all calendars, the same for as long as the thing exists."""
    return f"{kind}-{pk}@{urlsplit(settings.BASE_URL).hostname}"


def exam_entry(exam: ExamAppointment) -> CalendarEntry:
    """An exam at its hour. How long it takes is not known here, so no end is made up."""
    words = _("Confirmation number: %(number)s") % {"number": exam.confirmation} if exam.confirmation else ""
    return CalendarEntry(
        uid=uid("exam", exam.pk),
        sequence=exam.sequence,
        summary=_("Exam: %(name)s") % {"name": exam.held.title},
        starts=exam.at,
        description=words,
        place=exam.place,
        url=settings.BASE_URL + exam.held.get_absolute_url(),
        is_cancelled=exam.cancelled_at is not None,
        reminders=(timedelta(days=7), timedelta(days=1)),
    )


def last_day_entry(held: HeldCredential) -> CalendarEntry | None:
    """The last day of a credential that is kept up, with the reminders that we send too; nothing for any other."""
    if held.expires_on is None or not held.is_held:
        return None
    return CalendarEntry(
        uid=uid("credential", held.pk),
        sequence=held.sequence,
        summary=_("Last day of %(name)s") % {"name": held.title},
        starts=held.expires_on,
        ends=held.expires_on + timedelta(days=1),
        description=_("Renew it before then. Check the date with whoever issued it."),
        url=settings.BASE_URL + held.get_absolute_url(),
        reminders=tuple(timedelta(days=days) - _MORNING for days in DAYS_BEFORE),
    )


def entries_of(user: User, *, now: datetime) -> list[CalendarEntry]:
    """All that a person's calendar shows, in two queries."""
    helds = HeldCredential.objects.owned_by(user).held().select_related("credential")
    exams = ExamAppointment.objects.owned_by(user).since(now - KEPT).select_related("held__credential")
    last_days = (last_day_entry(held) for held in helds)
    return [*filter(None, last_days), *map(exam_entry, exams)]
