"""Puts a guide together: compiled sections, filled with facts, each piece with its margin."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.markup import Compiled, Tag, compile_text, fill, plain_text
from guides.models import GlossaryTerm, Role, Section, Source, State
from guides.page.facts import FactStore, FactView

# Careful reading of plain text, in words a minute.
READING_SPEED = 220


@dataclass(frozen=True)
class Note:
    """What stands in the margin beside a text."""

    kind: str  # term, stale, unsure or source
    id: str
    title: str = ""
    text: str = ""
    facts: tuple[FactView, ...] = ()
    sources: tuple[tuple[str, Source, str], ...] = ()  # anchor, source, as-of


@dataclass(frozen=True)
class SegmentView:
    """A text with its margin, or the name of the template of a block."""

    html: SafeString = field(default_factory=SafeString)
    notes: tuple[Note, ...] = ()
    block: str = ""

    @property
    def template(self) -> str:
        """Where the block is drawn."""
        return f"guides/blocks/_{self.block.replace('-', '_')}.html"


@dataclass(frozen=True)
class SectionView:
    """A section as the page shows it."""

    section: Section
    body: str
    compiled: Compiled
    segments: tuple[SegmentView, ...]
    is_due: bool


@dataclass
class GuidePage:
    """One guide for one reader, on one day."""

    role: Role
    state: State | None
    today: date
    facts: FactStore
    sections: list[SectionView] = field(default_factory=list)

    @cached_property
    def minutes(self) -> int:
        """How long it takes to read it all, in minutes."""
        words = sum(
            len(plain_text(segment.html, lambda tag: tag.words or "x").split())
            for view in self.sections
            for segment in view.compiled.segments
        )
        return max(1, round(words / READING_SPEED))

    @cached_property
    def reviewed_on(self) -> date | None:
        """The latest day on which someone checked a section."""
        days = [view.section.reviewed_on for view in self.sections if view.section.reviewed_on]
        return max(days, default=None)

    @cached_property
    def sources(self) -> list[Source]:
        """Every source that the guide's facts, pay and outlook rest on."""
        used: dict[int, Source] = {}
        for view in self.sections:
            for key in view.compiled.facts:
                fact = self.facts.get(key)
                if fact and fact.source:
                    used[fact.source.pk] = fact.source
        for row in (self.facts.wage_of.get("US"), self.facts.projection):
            if row is not None:
                used[row.source.pk] = row.source
        return sorted(used.values(), key=lambda source: (source.kind != Source.Kind.OFFICIAL, source.title))


def guide_page(role: Role, *, state: State | None, today: date, drafts: bool = False) -> GuidePage:
    """The guide of a role, for a reader's state, as of a day; with `drafts`, next texts stand in for present ones."""
    store = FactStore(role, state=state, today=today)
    page = GuidePage(role=role, state=state, today=today, facts=store)
    texts = [(section, _body(section, today, drafts=drafts)) for section in role.sections.all()]
    compiled = [(section, body, compile_text(body, section.slug)) for section, body in texts if body.strip()]
    store.prefetch(key for _section, _text, result in compiled for key in result.facts)
    wanted = {slug for _section, _text, result in compiled for slug in result.terms}
    terms = {term.slug: term for term in GlossaryTerm.objects.filter(slug__in=wanted)} if wanted else {}
    explained: set[str] = set()
    for section, body, result in compiled:
        writer = _SectionWriter(page, section, terms, explained)
        segments = tuple(writer.segments(result))
        page.sections.append(SectionView(section, body, result, segments, is_due=section.is_due(today)))
    return page


def _body(section: Section, today: date, *, drafts: bool) -> str:
    due = section.next_on is not None and section.next_on <= today
    return section.next_body if section.next_body and (drafts or due) else section.body


class _SectionWriter:
    """Fills one section's marks, and collects what goes into the margin."""

    def __init__(self, page: GuidePage, section: Section, terms: dict[str, GlossaryTerm], explained: set[str]) -> None:
        self.page = page
        self.section = section
        self.terms = terms
        self.explained = explained

    def segments(self, compiled: Compiled) -> Iterator[SegmentView]:
        """The section's segments, in order."""
        for place, segment in enumerate(compiled.segments):
            if segment.block:
                yield SegmentView(block=segment.block)
                continue
            facts = {key: view for key in segment.facts if (view := self.page.facts.get(key))}
            new_terms = [
                self.terms[slug] for slug in segment.terms if slug in self.terms and slug not in self.explained
            ]
            self.explained.update(term.slug for term in new_terms)
            base = f"{self.section.slug}-{place}"
            html = fill(segment.html, lambda tag, base=base, facts=facts: self._tag(tag, base, facts))  # type: ignore[misc]
            # Compiled HTML went through the sanitiser; what `_tag` puts in is escaped there.
            yield SegmentView(html=mark_safe(html), notes=tuple(_notes(base, facts, new_terms)))  # noqa: S308

    def _tag(self, tag: Tag, base: str, facts: dict[str, FactView]) -> str:
        if tag.kind == "state":
            return escape(self.page.state.name if self.page.state else _("your state"))
        if tag.kind == "term":
            return self._term(tag)
        if tag.kind == "fact":
            return _fact(base, facts.get(tag.key))
        return ""

    def _term(self, tag: Tag) -> str:
        term = self.terms.get(tag.key)
        words = escape(tag.words or (term.term if term else tag.key))
        if term is None:
            return words
        return f'<a class="term" href="#t-{term.slug}">{words}</a>'


def _fact(base: str, view: FactView | None) -> str:
    if view is None:
        return f'<span class="fact fact--missing">{escape(_("not known"))}</span>'
    value = escape(view.value)
    if view.source is not None:
        value = f'<a class="fact" href="#{base}-{view.source.key}">{value}</a>'
    if view.is_low:
        value += f' <span class="tag tag--should">{escape(_("not confirmed"))}</span>'
    elif view.is_stale:
        value += f' <span class="tag tag--should">{escape(_("past its check"))}</span>'
    return value


def _notes(base: str, facts: dict[str, FactView], terms: list[GlossaryTerm]) -> Iterator[Note]:
    for term in terms:
        yield Note("term", f"t-{term.slug}", title=term.term, text=term.definition)
    stale = tuple(view for view in facts.values() if view.is_stale)
    if stale:
        title = ngettext("Due for a check", "Due for a check", len(stale))
        yield Note("stale", f"{base}-stale", title=title, facts=stale)
    unsure = tuple(view for view in facts.values() if view.is_low and not view.is_stale)
    if unsure:
        yield Note("unsure", f"{base}-unsure", title=_("We could not confirm this"), facts=unsure)
    sources = {
        view.source.key: (f"{base}-{view.source.key}", view.source, view.as_of)
        for view in facts.values()
        if view.source
    }
    if sources:
        title = ngettext("Source", "Sources", len(sources))
        yield Note("source", f"{base}-sources", title=title, sources=tuple(sources.values()))
