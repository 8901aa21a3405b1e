"""A person's ledger under a small rule, for tests: 20 hours in two years, some of them of a kind."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounts.models import User
from certifications.models import CECredit, HeldCredential, RenewalRuleVersion
from tests.factories import make_credit, make_held, make_rule, make_rule_version

TODAY = date(2026, 3, 1)
STARTS, ENDS = date(2024, 7, 1), date(2026, 6, 30)
BODY = {
    "total": 20,
    "minimums": [
        {"tag": "law", "hours": 1},
        {"tag": "safety", "hours": 1},
        {"tag": "T", "hours": 15, "dimension": "audience"},
    ],
    "caps": [{"tag": "P", "hours": 5}],
    "excluded_tags": ["in_service"],
    "carry_max": 5,
    "reinstate_total": 20,
    "reinstate_minimums": [{"tag": "law", "hours": 2}],
}


def make_ruled(owner: User, *, body: dict[str, Any] | None = None, **fields: Any) -> HeldCredential:
    """A credential in its second cycle, 1 July 2024 to 30 June 2026, with a rule in force."""
    held = make_held(holder=owner, **{"earned_on": date(2022, 7, 1), "expires_on": ENDS, **fields})
    make_version(held, body=body or BODY)
    return held


def make_version(held: HeldCredential, **fields: Any) -> RenewalRuleVersion:
    """A published version for the credential, with what it costs."""
    rule = make_rule(credential=held.credential)
    fees = {"renewal_fee": 55, "late_fee": 25, "reinstatement_fee": 95}
    return make_rule_version(rule=rule, **{**fees, "body": BODY, **fields})


def put(held: HeldCredential, hours: Any, *tags: str, **fields: Any) -> CECredit:
    """A course put towards the credential, done within its cycle unless said otherwise."""
    fields = {"completed_on": date(2025, 5, 1), **fields}
    credit = make_credit(owner=held.holder, quantity=Decimal(hours), tags=[*tags], **fields)
    credit.serves.add(held)
    return credit


def fill(held: HeldCredential) -> list[CECredit]:
    """Courses that make the cycle complete: 22 hours."""
    return [put(held, 20, "T"), put(held, 1, "T", "law"), put(held, 1, "T", "safety")]
