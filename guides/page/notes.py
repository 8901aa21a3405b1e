"""What stands in the margin beside a text: terms, doubts, sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.models import GlossaryTerm, Source
from guides.page.facts import FactView


@dataclass(frozen=True)
class Note:
    """One note of the margin."""

    kind: str  # term, stale, unsure, aside or source
    id: str
    title: str = ""
    text: str = ""
    facts: tuple[FactView, ...] = ()
    sources: tuple["Cited", ...] = ()


@dataclass(frozen=True)
class Cited:
    """A source as a note names it: where the note can be jumped to, and which edition."""

    anchor: str
    source: Source
    as_of: str = ""

    @property
    def edition(self) -> str:
        """The edition or the date of the figures, never both when they say the same."""
        if self.as_of and self.as_of in self.source.edition:
            return self.source.edition
        return self.as_of or self.source.edition

    @property
    def published(self) -> str:
        """When it came out, in words."""
        day = self.source.published_on
        return _("published %s") % date_format(day, "j F Y") if day else ""


@dataclass
class Margin:
    """Collects what one stretch of text or one block needs beside it.

    Stretches of one section share `told`: a source is named once a section, and later figures lead back to it.
    """

    base: str
    facts: dict[str, FactView] = field(default_factory=dict)
    terms: list[GlossaryTerm] = field(default_factory=list)
    told: dict[tuple[str, str], str] = field(default_factory=dict)
    own: dict[str, tuple[Source, dict[str, None]]] = field(default_factory=dict)

    def add(self, view: FactView) -> str:
        """Take a figure in; says where its source stands, empty where it has none."""
        self.facts[view.key] = view
        return self.cite(view.source, view.as_of) if view.source is not None else ""

    def cite(self, source: Source, as_of: str) -> str:
        """Name a source; says where it stands."""
        edition = (source.key, as_of)
        if edition not in self.told:
            self.told[edition] = anchor(self.base, source)
            self.own.setdefault(source.key, (source, {}))[1][as_of] = None
        return self.told[edition]

    def notes(self) -> tuple[Note, ...]:
        """Terms first, then doubts, then sources; the dates of one source stand together."""
        if not (self.terms or self.facts or self.own):
            return ()
        cited = (
            Cited(anchor(self.base, source), source, "; ".join(as_of for as_of in dates if as_of))
            for source, dates in self.own.values()
        )
        return (*self._terms(), *self._doubts(), *_source_note(self.base, cited))

    def _terms(self) -> Iterator[Note]:
        for term in self.terms:
            yield Note("term", f"t-{term.slug}", title=term.term, text=term.definition)

    def _doubts(self) -> Iterator[Note]:
        unsure = tuple(view for view in self.facts.values() if view.is_low)
        stale = tuple(view for view in self.facts.values() if view.is_stale and not view.is_low)
        if unsure:
            yield Note("unsure", f"{self.base}-unsure", title=_("We could not confirm this"), facts=unsure)
        if stale:
            yield Note("stale", f"{self.base}-stale", title=_("Due for a check"), facts=stale)


def anchor(base: str, source: Source) -> str:
    """Where a figure's link leads: the source's line in the note beside it."""
    return f"{base}-{source.key}"


def cite(base: str, cited: Iterable[tuple[Source, str]]) -> tuple[Note, ...]:
    """One note that names each source once; none where nothing is cited."""
    once: dict[str, Cited] = {}
    for source, as_of in cited:
        once.setdefault(source.key, Cited(anchor(base, source), source, as_of))
    return _source_note(base, once.values())


def _source_note(base: str, cited: Iterable[Cited]) -> tuple[Note, ...]:
    sources = tuple(cited)
    if not sources:
        return ()
    return (Note("source", f"{base}-sources", title=ngettext("Source", "Sources", len(sources)), sources=sources),)
