"""Which hours count under caps: first what the minimums need, then every hour left that the caps allow."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from certifications.renewal.requirement import Requirement
from certifications.renewal.rules import ZERO, Cap


@dataclass(frozen=True)
class Eligible:
    """The hours of a credit that may count."""

    id: str
    completed_on: date
    hours: Decimal
    tags: frozenset[str]


class Allocation:
    """Hours counted so far. An hour counts for every tag of its credit, and once in the total."""

    def __init__(self, caps: Sequence[Cap]) -> None:
        self.left_under: dict[str, Decimal] = {cap.tag: cap.hours for cap in caps}
        self.by_credit: dict[str, Decimal] = defaultdict(Decimal)
        self.by_tag: dict[str, Decimal] = defaultdict(Decimal)

    @property
    def total(self) -> Decimal:
        """All hours counted."""
        return sum(self.by_credit.values(), ZERO)

    def full_caps(self, tags: frozenset[str]) -> tuple[str, ...]:
        """The tags among them under whose cap nothing more fits."""
        return tuple(sorted(tag for tag in self.capped(tags) if not self.left_under[tag]))

    def capped(self, tags: frozenset[str]) -> frozenset[str]:
        """The tags among them that are capped."""
        return tags & self.left_under.keys()

    def count(self, credit: Eligible, wanted: Decimal) -> None:
        """Count so many hours of the credit, or as many of them as there is room for."""
        capped = self.capped(credit.tags)
        room = min([credit.hours - self.by_credit[credit.id], *(self.left_under[tag] for tag in capped)])
        hours = max(ZERO, min(wanted, room))
        self.by_credit[credit.id] += hours
        for tag in credit.tags:
            self.by_tag[tag] += hours
        for tag in capped:
            self.left_under[tag] -= hours


def allocate(credits_: Sequence[Eligible], asked: Requirement, caps: Sequence[Cap]) -> Allocation:
    """Count the hours in two passes, each in its own order."""
    allocation = Allocation(caps)
    served = {minimum.tag for minimum in asked.minimums}
    second = sorted(credits_, key=lambda one: (len(allocation.capped(one.tags)), one.completed_on, one.id))
    first = sorted(second, key=lambda one: -len(one.tags & served))
    for minimum in asked.minimums:
        for credit in first:
            if minimum.tag in credit.tags:
                allocation.count(credit, minimum.hours - allocation.by_tag[minimum.tag])
    for credit in second:
        allocation.count(credit, credit.hours)
    return allocation
