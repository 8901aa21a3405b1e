"""Middle pay of every place as dots on one line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.models import WageEstimate
from guides.page.money import dollars, pay
from guides.page.notes import Note, cite
from guides.page.pay_here import PayHere
from guides.page.places import Place
from guides.page.reliable import instead_of_pay
from guides.page.scale import Scale, scale_over

# Pixels: one dot above another, the names above them, the line and its figures below.
_DOT, _NAMES, _FIGURES = 11, 56, 34
# Widest range, in dollars, at which dots a step of 500 apart still stand beside each other on a phone.
_FINE_RANGE = 24_000
# How much of the width half a name with its figure may take.
_NAME_ROOM = 0.28


@dataclass(frozen=True)
class Known:
    """A place with its middle pay."""

    pay: int
    name: str
    code: str
    told: str

    @property
    def words(self) -> str:
        """“Ohio $40,650”."""
        return f"{self.name} {self.told}"


@dataclass(frozen=True)
class Dot:
    """One place in the picture, with how its name is set where it is named."""

    x: str
    y: int
    words: str
    anchor: str

    @property
    def top(self) -> int:
        """Where the line from its name ends."""
        return self.y - 8


@dataclass(frozen=True)
class StatePay:
    """Middle pay in every place."""

    title: str
    words: str
    others: list[Dot]
    ends: list[Dot]
    mine: Dot | None
    scale: Scale
    base: int
    count: int
    step: str
    table: list[tuple[str, str, bool]]
    notes: tuple[Note, ...]

    @property
    def height(self) -> int:
        """Names, dots, line and figures."""
        return self.base + _FIGURES

    @property
    def mark(self) -> int:
        """Where the marks on the line end."""
        return self.base + 5

    @property
    def figures(self) -> int:
        """Where the figures under the line stand."""
        return self.base + 21


def state_pay(facts: PayHere, places: dict[str, Place]) -> StatePay | None:
    """Every state and D.C., and a territory only where the reader lives there; nothing without two figures."""
    mine = facts.here if facts.here != "US" else ""
    shown = {code: place.name for code, place in places.items() if not place.is_territory or code == mine}
    rows = {code: row for code in shown if (row := facts.wage_of.get(code)) is not None and row.year_median}
    known = sorted(_exact(rows, shown), key=lambda place: (place.pay, place.name))
    if len(known) < 2:  # noqa: PLR2004 -- one place alone compares with nothing
        return None
    scale = scale_over(place.pay for place in known)
    step = 500 if known[-1].pay - known[0].pay <= _FINE_RANGE else 1_000
    base, dots = _stacked(known, mine, scale, step)
    row = rows[known[0].code]
    named = [code for code in (known[0].code, known[-1].code) if code != mine]
    return StatePay(
        title=_range_of_exact(known) if len(known) < len(rows) else _finding(known, mine),
        words=_("Middle yearly pay in %(count)d places, from %(low)s to %(high)s.")
        % {"count": len(known), "low": known[0].words, "high": known[-1].words},
        others=[dot for code, dot in dots.items() if code != mine],
        ends=[dots[code] for code in named],
        mine=dots.get(mine),
        scale=scale,
        base=base,
        count=len(known),
        step=dollars(step),
        table=_table(facts, places, mine),
        notes=(*_capped(len(rows) - len(known)), _prices(), *cite("b-pay-states", [(row.source, row.as_of)])),
    )


def _exact(rows: Mapping[str, WageEstimate], names: Mapping[str, str]) -> Iterator[Known]:
    """Places whose middle pay is told exactly: where so much “or more” stands among the others nobody can say."""
    for code, row in rows.items():
        if row.year_median and not row.is_or_more("median"):
            yield Known(row.year_median, names[code], code, pay(row, "year_median"))


def _stacked(known: Sequence[Known], mine: str, scale: Scale, step: int) -> tuple[int, dict[str, Dot]]:
    """Dots rounded to the step, one above the other; those that are named stand on top. Says where the line is."""
    ends = {known[0].code, known[-1].code}
    heights: dict[int, int] = {}
    raised: list[tuple[Known, int, int]] = []
    for place in sorted(known, key=lambda place: (place.code == mine, place.code in ends)):
        at = round(place.pay / step) * step
        raised.append((place, at, heights.get(at, 0)))
        heights[at] = heights.get(at, 0) + _DOT
    base = _NAMES + max(heights.values())
    return base, {
        place.code: Dot(scale.at(at), base - 9 - height, place.words, scale.anchor(at, room=_NAME_ROOM))
        for place, at, height in raised
    }


def _finding(known: Sequence[Known], mine: str) -> str:
    here = next((place for place in known if place.code == mine), None)
    if here is None:
        return _("Middle pay runs from %(least)s in %(low)s to %(most)s in %(high)s") % _ends(known)
    above = sum(place.pay > here.pay for place in known)
    if above == 0:
        return _("No place pays more in the middle than %s") % here.name
    if above == len(known) - 1:
        return _("Every other place pays more in the middle than %s") % here.name
    return _("%(above)d of %(others)d other places pay more in the middle than %(name)s") % {
        "above": above,
        "others": len(known) - 1,
        "name": here.name,
    }


def _range_of_exact(known: Sequence[Known]) -> str:
    words = _("Where it is told exactly, middle pay runs from %(least)s in %(low)s to %(most)s in %(high)s")
    return words % _ends(known)


def _ends(known: Sequence[Known]) -> dict[str, str]:
    low, high = known[0], known[-1]
    return {"least": low.told, "low": low.name, "most": high.told, "high": high.name}


def _table(facts: PayHere, places: dict[str, Place], mine: str) -> list[tuple[str, str, bool]]:
    rows = []
    for code, place in places.items():
        row = facts.wage_of.get(code)
        median = row.year_median if row is not None else None
        rows.append((-(median or 0), place.name, pay(row, "year_median") or instead_of_pay(row), code == mine))
    return [(name, pay, is_mine) for _order, name, pay, is_mine in sorted(rows)]


def _capped(number: int) -> list[Note]:
    """That some places have no dot, because the survey stops counting there."""
    if not number:
        return []
    text = ngettext(
        "Of %d place the survey says only that middle pay is so much or more. The table has it, not the picture.",
        "Of %d places the survey says only that middle pay is so much or more. The table has them, not the picture.",
        number,
    )
    return [Note("aside", "b-pay-states-capped", title=_("Top of the scale"), text=text % number)]


def _prices() -> Note:
    text = _("A dollar buys more in some places than in others. These figures are not adjusted for rent or prices.")
    return Note("aside", "b-pay-states-prices", title=_("Before you compare"), text=text)
