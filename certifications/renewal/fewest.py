"""Which hours leave the fewest to go, where caps make taking turns go wrong.

Taking credits in a fixed order is easy to follow, and nearly always best. It is not where one credit stands under two
caps: an hour of it uses up an hour under each, and so pushes out two hours of others. Then a person who adds a course
would have more to do than before. This module asks the question as a whole: a linear program in hundredths of hours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Self

from certifications.renewal.requirement import Requirement
from certifications.renewal.rules import HUNDREDTH, ZERO, Cap
from certifications.renewal.simplex import Constraint, Name, Values, maximise

# Sets of tags beyond these numbers are not met in a cycle; the answer would take seconds.
MOST_POOLS = 150
MOST_WORK = 3000
GAIN = ("gain", "")


@dataclass(frozen=True)
class Pool:
    """The hours of all credits with the same tags, as far as a minimum or a cap has those tags."""

    tags: frozenset[str]
    hours: Decimal


def hours_leaving_fewest(
    pools: Sequence[Pool], asked: Requirement, caps: Sequence[Cap], brought: Decimal
) -> list[Decimal] | None:
    """How many hours of each pool to count; `None` where the question is too large."""
    if len(pools) > MOST_POOLS:
        return None
    names = [("pool", str(number)) for number in range(len(pools))]
    constraints = [
        *(Constraint({name: 1}, _hundredths(pool.hours)) for name, pool in zip(names, pools, strict=True)),
        *(Constraint(_bearing(cap.tag, pools, 1), _hundredths(cap.hours)) for cap in caps),
        *_minimums(pools, asked),
        *_to_go(names, asked, brought),
    ]
    found = _in_whole_hundredths(names, _Question(_aim(asked), tuple(constraints), {}))
    return [int(found.get(name, 0)) * HUNDREDTH for name in names]


@dataclass(frozen=True)
class _Question:
    """Constraints on what is counted of each pool beyond what is set already."""

    aim: Mapping[Name, int]
    constraints: tuple[Constraint, ...]
    settled: Mapping[Name, int]

    def answer(self) -> Values:
        """The best values, fractions of hundredths allowed."""
        values = maximise(self.aim, self.constraints)
        known = {*values, *self.settled, GAIN}
        return {name: values.get(name, Fraction(0)) + self.settled.get(name, 0) for name in known}

    def at_most(self, name: Name, most: int) -> Self:
        """The same question with less room above."""
        limit = Constraint({name: 1}, most - self.settled.get(name, 0))
        return replace(self, constraints=(*self.constraints, limit))

    def at_least(self, name: Name, least: int) -> Self:
        """The same question with so many hundredths settled; limits below nought mean that they do not fit."""
        more = least - self.settled.get(name, 0)
        constraints = (replace(one, limit=one.limit - more * one.factors.get(name, 0)) for one in self.constraints)
        return replace(self, constraints=tuple(constraints), settled={**self.settled, name: least})

    @property
    def fits(self) -> bool:
        """Whether what is settled keeps to every limit."""
        return all(one.limit >= 0 for one in self.constraints)


def _in_whole_hundredths(names: Sequence[Name], question: _Question) -> Values:
    """The best values in whole hundredths: where one has a fraction, look at what lies below and above it.

    Should the tries run out first, fractions are cut off, so that no cap is passed.
    """
    best: Values = {}
    rough: Values = {}
    open_ = [question]
    for _try in range(max(1, MOST_WORK // len(names) ** 2)):
        if not open_:
            break
        values = (current := open_.pop()).answer()
        rough = rough or values
        if best and floor(values[GAIN]) <= best[GAIN]:
            continue
        split = next((name for name in names if values.get(name, 0) % 1), None)
        if split is None:
            best = values
            continue
        below = floor(values[split])
        nearby = (current.at_most(split, below), current.at_least(split, below + 1))
        open_ += [one for one in nearby if one.fits]
    return best or rough


def _aim(asked: Requirement) -> dict[Name, int]:
    """The gain above all; then hours for minimums."""
    minimums = {("minimum", minimum.tag): 1 for minimum in asked.minimums}
    return {**minimums, GAIN: 1 + sum(_hundredths(minimum.hours) for minimum in asked.minimums)}


def _hundredths(hours: Decimal) -> int:
    return int(hours / HUNDREDTH)


def _bearing(tag: str, pools: Sequence[Pool], sign: int) -> dict[Name, int]:
    return {("pool", str(number)): sign for number, pool in enumerate(pools) if tag in pool.tags}


def _minimums(pools: Sequence[Pool], asked: Requirement) -> list[Constraint]:
    """What is credited to a minimum is at most its hours, and at most the hours counted that bear its tag."""
    constraints = []
    for minimum in asked.minimums:
        name = ("minimum", minimum.tag)
        constraints.append(Constraint({name: 1}, _hundredths(minimum.hours)))
        constraints.append(Constraint({name: 1, **_bearing(minimum.tag, pools, -1)}, 0))
    return constraints


def _to_go(names: Sequence[Name], asked: Requirement, brought: Decimal) -> list[Constraint]:
    """The gain is by how much the hours to go shrink from those of an empty ledger: in the total and each dimension."""
    remaining = max(ZERO, asked.total - brought)
    sums: dict[str, Decimal] = {}
    for minimum in asked.minimums:
        sums[minimum.dimension] = sums.get(minimum.dimension, ZERO) + minimum.hours
    most = max(remaining, *sums.values(), ZERO)
    within = {
        dimension: {("minimum", minimum.tag): -1 for minimum in asked.minimums if minimum.dimension == dimension}
        for dimension in sums
    }
    return [
        Constraint({GAIN: 1}, _hundredths(most)),
        Constraint({GAIN: 1, **dict.fromkeys(names, -1)}, _hundredths(most - remaining)),
        *(Constraint({GAIN: 1, **within[dimension]}, _hundredths(most - hours)) for dimension, hours in sums.items()),
    ]
