"""Puts a guide together: its sections filled with facts, and what stands before and after them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guides.markup import Compiled, compile_text
from guides.models import (
    GlossaryTerm,
    RelatedRole,
    Role,
    Section,
    Source,
    State,
)
from guides.page.blocks import Blocks
from guides.page.changes import Change, recent_changes
from guides.page.compare.address import compare_url
from guides.page.facts import FactStore
from guides.page.fit import split_notes
from guides.page.glance import GLANCE_FACTS
from guides.page.money import dollars
from guides.page.next_step import NextStep, next_step
from guides.page.notes import Margin, Note, anchor, cite
from guides.page.profiles import ProfileLink, profile_links
from guides.page.texts import Writer
from guides.rows import Rows

# Careful reading of plain text, in words a minute.
READING_SPEED = 220
# Drawings that a part brings along; a part of one trade's own comes before one that any trade has.
_ART = {
    ("counter", Section.Kind.SETTINGS): "hood",
    ("", Section.Kind.CREDENTIALS): "certificate",
    ("", Section.Kind.RESUME): "resume",
    ("", Section.Kind.GROWING): "path",
}


_NOTHING = SafeString("")


@dataclass(frozen=True)
class SegmentView:
    """A text with its margin, or the name of the template of a block."""

    html: SafeString = _NOTHING
    notes: tuple[Note, ...] = ()
    below: tuple[Note, ...] = ()
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
    art: str = ""


@dataclass(frozen=True)
class Neighbor:
    """A job next door, with its middle pay, and its guide or else its profile where there is one."""

    title: str
    why: str
    pay: str
    url: str
    beside: str = ""


@dataclass
class GuidePage(Blocks):
    """One guide for one reader, on one day."""

    role: Role
    state: State | None
    today: date
    facts: FactStore
    sections: list[SectionView] = field(default_factory=list)
    writer: Writer = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Writer(self.facts, self.state, ())

    @cached_property
    def minutes(self) -> int:
        """How long it takes to read it all, in minutes."""
        words = sum(view.compiled.words for view in self.sections)
        return max(1, round(words / READING_SPEED))

    @cached_property
    def reviewed_on(self) -> date | None:
        """The latest day on which someone checked a section."""
        days = [view.section.reviewed_on for view in self.sections if view.section.reviewed_on]
        return max(days, default=None)

    @cached_property
    def reviewers(self) -> list[str]:
        """Who checked the sections, each named once."""
        return [*dict.fromkeys(view.section.reviewed_by for view in self.sections if view.section.reviewed_by)]

    @cached_property
    def also_called(self) -> list[str]:
        """Other titles that readers see."""
        return [title.title for title in self._of_role("titles", self.role.titles.all) if title.is_shown]

    @cached_property
    def sources(self) -> list[Source]:
        """Every source that the page's figures rest on, official ones first."""
        self.touch_all()
        return sorted(self.facts.used.values(), key=lambda source: (source.kind != Source.Kind.OFFICIAL, source.title))

    @cached_property
    def source_groups(self) -> list[tuple[str, list[Source]]]:
        """The sources by how close they are to whoever decides the fact."""
        names = {
            Source.Kind.OFFICIAL: _("Official: the issuer, a law, a government statistic"),
            Source.Kind.SECOND_HAND: _("Second-hand: someone reporting it"),
            Source.Kind.OWN: _("Our editors’ own summary"),
        }
        groups = {kind: [source for source in self.sources if source.kind == kind] for kind in names}
        return [(names[kind], found) for kind, found in groups.items() if found]

    @cached_property
    def neighbors(self) -> list[Neighbor]:
        """Jobs next door. A guide that comes out today is linked from tomorrow."""
        return [self._neighbor(*row) for row in self._related]

    @cached_property
    def _related(self) -> list[tuple[str, str, str, int | None]]:
        """Title, reason and SOC code of the jobs next door, and the role that has a guide or may get one."""
        rows = RelatedRole.objects.filter(role=self.role).values_list("title", "why", "soc", "target")
        return self.facts.rows.get(("related", self.role.pk), lambda: [*rows])

    @cached_property
    def _published(self) -> dict[int, str]:
        """The slugs of guides that were out when the day began."""
        start = timezone.make_aware(datetime.combine(self.today, time.min))
        out = Role.objects.published(start).order_by().values_list("pk", "slug")
        return self.facts.rows.get(("published", start), lambda: dict(out))

    @cached_property
    def _profiles(self) -> dict[str, ProfileLink]:
        codes = [self.role.soc, *(soc for _title, _why, soc, _role in self._related)]
        return self.facts.rows.get(("profiles", *codes), lambda: profile_links(codes))

    @property
    def profile(self) -> ProfileLink | None:
        """What the official data say about the job; nothing where they were not imported."""
        return self._profiles.get(self.role.onet_soc)

    @cached_property
    def neighbor_notes(self) -> tuple[Note, ...]:
        """Where the pay next door comes from."""
        rows = [row for row in self.facts.national.values() if any(job.pay for job in self.neighbors)]
        return cite("b-related", [(row.source, row.as_of) for row in rows])

    def _neighbor(self, title: str, why: str, soc: str, role: int | None) -> Neighbor:
        slug = self._published.get(role) if role else None
        wage = self.facts.national.get(soc) if soc else None
        if wage is not None:
            self.facts.used[wage.source.pk] = wage.source
        pay = dollars(wage.year_median) if wage is not None else ""
        profile = self._profiles.get(soc)
        url = reverse("guides:detail", args=[slug]) if slug else profile.url if profile else ""
        return Neighbor(title, why, pay, url, self.compare_with(slug) if slug else "")

    def compare_with(self, *slugs: str) -> str:
        """The page that sets this guide's job beside others; with none, the page to choose them on."""
        return compare_url([self.role.slug, *slugs], self.state.usps if self.state else "")

    @property
    def compare_url(self) -> str:
        """Where to choose what to set this job beside."""
        return self.compare_with()

    @cached_property
    def changes(self) -> list[Change]:
        """The last few changes, latest first."""
        asked = ("changes", self.role.pk, get_language(), *self.facts.ids)
        return self.facts.rows.get(asked, lambda: recent_changes(self.role, self.facts.ids))

    @cached_property
    def next_step(self) -> NextStep:
        """The one step that the page's flag stands for."""
        return next_step(self)

    @cached_property
    def flag_at(self) -> str:
        """The section at whose end the flag stands."""
        kinds = {view.section.kind: view.section.slug for view in reversed(self.sections)}
        last = self.sections[-1].section.slug if self.sections else ""
        return kinds.get(Section.Kind.WAY_IN) or self.anchor_of("steps") or last

    @property
    def switches(self) -> list[tuple[str, str]]:
        """The forms behind the menus of states: name, and the anchor that the reader comes back to."""
        return [("state-first", "my-state"), ("state-again", self.anchor_of("state-rule"))]

    def anchor_of(self, block: str) -> str:
        """The section that holds a block; empty where none does."""
        return next((view.section.slug for view in self.sections if block in view.compiled.blocks), "")


