"""The lists of an event as its page shows them, each item with the place in the app that helps with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from jobsearch.models import Event, EventItem

# The address that helps with an item, what its query says of the event, and the words of the link.
_HELP: Final[dict[str, tuple[str, str, StrOrPromise]]] = {
    "introduction": ("outreach:pitches", "", _("Write and practice it")),
    "resumes": ("resumes:list", "", _("My documents")),
    "resume-file": ("resumes:list", "", _("My documents")),
    "contacts": ("contacts:add", "?event={pk}", _("Add a contact")),
    "thanks": ("outreach:add", "?kind=after-fair&event={pk}", _("Write it")),
    "applications": ("job_add", "", _("Add a job")),
}


@dataclass(frozen=True)
class Line:
    """One item, and where the app helps with it."""

    item: EventItem
    place: str
    words: StrOrPromise


@dataclass(frozen=True)
class Part:
    """One of the lists."""

    kind: str
    name: StrOrPromise
    lines: Sequence[Line]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(line.item.done_on is not None for line in self.lines)


def parts_of(event: Event) -> list[Part]:
    """Before, there and afterwards; after one was there the last comes first. Empty lists are left out."""
    items = [*event.items.all()]
    kinds = [EventItem.Kind.PREPARE, EventItem.Kind.ASK, EventItem.Kind.AFTER]
    parts = [Part(kind, kind.label, [_line(event, item) for item in items if item.kind == kind]) for kind in kinds]
    return [part for part in (reversed(parts) if event.was_there else parts) if part.lines]


def _line(event: Event, item: EventItem) -> Line:
    name, query, words = _HELP.get(item.key, ("", "", ""))
    place = _place(name)
    return Line(item, place and place + query.format(pk=event.pk), words)


def _place(name: str) -> str:
    try:
        return reverse(name) if name else ""
    except NoReverseMatch:
        return ""
