"""What changes events: their lists come by themselves, and having been there brings what is to do afterwards."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from jobsearch.event_lists import AFTER, ASK, PREPARE, Listed
from jobsearch.models import Event, EventItem
from plans.actions import did, undid
from plans.models import Doing


@transaction.atomic
def keep_event(event: Event, *, kind_before: str = "") -> Event:
    """Keep an event; its lists come with a new one, and follow when it becomes something else."""
    event.save()
    if event.kind != kind_before:
        _let_go_of_others(event)
        _bring(event, EventItem.Kind.PREPARE, PREPARE[event.kind])
        _bring(event, EventItem.Kind.ASK, ASK[event.kind])
    return event


@transaction.atomic
def attend(event: Event, *, today: date) -> None:
    """Its person was there: that counts for the plan, and what is to do afterwards comes with its days."""
    event.become(Event.State.ATTENDED)
    day = day_of(event) or today
    _bring(event, EventItem.Kind.AFTER, AFTER, since=day)
    did(event.owner, Doing.EVENT_ATTENDED, _key(event), on=day, title=event.title)


@transaction.atomic
def be_otherwise(event: Event, state: Event.State) -> None:
    """It was not so: missed, canceled or still to come. Tasks that came with having been there go, if still open."""
    if event.was_there:
        event.items.filter(kind=EventItem.Kind.AFTER, done_on=None).exclude(key="").delete()
        undid(event.owner, Doing.EVENT_ATTENDED, _key(event))
    event.become(state)


@transaction.atomic
def remove_event(event: Event) -> None:
    """Delete it with its lists; the plan no longer counts it."""
    undid(event.owner, Doing.EVENT_ATTENDED, _key(event))
    event.delete()


def day_of(event: Event) -> date | None:
    """The day on which it begins where its person lives."""
    return event.starts_at and timezone.localdate(event.starts_at, event.owner.zone)


def _key(event: Event) -> str:
    return f"event:{event.pk}"


def _let_go_of_others(event: Event) -> None:
    """Open items that came by themselves for another kind go; what was done or written by hand stays."""
    fitting = [one.key for one in (*PREPARE[event.kind], *ASK[event.kind])]
    came = event.items.exclude(key="").exclude(kind=EventItem.Kind.AFTER)
    came.filter(done_on=None).exclude(key__in=fitting).delete()


def _bring(event: Event, kind: EventItem.Kind, listed: Sequence[Listed], *, since: date | None = None) -> None:
    items = [
        EventItem(
            event=event,
            kind=kind,
            key=one.key,
            text=str(one.text),
            position=position,
            due_on=since + timedelta(days=one.days) if since and one.days else None,
        )
        for position, one in enumerate(listed)
    ]
    EventItem.objects.bulk_create(items, ignore_conflicts=True)
