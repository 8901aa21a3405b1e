"""What it costs to earn a credential and keep it: plain arithmetic that can be shown line by line.

The span begins on the day of the exam. What falls due again every so many months is due by the last day of each such
stretch, so a renewal that falls due on the last day of the span belongs to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

MONTHS_A_YEAR = 12
LEAST_YEARS, MOST_YEARS = 2, 10
# The span where none was asked for.
YEARS = 4


@dataclass(frozen=True)
class Amount:
    """Dollars; the two ends differ where sources do."""

    low: Decimal
    high: Decimal

    def times(self, number: int) -> "Amount":
        """The amount, so many times."""
        return Amount(self.low * number, self.high * number)

    @property
    def is_range(self) -> bool:
        """Whether the two ends differ."""
        return self.low != self.high


@dataclass(frozen=True)
class Fee:
    """What is paid again and again: every so many months, 0 for never. Nothing stands for what we do not know."""

    amount: Amount | None
    every: int | None

    def due(self, years: int) -> tuple[int, ...] | None:
        """The months after which it is paid within the years; nothing where we do not know how often."""
        if self.every is None:
            return None
        return tuple(range(self.every, years * MONTHS_A_YEAR + 1, self.every)) if self.every else ()


@dataclass(frozen=True)
class Fees:
    """Everything that one credential costs; the state's part is left out where no state was chosen."""

    exam: Amount | None
    renewal: Fee
    state_first: Amount | None = None
    state_renewal: Fee = Fee(None, None)
    with_state: bool = False


@dataclass(frozen=True)
class Line:
    """One line of the bill: what for, how much each time, after which months; 0 is the day of the exam."""

    what: str
    each: Amount | None
    after: tuple[int, ...] | None

    @property
    def is_known(self) -> bool:
        """Whether the line can be added up; what is never due costs nothing, whatever its price."""
        return self.after is not None and (not self.after or self.each is not None)

    @property
    def total(self) -> Amount | None:
        """What the line comes to."""
        if self.after == ():
            return Amount(Decimal(0), Decimal(0))
        if self.each is None or self.after is None:
            return None
        return self.each.times(len(self.after))


@dataclass(frozen=True)
class Cost:
    """The bill of one credential over some years."""

    years: int
    lines: tuple[Line, ...]

    @property
    def total(self) -> Amount:
        """The sum of the lines that are known."""
        known = [line.total for line in self.lines if line.total is not None]
        return Amount(_sum(amount.low for amount in known), _sum(amount.high for amount in known))

    @property
    def is_whole(self) -> bool:
        """Whether every line is known; where not, the total is the least that it can be."""
        return all(line.is_known for line in self.lines)

    @property
    def is_known(self) -> bool:
        """Whether any line with something to pay is known."""
        return any(line.is_known and line.after for line in self.lines)


def cost_over(years: int, fees: Fees) -> Cost:
    """The bill over the years."""
    lines = [
        Line("exam", fees.exam, (0,)),
        Line("renewal", fees.renewal.amount, fees.renewal.due(years)),
    ]
    if fees.with_state:
        lines += [
            Line("state-first", fees.state_first, (0,)),
            Line("state-renewal", fees.state_renewal.amount, fees.state_renewal.due(years)),
        ]
    return Cost(years, tuple(lines))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
