"""The same activity counts once in a cycle."""

from collections.abc import Iterable
from decimal import Decimal

from certifications.renewal.rules import Credit


def activity_of(credit: Credit) -> str:
    """The activity's number as it is compared: spaces around it and case do not matter."""
    return credit.activity_id.strip().casefold()


def same_activity(worth: Iterable[tuple[Credit, Decimal]]) -> dict[str, str]:
    """Credits that repeat another one, with the one that stands for both: most hours, then earliest, then by id."""
    kept: dict[str, str] = {}
    repeats: dict[str, str] = {}
    for credit, _hours in sorted(worth, key=lambda pair: (-pair[1], pair[0].completed_on, pair[0].id)):
        if activity := activity_of(credit):
            first = kept.setdefault(activity, credit.id)
            if first != credit.id:
                repeats[credit.id] = first
    return repeats
