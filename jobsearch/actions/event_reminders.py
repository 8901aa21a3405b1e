"""The day before an event, and the day on which something of its lists is due."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from jobsearch.actions.events import day_of
from jobsearch.actions.reminding import A_DAY, STALE, Reminder, has_come
from jobsearch.models import Event, EventItem


def events_due(now: datetime) -> Iterable[Reminder]:
    """What is to be told of all events."""
    yield from _tomorrow(now)
    yield from _items(now)


def _tomorrow(now: datetime) -> Iterable[Reminder]:
    planned = Event.objects.filter(state=Event.State.PLANNED, starts_at__gt=now, starts_at__lt=now + 3 * A_DAY)
    for one in planned.select_related("owner"):
        day = day_of(one)
        if day and has_come(one.owner, day - A_DAY, now):
            title = _("Coming up: %(event)s") % {"event": one.title}
            words = _("Look through its list: what to bring, and what to ask there.")
            yield Reminder(one.owner, f"event:{one.pk}:{day:%Y-%m-%d}", title, words, one.get_absolute_url())


def _items(now: datetime) -> Iterable[Reminder]:
    today = now.date()
    due = EventItem.objects.filter(done_on=None, due_on__range=(today - STALE, today + timedelta(days=1)))
    given_up = [Event.State.CANCELLED, Event.State.MISSED]
    for one in due.exclude(event__state__in=given_up).select_related("event__owner"):
        if one.due_on and has_come(one.event.owner, one.due_on, now):
            key = f"event-item:{one.pk}:{one.due_on:%Y-%m-%d}"
            title = _("By today: %(what)s") % {"what": one.text}
            yield Reminder(one.event.owner, key, title, str(one.event), one.event.get_absolute_url())
