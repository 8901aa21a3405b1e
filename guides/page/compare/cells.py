"""What a comparison is made of: parts, rows, cells, and the words that mark a figure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guides.models import Source
from guides.page.compare.sides import Side
from guides.page.facts import FactView
from guides.page.notes import Margin, Note, cite
from guides.page.scale import Scale
from guides.page.strip import Strip
from guides.page.texts import fact_cell


@dataclass(frozen=True)
class Item:
    """One line of a cell: words, an address where they lead somewhere, and what is said after them."""

    words: SafeString | str
    url: str = ""
    after: SafeString | str = ""

    @property
    def is_outside(self) -> bool:
        """Whether the address leads to another site."""
        return self.url.startswith("http")


@dataclass(frozen=True)
class Cell:
    """What is known of one role; no text and no items mean that we do not know."""

    role: str
    text: SafeString | str = ""
    more: str = ""
    mark: str = ""
    items: tuple[Item, ...] = ()
    unknown: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.text or self.items)


@dataclass(frozen=True)
class Row:
    """One thing compared."""

    label: str
    cells: list[Cell]
    is_number: bool = False


@dataclass(frozen=True)
class Part:
    """Rows that belong together, below a heading."""

    slug: str
    name: str
    title: str
    rows: list[Row]
    notes: tuple[Note, ...] = ()
    strips: list[Strip] = field(default_factory=list)
    scale: Scale | None = None
    hint: str = ""


def marks(values: Sequence[float | Decimal | None]) -> list[str]:
    """“highest” and “lowest” beside the figures that are, “higher” of two; nothing where none differs."""
    known = {value for value in values if value is not None}
    if len(known) < 2:  # noqa: PLR2004 -- one figure, or the same one twice
        return ["" for _value in values]
    is_pair = len(values) == 2  # noqa: PLR2004 -- of two, one word says it all
    words = {max(known): _("higher")} if is_pair else {max(known): _("highest"), min(known): _("lowest")}
    return [words.get(value, "") if value is not None else "" for value in values]


def row(label: str, sides: Sequence[Side], tell: Callable[[Side], str]) -> Row:
    """A row of words."""
    return Row(label, [Cell(side.role.title, tell(side)) for side in sides])


def facts(label: str, sides: Sequence[Side], keys: Iterable[str], margin: Margin) -> Row:
    """A row of the guides' own facts: the first of these that each has."""
    keys = tuple(keys)
    views = [(side, side.first(keys)) for side in sides]
    return Row(
        label,
        [
            Cell(side.role.title, told(side, view, margin), view.label) if view else Cell(side.role.title)
            for side, view in views
        ],
    )


def told(side: Side, view: FactView, margin: Margin) -> SafeString:
    """The fact with its source; doubts in the margin say whose it is."""
    return fact_cell(replace(view, label=f"{side.role.title}: {view.label}"), margin)


def links(sides: Sequence[Side], words: str, *kinds: str) -> Row:
    """A row that leads into each guide."""
    cells = [Cell(side.role.title, items=(Item(words, side.section_url(*kinds)),)) for side in sides]
    return Row(_("In the guide"), cells)


def cited(base: str, found: Iterable[tuple[Source, str] | None]) -> tuple[Note, ...]:
    """A note that names each source once; roles without one are passed over."""
    return cite(base, [pair for pair in found if pair is not None])


def inside(name: str) -> str:
    """A name inside a sentence: “Pharmacy technicians” begins small there, “EMTs” does not."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
