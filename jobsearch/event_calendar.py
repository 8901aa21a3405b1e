"""An event as an entry of a calendar."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from jobsearch.models import Event
from kit.calendars import CalendarEntry

# A day is near enough to prepare, and two hours leave time to dress and go.
_ALARMS = (timedelta(days=1), timedelta(hours=2))


def entry_of(event: Event) -> CalendarEntry | None:
    """The entry; none where nobody wrote down when it is."""
    if event.starts_at is None:
        return None
    told = [event.get_kind_display(), event.link]
    if event.employers:
        told.append(_("Talk to: %(employers)s") % {"employers": event.employers})
    return CalendarEntry(
        uid=f"event-{event.pk}@{urlsplit(settings.BASE_URL).hostname}",
        sequence=event.sequence,
        summary=event.title,
        starts=event.starts_at,
        ends=event.ends_at,
        description="\n".join(filter(None, told)),
        place=event.place,
        url=settings.BASE_URL + event.get_absolute_url(),
        is_cancelled=event.is_cancelled,
        reminders=_ALARMS,
    )
