"""Hours carried over: into the next cycle's total only, spent first there, and never carried again."""

from decimal import Decimal

from certifications.renewal.rules import ZERO, Cycle, Rule


def carried_in(rule: Rule, cycle: Cycle) -> Decimal:
    """What the cycle before brings, up to the rule's limit."""
    return min(cycle.carry_in, rule.carry_max)


def carry_out(rule: Rule, *, required: Decimal, own: Decimal, brought: Decimal, is_complete: bool) -> Decimal:
    """What a complete cycle hands on: own hours that were not needed, up to the rule's limit."""
    if not is_complete:
        return ZERO
    return min(rule.carry_max, own - max(ZERO, required - brought))
