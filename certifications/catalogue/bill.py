"""The bill of each credential over the years: the arithmetic line by line, and a picture of the totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.catalogue.cost import LEAST_YEARS, MONTHS_A_YEAR, MOST_YEARS, Amount, Cost, Line
from certifications.catalogue.side import Side
from guides.page.compare.cells import Cell, Row
from guides.page.notes import Margin, Note

# More payments than this are not listed one by one.
_NAMED = 6


@dataclass(frozen=True)
class Bar:
    """One total as a bar from zero: what is sure, and how far it may reach."""

    name: str
    total: str
    sure: str
    reach: str
    is_whole: bool
    is_unsure: bool


@dataclass
class Bill:
    """The costs of all that are compared."""

    sides: Sequence[Side]
    years: int

    @cached_property
    def costs(self) -> list[Cost]:
        """The bill of each."""
        return [side.cost(self.years) for side in self.sides]

    @property
    def title(self) -> str:
        """What it comes to, in a sentence."""
        known = [(side, cost) for side, cost in zip(self.sides, self.costs, strict=True) if cost.is_known]
        if known and len(self.sides) == 1:
            return _("%(cost)s over %(years)d years") % {"cost": capfirst(total(known[0][1])), "years": self.years}
        parts = [_("%(cost)s for %(name)s") % {"cost": total(cost), "name": side.name} for side, cost in known]
        if not parts:
            return _("What it costs is not in our data")
        words = _("Over %(years)d years: %(costs)s")
        return words % {"years": self.years, "costs": get_text_list(parts, _("and"))}

    @property
    def bars(self) -> list[Bar]:
        """One bar each, all on one scale that begins at zero."""
        costs = self.costs
        most = max((cost.total.high for cost in costs), default=Decimal(0)) or Decimal(1)
        return [
            Bar(
                side.name,
                total(cost) if cost.is_known else "",
                f"{cost.total.low / most * 100:.2f}%",
                f"{cost.total.high / most * 100:.2f}%",
                cost.is_whole,
                side.is_unsure,
            )
            for side, cost in zip(self.sides, costs, strict=True)
        ]

    @property
    def rows(self) -> list[Row]:
        """The arithmetic: each line, then the sum."""
        costs = self.costs
        lines = {line.what: _labels()[line.what] for cost in costs for line in cost.lines}
        rows = [
            Row(label, [self._cell(side, cost, what) for side, cost in zip(self.sides, costs, strict=True)], True)
            for what, label in lines.items()
        ]
        sums = [
            Cell(side.name, total(cost) if cost.is_known else "", mark=_("not confirmed") if side.is_unsure else "")
            for side, cost in zip(self.sides, costs, strict=True)
        ]
        return [*rows, Row(_("Total over %d years") % self.years, sums, True)]

    def _cell(self, side: Side, cost: Cost, what: str) -> Cell:
        line = next((line for line in cost.lines if line.what == what), None)
        if line is None:
            return Cell(side.name, unknown=_("no job of ours, so no state’s fee"))
        if not line.is_known or line.total is None:
            return Cell(side.name, unknown=_unknown(line))
        if not line.after:
            return Cell(side.name, dollars(line.total), more=_never(line, side, self.years))
        return Cell(side.name, dollars(line.total), more=_each(line))

    @property
    def year_by_year(self) -> list[tuple[int, list[str]]]:
        """The totals of each span."""
        spans = range(LEAST_YEARS, MOST_YEARS + 1)
        return [
            (years, [total(cost) if (cost := side.cost(years)).is_known else "" for side in self.sides])
            for years in spans
        ]

    @property
    def notes(self) -> tuple[Note, ...]:
        """Doubts and sources."""
        margin = Margin("b-cost")
        for side in self.sides:
            for view in side.fee_views:
                margin.add(view)
        return margin.notes()

    @property
    def aside(self) -> Note:
        """What is not in it."""
        text = _(
            "Courses, books, continuing education, travel, membership and a second try are not in it, nor is what you "
            "must hold first. A renewal due on the last day is counted: you pay it by then to keep the letters."
        )
        return Note("aside", "b-cost-not", title=_("What is not in it"), text=text)


def dollars(amount: Amount) -> str:
    """`$129`, or `$125 to $139`; cents only where there are any."""
    if amount.is_range:
        return _("%(low)s to %(high)s") % {"low": _one(amount.low), "high": _one(amount.high)}
    return _one(amount.low)


def total(cost: Cost) -> str:
    """The sum; the least that it can be where a line is not known."""
    return dollars(cost.total) if cost.is_whole else _("at least %s") % _one(cost.total.low)


def _one(amount: Decimal) -> str:
    return f"${amount:,.0f}" if amount == amount.to_integral_value() else f"${amount:,.2f}"


def _labels() -> dict[str, str]:
    return {
        "exam": _("Exam fee"),
        "renewal": _("Renewals"),
        "state-first": _("The state, the first time"),
        "state-renewal": _("The state, again"),
    }


def _unknown(line: Line) -> str:
    if line.after and line.each is None:
        times = ngettext("%d time, the fee is not in our data", "%d times, the fee is not in our data", len(line.after))
        return _("not in our data") if line.after == (0,) else times % len(line.after)
    return _("not in our data")


def _never(line: Line, side: Side, years: int) -> str:
    if line.what.startswith("state") and side.asks_nothing:
        return _("we found nothing that the state hands out")
    fees = side.fees
    fee = fees.renewal if line.what == "renewal" else fees.state_renewal
    if fee.every:
        return _("not due within %d years") % years
    return _("it does not run out")


def _each(line: Line) -> str:
    """`5 × $55, after 2, 4, 6, 8 and 10 years`; nothing to explain for a single payment at the start."""
    if line.each is None or not line.after or line.after == (0,):
        return ""
    told = _("%(times)d × %(each)s") % {"times": len(line.after), "each": dollars(line.each)}
    if len(line.after) > _NAMED:
        return f"{told}, {_every(line.after[0])}"
    years = get_text_list([_in_years(months) for months in line.after], _("and"))
    return _("%(times)s, after %(years)s years") % {"times": told, "years": years}


def _every(months: int) -> str:
    if months == MONTHS_A_YEAR:
        return _("every year")
    return _("every %s years") % _in_years(months)


def _in_years(months: int) -> str:
    return f"{Decimal(months) / MONTHS_A_YEAR:.2f}".rstrip("0").rstrip(".")
