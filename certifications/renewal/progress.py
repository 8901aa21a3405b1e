"""How far it is to a complete cycle."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from certifications.renewal.requirement import Requirement
from certifications.renewal.rules import ZERO, Dimension

ALL = 100


@dataclass(frozen=True)
class Progress:
    """What is still missing."""

    remaining: Decimal
    short: Mapping[str, Decimal]
    to_go: Decimal
    percent: int

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.to_go


def progress_of(asked: Requirement, counted: Decimal, by_tag: Mapping[str, Decimal]) -> Progress:
    """What `counted` hours in all leave to do, of which so many bear each tag."""
    remaining = max(ZERO, asked.total - counted)
    short = {minimum.tag: max(ZERO, minimum.hours - by_tag.get(minimum.tag, ZERO)) for minimum in asked.minimums}
    by_dimension: dict[Dimension, Decimal] = defaultdict(Decimal)
    for minimum in asked.minimums:
        by_dimension[minimum.dimension] += short[minimum.tag]
    to_go = max(remaining, *by_dimension.values(), ZERO)
    missing = {tag: hours for tag, hours in short.items() if hours}
    return Progress(remaining, missing, to_go, _percent(asked.total, to_go))


def _percent(required: Decimal, to_go: Decimal) -> int:
    """Whole percent done; 100 only for a complete cycle."""
    if not to_go:
        return ALL
    if not required:
        return 0
    share = (ALL * (required - to_go) / required).to_integral_value(ROUND_FLOOR)
    return max(0, min(ALL - 1, int(share)))
