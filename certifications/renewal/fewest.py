"""Which hours leave the fewest to go, where caps make taking turns go wrong.

Taking credits in a fixed order is easy to follow, and nearly always best. It is not where one credit stands under two
caps: an hour of it uses up an hour under each, and so pushes out two hours of others. Then a person who adds a course
would have more to do than before. This module asks the question as a whole: a linear program in hundredths of hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from certifications.renewal.requirement import Requirement
from certifications.renewal.rules import HUNDREDTH, ZERO, Cap
from certifications.renewal.simplex import Constraint, maximise

# More kinds of credits than this are never met in a cycle; the answer would take seconds.
MOST_POOLS = 40
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
    found = maximise(GAIN, constraints)
    # Rounded down, so that no cap is passed; the two passes that follow pick up what is left.
    return [int(found.get(name, 0)) * HUNDREDTH for name in names]


def _hundredths(hours: Decimal) -> int:
    return int(hours / HUNDREDTH)


def _bearing(tag: str, pools: Sequence[Pool], sign: int) -> dict[tuple[str, str], int]:
    return {("pool", str(number)): sign for number, pool in enumerate(pools) if tag in pool.tags}


def _minimums(pools: Sequence[Pool], asked: Requirement) -> list[Constraint]:
    """What is credited to a minimum is at most its hours, and at most the hours counted that bear its tag."""
    constraints = []
    for minimum in asked.minimums:
        name = ("minimum", minimum.tag)
        constraints.append(Constraint({name: 1}, _hundredths(minimum.hours)))
        constraints.append(Constraint({name: 1, **_bearing(minimum.tag, pools, -1)}, 0))
    return constraints


def _to_go(names: Sequence[tuple[str, str]], asked: Requirement, brought: Decimal) -> list[Constraint]:
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
