"""Values for tests of the renewal engine: each function fills in what the test is not about."""

from datetime import date
from decimal import Decimal
from typing import Any

from certifications.renewal.outcome import Outcome, explain
from certifications.renewal.rules import Cap, Credit, Cycle, Dimension, Minimum, Rule

STARTS_ON, ENDS_ON = date(2024, 7, 1), date(2026, 6, 30)
AUDIENCE = Dimension.AUDIENCE


def make_minimum(tag: str, hours: str, dimension: Dimension = Dimension.TOPIC, *, kept: bool = True) -> Minimum:
    return Minimum(tag, Decimal(hours), dimension, in_first_cycle=kept)


def make_rule(*, minimums: tuple[Minimum, ...] = (), caps: dict[str, str] | None = None, **fields: Any) -> Rule:
    """A rule; hours may be written as texts."""
    hours = {"total", "prorate_rate", "requirement_rounding", "short_total", "carry_max", "reinstate_total"}
    values: dict[str, Any] = {
        name: Decimal(value) if name in hours and value is not None else value for name, value in fields.items()
    }
    limits = tuple(Cap(tag, Decimal(most)) for tag, most in (caps or {}).items())
    return Rule(minimums=minimums, caps=limits, **values)


def rule_m(**fields: Any) -> Rule:
    """Rule M of the worked examples."""
    minimums = (make_minimum("law", "1"), make_minimum("safety", "1"), make_minimum("T", "15", AUDIENCE))
    return make_rule(
        minimums=minimums, caps={"P": "5", "college": "10"}, excluded_tags=frozenset({"in_service"}), **fields
    )


def make_cycle(**fields: Any) -> Cycle:
    return Cycle(**{"starts_on": STARTS_ON, "ends_on": ENDS_ON, **fields})


def make_credit(name: str, hours: str = "1", *tags: str, on: date = date(2025, 1, 10), **fields: Any) -> Credit:
    return Credit(name, on, Decimal(hours), tags=frozenset(tags), **fields)


def counted(rule: Rule, *credits_: Credit, as_of: date = ENDS_ON, **cycle: Any) -> Outcome:
    return explain(rule, make_cycle(**cycle), credits_, as_of)


def hours_of_lines(outcome: Outcome) -> dict[str, str]:
    return {line.credit.id: f"{line.counted:.2f}" for line in outcome.lines}


def reasons(outcome: Outcome) -> dict[str, str | None]:
    return {line.credit.id: line.reason for line in outcome.lines}
