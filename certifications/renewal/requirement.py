"""What a cycle asks for: the full total, less in a first cycle, or what reinstatement takes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from certifications.renewal.cycles import whole_months
from certifications.renewal.rules import ZERO, Cycle, FirstCycle, Minimum, Rule, StartedMonth, to_hundredths


class Asked(StrEnum):
    """Why the total is what it is."""

    FULL = "full"
    EXEMPT = "exempt"
    PRORATED = "prorated"
    SHORT = "short"
    REINSTATEMENT = "reinstatement"


@dataclass(frozen=True)
class Requirement:
    """A total of hours, and the minimums within it; `months` where they decided."""

    total: Decimal
    minimums: tuple[Minimum, ...]
    asked: Asked = Asked.FULL
    months: int | None = None


def requirement_of(rule: Rule, cycle: Cycle) -> Requirement:
    """What the rule asks for in the cycle."""
    if cycle.reinstating and (rule.reinstate_total is not None or rule.reinstate_minimums):
        total = rule.total if rule.reinstate_total is None else rule.reinstate_total
        return Requirement(total, rule.reinstate_minimums, Asked.REINSTATEMENT)
    if cycle.is_first and rule.first_cycle != FirstCycle.FULL:
        kept = tuple(minimum for minimum in rule.minimums if minimum.in_first_cycle)
        return _FIRST[rule.first_cycle](rule, cycle, kept)
    return Requirement(rule.total, rule.minimums)


def _exempt(_rule: Rule, _cycle: Cycle, kept: tuple[Minimum, ...]) -> Requirement:
    return Requirement(sum((minimum.hours for minimum in kept), ZERO), kept, Asked.EXEMPT)


def _prorated(rule: Rule, cycle: Cycle, kept: tuple[Minimum, ...]) -> Requirement:
    months = whole_months(cycle.starts_on, cycle.ends_on, started=rule.prorate_months == StartedMonth.COUNTED)
    # Multiplied first: 20 / 24 has no end, and its rounding error would be multiplied too.
    exact = rule.total * months / rule.cycle_months if rule.prorate_rate is None else rule.prorate_rate * months
    total = to_hundredths(exact)
    if rule.requirement_rounding is not None:
        total = (total / rule.requirement_rounding).to_integral_value(ROUND_CEILING) * rule.requirement_rounding
    total = min(total, rule.total)
    cut = tuple(replace(minimum, hours=min(minimum.hours, total)) for minimum in kept)
    return Requirement(total, cut, Asked.PRORATED, months)


def _threshold(rule: Rule, cycle: Cycle, kept: tuple[Minimum, ...]) -> Requirement:
    months = whole_months(cycle.starts_on, cycle.ends_on)
    if months < rule.threshold_months:
        return Requirement(rule.short_total, rule.short_minimums, Asked.SHORT, months)
    return Requirement(rule.total, kept, Asked.FULL, months)


_FIRST: dict[FirstCycle, Callable[[Rule, Cycle, tuple[Minimum, ...]], Requirement]] = {
    FirstCycle.EXEMPT: _exempt,
    FirstCycle.PRORATED: _prorated,
    FirstCycle.THRESHOLD: _threshold,
}
