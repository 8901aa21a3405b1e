"""Where a pay stands among what others earn. Plain Python."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

# From low to high; the share that earns less than each, of a hundred.
POINTS: Final[Mapping[str, int]] = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}


@dataclass(frozen=True)
class Place:
    """The nearest known points at or below a pay, and at or above it; empty where none is known there."""

    below: str = ""
    above: str = ""

    @property
    def is_on_a_point(self) -> bool:
        """Whether it is exactly what one of them says."""
        return bool(self.below) and bool(self.above) and POINTS[self.below] >= POINTS[self.above]


def place(amount: Decimal, known: Mapping[str, Decimal], or_more: AbstractSet[str] = frozenset()) -> Place | None:
    """Between which points it lies; nothing where none is known.

    Of a point in `or_more` the survey says only that pay is as much or more: a pay under it is surely under the
    point, but one at or over it can be on either side.
    """
    points = [point for point in POINTS if point in known]
    below = [point for point in points if known[point] <= amount and point not in or_more]
    above = [point for point in points if known[point] > amount or (known[point] == amount and point not in or_more)]
    found = Place(below[-1] if below else "", above[0] if above else "")
    return found if found != Place() else None


def next_up(amount: Decimal, known: Mapping[str, Decimal], or_more: AbstractSet[str] = frozenset()) -> list[str]:
    """The points over a pay that are known exactly, the nearest first."""
    return [point for point in POINTS if point in known and point not in or_more and known[point] > amount]
