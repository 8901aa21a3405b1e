"""Remind both sides of an appointment: at six the evening before, where each of them lives, and once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.actions import notify
from accounts.models import Notification, User
from accounts.notices import Kind
from caseloads.actions.booking import called
from caseloads.models import Appointment, CounselingRelationship

_EVENING: Final = time(18)
# From six in the evening until midnight of the day after, and the hour that some nights have more.
_AHEAD: Final = timedelta(hours=31)


@dataclass(frozen=True)
class Reminder:
    """What to tell whom. The key names the hour, so that another one is told anew."""

    user: User
    key: str
    title: str
    body: str
    link: str


def send_reminders(now: datetime) -> int:
    """Tell everything that is due and was not told yet; the number of notices."""
    due = [*_due(now)]
    told = {*Notification.objects.filter(key__in=[each.key for each in due]).values_list("user_id", "key")}
    fresh = [each for each in due if (each.user.pk, each.key) not in told]
    for each in fresh:
        notify(each.user, kind=Kind.CASEWORK, title=each.title, body=each.body, link=each.link, key=each.key)
    return len(fresh)


def _due(now: datetime) -> Iterable[Reminder]:
    active = CounselingRelationship.objects.active()
    near = Appointment.objects.booked().filter(starts_at__gt=now, starts_at__lte=now + _AHEAD, relationship__in=active)
    for one in near.of_someone_there().select_related("relationship__client", "counselor"):
        client, counselor = one.relationship.client, one.counselor
        if client and counselor:
            yield from _to(client, counselor, one, "sharing:appointments", now)
            yield from _to(counselor, client, one, "clients:appointments", now)


def _to(person: User, other: User, appointment: Appointment, page: str, now: datetime) -> Iterable[Reminder]:
    starts = appointment.starts_at.astimezone(person.zone)
    evening = datetime.combine(starts.date() - timedelta(days=1), _EVENING, tzinfo=person.zone)
    if now < evening:
        return
    is_today = now.astimezone(person.zone).date() == starts.date()
    when = _("today at %(hour)s") if is_today else _("tomorrow at %(hour)s")
    yield Reminder(
        person,
        key=f"case:{appointment.relationship_id}:appointment:{appointment.pk}:soon:{appointment.starts_at:%Y%m%dT%H%M}",
        title=_("Appointment with %(name)s, %(when)s")
        % {"name": called(other), "when": when % {"hour": date_format(starts, "H:i")}},
        body=f"{appointment.get_way_display()}: {appointment.place}".removesuffix(": "),
        link=f"{reverse(page)}#a{appointment.pk}",
    )
