"""Where the marks of a timeline stand on its picture, in the units of its view box."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from plans.timeline import Mark, Timeline

WIDTH, FLOOR = 1000, 150
_EDGE, _DOT = 20, 24
# So many marks stand above each other; the others are told as a number.
_MOST = 5


@dataclass(frozen=True)
class Dot:
    """One mark."""

    x: int
    y: int
    mark: Mark


@dataclass(frozen=True)
class Label:
    """Words below, at a month, or a number of marks that had no room."""

    x: int
    y: int
    day: date
    number: int = 0


@dataclass(frozen=True)
class Picture:
    """All that is drawn."""

    dots: tuple[Dot, ...]
    more: tuple[Label, ...]
    months: tuple[Label, ...]
    today: int | None


def picture(line: Timeline) -> Picture:
    """The marks above the line of time, those of the same days above each other."""
    piles: dict[int, list[Mark]] = defaultdict(list)
    for mark in line.marks:
        if mark.kind != "today":
            piles[_x(line, mark.day) // _DOT * _DOT + _DOT // 2].append(mark)
    dots = [
        Dot(x, FLOOR - _DOT * (level + 1) + 4, mark)
        for x, pile in piles.items()
        for level, mark in enumerate(pile[:_MOST])
    ]
    more = [Label(x, 12, pile[0].day, len(pile) - _MOST) for x, pile in piles.items() if len(pile) > _MOST]
    months = [Label(_x(line, month.first), FLOOR + 26, month.first) for month in line.months]
    return Picture(tuple(dots), tuple(more), tuple(months), _x(line, line.today) if line.has_today else None)


def _x(line: Timeline, day: date) -> int:
    share = (day - line.first).days / (line.end - line.first).days
    return round(_EDGE + share * (WIDTH - 2 * _EDGE))
