"""Whether a credit can count at all in a cycle. The first reason that applies is the one given."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from certifications.renewal.rules import Credit, Cycle, Rule


class Reason(StrEnum):
    """Why nothing of a credit counts."""

    REJECTED = "rejected"
    OUTSIDE_CYCLE = "outside_cycle"
    FUTURE = "future"
    EXCLUDED = "excluded"
    NO_EVIDENCE = "no_evidence"
    DUPLICATE = "duplicate"
    OVER_CAP = "over_cap"


def _is_rejected(credit: Credit, _rule: Rule, _cycle: Cycle, _as_of: date) -> bool:
    return credit.rejected


def _is_outside(credit: Credit, _rule: Rule, cycle: Cycle, _as_of: date) -> bool:
    return not cycle.starts_on <= credit.completed_on <= cycle.ends_on


def _is_to_come(credit: Credit, _rule: Rule, _cycle: Cycle, as_of: date) -> bool:
    return credit.completed_on > as_of


def _is_excluded(credit: Credit, rule: Rule, _cycle: Cycle, _as_of: date) -> bool:
    return not credit.tags.isdisjoint(rule.excluded_tags)


def _lacks_evidence(credit: Credit, rule: Rule, _cycle: Cycle, _as_of: date) -> bool:
    return rule.needs_evidence and not credit.evidence


CHECKS: tuple[tuple[Reason, Callable[[Credit, Rule, Cycle, date], bool]], ...] = (
    (Reason.REJECTED, _is_rejected),
    (Reason.OUTSIDE_CYCLE, _is_outside),
    (Reason.FUTURE, _is_to_come),
    (Reason.EXCLUDED, _is_excluded),
    (Reason.NO_EVIDENCE, _lacks_evidence),
)


def reason_against(credit: Credit, rule: Rule, cycle: Cycle, as_of: date) -> Reason | None:
    """Why the credit cannot count, looked at by itself; `None` when it can."""
    return next((reason for reason, applies in CHECKS if applies(credit, rule, cycle, as_of)), None)
