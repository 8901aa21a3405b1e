"""Counts a person's credits in the open cycle by the engine."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from certifications.ledger.periods import Period
from certifications.models import CECredit
from certifications.renewal.outcome import Line, Outcome, explain
from certifications.renewal.rules import Credit, Rule


@dataclass(frozen=True)
class Counted:
    """The outcome of the cycle, the line of each credit, and those whose unit the rule does not know."""

    outcome: Outcome
    lines: dict[int, Line]
    unreadable: frozenset[int] = field(default_factory=frozenset)


def engine_credit(credit: CECredit) -> Credit:
    """A credit as the engine reads it. Whether there is a file comes from `credit.files`: fetch them beforehand."""
    return Credit(
        id=str(credit.pk),
        completed_on=credit.completed_on,
        quantity=credit.quantity,
        unit=credit.unit,
        tags=frozenset(credit.tags),
        activity_id=credit.activity_id,
        evidence=bool(credit.files.all()),
        rejected=credit.is_rejected,
    )


def count(period: Period, credits_: Sequence[CECredit], *, as_of: date, extra: Sequence[Credit] = ()) -> Counted | None:
    """Count the credits, and such as exist only as a question; nothing where no cycle or no rule is known."""
    if period.counting is None or period.governing is None:
        return None
    rule = period.governing.rule
    readable = [credit for credit in credits_ if _is_readable(credit, rule)]
    outcome = explain(rule, period.counting, [*map(engine_credit, readable), *extra], as_of)
    lines = {int(line.credit.id): line for line in outcome.lines if line.credit.id.isdecimal()}
    return Counted(outcome, lines, frozenset(credit.pk for credit in credits_) - frozenset(lines))


def _is_readable(credit: CECredit, rule: Rule) -> bool:
    return credit.unit in rule.unit_hours


def hours_text(hours: Decimal) -> str:
    """Hours without idle noughts, such as 1.5 or 20."""
    return f"{hours.normalize():f}"
