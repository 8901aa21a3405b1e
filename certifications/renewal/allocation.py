"""Which hours count under caps: first what the minimums need, then every hour left that the caps allow."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from certifications.renewal.fewest import Pool, hours_leaving_fewest
from certifications.renewal.progress import progress_of
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


def allocate(credits_: Sequence[Eligible], asked: Requirement, caps: Sequence[Cap], brought: Decimal) -> Allocation:
    """Count the hours in two passes; where that leaves more to go than need be, so that the fewest are left."""
    usual = _in_two_passes(Allocation(caps), credits_, asked)
    to_go = _to_go(usual, asked, brought)
    if not to_go or usual.total == _sum(credits_):
        return usual
    other = _leaving_fewest(credits_, asked, caps, brought)
    return other if other is not None and _to_go(other, asked, brought) < to_go else usual


def _sum(credits_: Sequence[Eligible]) -> Decimal:
    return sum((credit.hours for credit in credits_), ZERO)


def _to_go(allocation: Allocation, asked: Requirement, brought: Decimal) -> Decimal:
    return progress_of(asked, allocation.total + brought, allocation.by_tag).to_go


def _in_two_passes(allocation: Allocation, credits_: Sequence[Eligible], asked: Requirement) -> Allocation:
    served = {minimum.tag for minimum in asked.minimums if minimum.hours}
    second = sorted(credits_, key=lambda one: (len(allocation.capped(one.tags)), one.completed_on, one.id))
    first = sorted(second, key=lambda one: -len(one.tags & served))
    for minimum in asked.minimums:
        for credit in first:
            if minimum.tag in credit.tags:
                allocation.count(credit, minimum.hours - allocation.by_tag[minimum.tag])
    for credit in second:
        allocation.count(credit, credit.hours)
    return allocation


def _leaving_fewest(
    credits_: Sequence[Eligible], asked: Requirement, caps: Sequence[Cap], brought: Decimal
) -> Allocation | None:
    """Start from hours that leave the fewest to go, then fill up in the two passes as usual."""
    alike = _by_tags_that_matter(credits_, asked, caps)
    pools = [Pool(tags, _sum(members)) for tags, members in alike.items()]
    wanted = hours_leaving_fewest(pools, asked, caps, brought)
    if wanted is None:
        return None
    allocation = Allocation(caps)
    for members, hours in zip(alike.values(), wanted, strict=True):
        left = hours
        for credit in members:
            allocation.count(credit, left)
            left -= allocation.by_credit[credit.id]
    return _in_two_passes(allocation, credits_, asked)


def _by_tags_that_matter(
    credits_: Sequence[Eligible], asked: Requirement, caps: Sequence[Cap]
) -> Mapping[frozenset[str], list[Eligible]]:
    matter = {minimum.tag for minimum in asked.minimums} | {cap.tag for cap in caps}
    alike: dict[frozenset[str], list[Eligible]] = defaultdict(list)
    for credit in sorted(credits_, key=lambda one: (one.completed_on, one.id)):
        alike[credit.tags & matter].append(credit)
    return alike
