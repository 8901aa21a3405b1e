"""Remind people of what their job search has due, at nine where they live: once for each thing."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from jobsearch.actions.alert_reminders import alerts_due
from jobsearch.actions.contact_reminders import contacts_due
from jobsearch.actions.event_reminders import events_due
from jobsearch.actions.offer_reminders import offers_due
from jobsearch.actions.reminding import A_DAY, STALE, Reminder, has_come, tell
from jobsearch.models import Application
from jobsearch.models.application import QUIET_AFTER


def send_reminders(now: datetime) -> int:
    """Tell everything that is due and was not told yet; the number of notices."""
    told = [
        *_next_actions(now),
        *_silences(now),
        *contacts_due(now),
        *events_due(now),
        *offers_due(now),
        *alerts_due(now),
    ]
    return tell(told)


def _next_actions(now: datetime) -> Iterable[Reminder]:
    today = now.date()
    planned = Application.objects.open().filter(next_on__range=(today - STALE, today + A_DAY))
    for one in planned.select_related("owner", "posting"):
        if one.next_on and has_come(one.owner, one.next_on, now):
            key = f"job-next:{one.pk}:{one.next_on:%Y-%m-%d}"
            title = _("Today: %(what)s") % {"what": one.next_action}
            yield Reminder(one.owner, key, title, str(one), one.get_absolute_url())


def _silences(now: datetime) -> Iterable[Reminder]:
    today = now.date()
    silent = Application.objects.silent_on(today + A_DAY).filter(last_on__gte=today - QUIET_AFTER - STALE)
    for one in silent.select_related("owner", "posting"):
        if one.last_on and has_come(one.owner, one.last_on + QUIET_AFTER, now):
            key = f"job-silent:{one.pk}:{one.last_on:%Y-%m-%d}"
            title = _("Ten days of silence: %(job)s") % {"job": one}
            words = _("Ask how it stands, or let it rest. If they got in touch, note it on its page.")
            yield Reminder(one.owner, key, title, words, one.get_absolute_url())