def guide_page(
    role: Role, *, state: State | None, today: date, drafts: bool = False, rows: Rows | None = None
) -> GuidePage:
    """The guide of a role, for a reader's state, as of a day; with `drafts`, next texts stand in for present ones."""
    store = FactStore(role, state=state, today=today, rows=rows)
    page = GuidePage(role=role, state=state, today=today, facts=store)
    found = store.rows.get(("sections", role.pk), lambda: [*role.sections.all()])
    texts = [(section, _body(section, today, drafts=drafts)) for section in found]
    compiled = [(section, body, compile_text(body, section.slug)) for section, body in texts if body.strip()]
    page.blocks = frozenset(name for _section, _text, result in compiled for name in result.blocks)
    everything = [*(result for _section, _text, result in compiled), *map(compile_text, page.short_texts())]
    keys = [key for result in everything for key in result.facts]
    store.prefetch([*keys, *GLANCE_FACTS], credentials=bool(page.blocks & {"credentials", "more-credentials"}))
    page.writer = Writer(store, state, _terms(everything, store.rows))
    for section, body, result in compiled:
        segments = tuple(_segments(page, section, result))
        art = _art(role, section)
        page.sections.append(SectionView(section, body, result, segments, is_due=section.is_due(today), art=art))
    return page


def _art(role: Role, section: Section) -> str:
    kind = Section.Kind(section.kind)
    return _ART.get((role.art, kind)) or _ART.get(("", kind), "")


def _body(section: Section, today: date, *, drafts: bool) -> str:
    due = section.next_on is not None and section.next_on <= today
    return section.next_body if section.next_body and (drafts or due) else section.body


def _terms(texts: Iterable[Compiled], rows: Rows) -> list[GlossaryTerm]:
    wanted = {slug for result in texts for slug in result.terms}
    return rows.get(("terms", *sorted(wanted)), lambda: [*GlossaryTerm.objects.filter(slug__in=wanted)])


def _segments(page: GuidePage, section: Section, compiled: Compiled) -> Iterator[SegmentView]:
    told = {(source.key, as_of): anchor(base, source) for base, source, as_of in page.cited_by(compiled.blocks)}
    for place, segment in enumerate(compiled.segments):
        if segment.block:
            yield SegmentView(block=segment.block)
            continue
        margin = Margin(f"{section.slug}-{place}", told=told)
        html = page.writer.write(segment, margin)
        beside, below = split_notes(html, margin.notes())
        yield SegmentView(html=html, notes=beside, below=below)
