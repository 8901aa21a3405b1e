"""Remind people of what they planned to do next, and once of a silent application; at nine where they live."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext as _

from accounts.actions import notify
from accounts.models import Notification
from accounts.notices import Kind
from jobsearch.models import Application
from jobsearch.models.application import QUIET_AFTER

_MORNING: Final = time(9)
# After so many days without a run a reminder is no news any more.
_STALE: Final = timedelta(days=14)
# Somewhere it is a day later or earlier than here.
_A_DAY: Final = timedelta(days=1)
_LONGEST: Final = 150

Reminder = tuple[Application, str, str, str]


def send_reminders(now: datetime) -> int:
    """Tell everything that is due and was not told yet; the number of notices."""
    due = [*_next_actions(now), *_silences(now)]
    told = {*Notification.objects.filter(key__in=[key for _one, key, *_words in due]).values_list("user_id", "key")}
    fresh = [each for each in due if (each[0].owner_id, each[1]) not in told]
    for application, key, title, body in fresh:
        link = application.get_absolute_url()
        notify(application.owner, kind=Kind.SEARCH, title=title[:_LONGEST], body=body, link=link, key=key)
    return len(fresh)


def _next_actions(now: datetime) -> Iterable[Reminder]:
    today = now.date()
    planned = Application.objects.open().filter(next_on__range=(today - _STALE, today + _A_DAY))
    for one in planned.select_related("owner", "posting"):
        if one.next_on and _has_come(one, one.next_on, now):
            key = f"job-next:{one.pk}:{one.next_on:%Y-%m-%d}"
            yield one, key, _("Today: %(what)s") % {"what": one.next_action}, str(one)


def _silences(now: datetime) -> Iterable[Reminder]:
    today = now.date()
    silent = Application.objects.silent_on(today + _A_DAY).filter(last_on__gte=today - QUIET_AFTER - _STALE)
    for one in silent.select_related("owner", "posting"):
        if one.last_on and _has_come(one, one.last_on + QUIET_AFTER, now):
            words = _("Ask how it stands, or let it rest. If they got in touch, note it on its page.")
            key = f"job-silent:{one.pk}:{one.last_on:%Y-%m-%d}"
            yield one, key, _("Ten days of silence: %(job)s") % {"job": one}, words


def _has_come(application: Application, day: date, now: datetime) -> bool:
    at = datetime.combine(day, _MORNING, tzinfo=application.owner.zone)
    return at <= now < at + _STALE
