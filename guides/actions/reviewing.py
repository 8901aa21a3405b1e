"""Things looked at again: their next review lies a year ahead."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from guides.models import Fact, Section, StateRequirement

# How long something counts as checked.
CHECKED_FOR = timedelta(days=365)


@transaction.atomic
def check_facts(facts: Iterable[Fact], *, by: User, on: date) -> int:
    """Facts seen again at their source."""
    rows = [*facts]
    for fact in rows:
        fact.review_by = on + CHECKED_FOR
    return bulk_update_with_history(rows, Fact, ["review_by"], default_user=by) if rows else 0


@transaction.atomic
def check_state_rules(rules: Iterable[StateRequirement], *, by: User, on: date) -> int:
    """State rules seen again at the board."""
    rows = [*rules]
    for rule in rows:
        rule.checked_on, rule.review_by = on, on + CHECKED_FOR
    if not rows:
        return 0
    return bulk_update_with_history(rows, StateRequirement, ["checked_on", "review_by"], default_user=by)


@transaction.atomic
def read_through(sections: Iterable[Section], *, by: User, on: date) -> int:
    """Sections read again from start to end."""
    rows = [*sections]
    for section in rows:
        section.reviewed_on, section.review_by, section.reviewed_by = on, on + CHECKED_FOR, str(by)
    if not rows:
        return 0
    return bulk_update_with_history(rows, Section, ["reviewed_on", "review_by", "reviewed_by"], default_user=by)
