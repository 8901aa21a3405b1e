"""What an exam holds: the outline in force on a day, the one before or after it, and a picture of the shares."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.models import ExamOutline, OutlineDomain
from guides.models import Confidence, Source
from guides.page.facts import FactView
from guides.page.money import percent
from guides.page.notes import Margin, Note


@dataclass(frozen=True)
class Share:
    """One part of the exam: its share, the bar that draws it, and about how many of the questions it is."""

    domain: OutlineDomain
    width: str
    weight: str
    items: str


@dataclass(frozen=True)
class Change:
    """One part of the exam over the versions; an empty text where a version has no such part."""

    name: str
    weights: list[str]


@dataclass
class OutlineView:
    """The outline that an exam on the day is made by, beside the others that we know."""

    now: ExamOutline
    others: list[ExamOutline]
    today: date

    @cached_property
    def shares(self) -> list[Share]:
        """The parts, the largest first; a whole bar is half of the exam where no part is larger."""
        rows = sorted(self.now.domains.all(), key=lambda row: -row.weight)
        widest = max(Decimal(50), *(row.weight for row in rows)) if rows else Decimal(50)
        return [Share(row, f"{row.weight / widest * 100:.2f}%", percent(row.weight), self._items(row)) for row in rows]

    def _items(self, row: OutlineDomain) -> str:
        if not self.now.items:
            return ""
        number = int((row.weight * self.now.items / 100).to_integral_value())
        return ngettext("about %d question", "about %d questions", number) % number

    @property
    def title(self) -> str:
        """What the picture says, in a sentence."""
        first = self.shares[0] if self.shares else None
        if first is None:
            return _("What the exam holds")
        return _("%(share)s of the exam: %(part)s") % {"share": first.weight, "part": first.domain.name}

    @property
    def since(self) -> str:
        """Which version it is, and from when to when it holds."""
        return f"{self.now.version}, {in_force(self.now)}" if in_force(self.now) else self.now.version

    @cached_property
    def next(self) -> ExamOutline | None:
        """The version that comes after this one."""
        later = [row for row in self.others if row.in_force_from and row.in_force_from > self.today]
        return min(later, key=lambda row: row.in_force_from or self.today, default=None)

    @cached_property
    def versions(self) -> list[ExamOutline]:
        """The version and its neighbors in time, the earliest first."""
        known = [row for row in self.others if row is self.next or row.in_force_until]
        return sorted([*known, self.now], key=lambda row: row.in_force_from or date.min)

    @cached_property
    def changes(self) -> list[Change]:
        """Every part with its share in each version."""
        named: dict[str, str] = {}
        for version in (self.now, *self.versions):
            for row in version.domains.all():
                named.setdefault(row.slug, row.name)
        tables = [{row.slug: percent(row.weight) for row in version.domains.all()} for version in self.versions]
        return [Change(name, [table.get(slug, "") for table in tables]) for slug, name in named.items()]

    @property
    def headings(self) -> list[tuple[str, str]]:
        """Each version with the days on which it holds."""
        return [(row.version, in_force(row)) for row in self.versions]

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Doubts and sources of the versions shown."""
        margin = Margin("b-outline")
        for row in self.versions:
            margin.add(_as_fact(row, self.today))
        return margin.notes()

    def cite(self, margin: Margin) -> None:
        """Put the source and the doubts of the version in force into another margin."""
        margin.add(_as_fact(self.now, self.today))

    @property
    def is_unsure(self) -> bool:
        """Whether we could not confirm it."""
        return self.now.confidence == Confidence.LOW

    @property
    def is_second_hand(self) -> bool:
        """Whether it was taken from someone who reports it."""
        return self.now.source.kind == Source.Kind.SECOND_HAND


def in_force(row: ExamOutline) -> str:
    """From when to when a version holds, in words; empty where no day is known."""
    first, last = (date_format(day, "j F Y") if day else "" for day in (row.in_force_from, row.in_force_until))
    if first and last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return _("since %s") % first if first else _("until %s") % last if last else ""


def outlines(credentials: Collection[int]) -> list[ExamOutline]:
    """The outlines of credentials with their parts, in two queries."""
    rows = ExamOutline.objects.filter(credential__in=credentials).select_related("source").prefetch_related("domains")
    return [*rows]


def outline_view(rows: Sequence[ExamOutline], today: date) -> OutlineView | None:
    """The outlines of one credential as seen on a day; nothing where none is in force."""
    held = [row for row in rows if _holds(row, today)]
    if not held:
        return None
    now = max(held, key=lambda row: row.in_force_from or date.min)
    return OutlineView(now, [row for row in rows if row is not now], today)


def _holds(row: ExamOutline, day: date) -> bool:
    return (row.in_force_from or day) <= day <= (row.in_force_until or day)


def _as_fact(row: ExamOutline, today: date) -> FactView:
    return FactView(
        key=f"outline-{row.pk}",
        value=row.version,
        label=row.version,
        source=row.source,
        as_of=in_force(row),
        is_low=row.confidence == Confidence.LOW,
        is_stale=row.review_by is not None and row.review_by < today,
        note=row.note,
    )
