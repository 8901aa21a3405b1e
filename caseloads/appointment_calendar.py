"""An appointment as an entry of a calendar: for each of the two, and without names for the client's secret address."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from caseloads.actions.booking import called
from caseloads.models import Appointment
from kit.calendars import CalendarEntry

# The evening before there is a notice too; an hour leaves time to go.
_ALARMS: Final = (timedelta(days=1), timedelta(hours=1))
# It stays in the feed for so long after its hour, so that a canceled one is taken out everywhere.
KEPT: Final = timedelta(days=30)


def entry_for(user: User, appointment: Appointment) -> CalendarEntry:
    """For one of the two, with the name of the other."""
    is_client = user == appointment.relationship.client
    other = appointment.counselor if is_client else appointment.relationship.client
    page = reverse("sharing:appointments" if is_client else "clients:appointments")
    return _entry(
        appointment,
        summary=_("Appointment with %(name)s") % {"name": called(other)},
        description=f"{appointment.get_way_display()}\n{appointment.about}".strip(),
        url=f"{settings.BASE_URL}{page}#a{appointment.pk}",
    )


def feed_of(client: User, *, now: datetime) -> list[CalendarEntry]:
    """The client's appointments as time, place and one word: whoever holds the secret address learns no name."""
    rows = Appointment.objects.owned_by(client).filter(ends_at__gt=now - KEPT)
    shown = rows.exclude(state=Appointment.State.REQUESTED).order_by("starts_at", "pk")
    return [_entry(each, summary=_("Appointment")) for each in shown]


def _entry(appointment: Appointment, *, summary: str, description: str = "", url: str = "") -> CalendarEntry:
    return CalendarEntry(
        uid=f"appointment-{appointment.uid}",
        sequence=appointment.sequence,
        summary=summary,
        starts=appointment.starts_at,
        ends=appointment.ends_at,
        description=description,
        place=appointment.place or appointment.get_way_display(),
        url=url,
        is_cancelled=appointment.is_canceled,
        reminders=_ALARMS,
    )
