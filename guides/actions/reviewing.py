"""Things looked at again: their next review lies a year ahead."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import models, transaction
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from guides.models import Fact, Resource, Section, Source, StateRequirement

# How long something counts as checked.
CHECKED_FOR = timedelta(days=365)


@transaction.atomic
def check_facts(facts: Iterable[Fact], *, by: User, on: date) -> int:
    """Facts seen again at their source."""
    rows = [*facts]
    for fact in rows:
        fact.review_by = on + CHECKED_FOR
    return _save(rows, Fact, ["review_by"], by=by)


@transaction.atomic
def check_state_rules(rules: Iterable[StateRequirement], *, by: User, on: date) -> int:
    """State rules seen again at the board."""
    rows = [*rules]
    for rule in rows:
        rule.checked_on, rule.review_by = on, on + CHECKED_FOR
    return _save(rows, StateRequirement, ["checked_on", "review_by"], by=by)


@transaction.atomic
def check_places(places: Iterable[Resource], *, by: User, on: date) -> int:
    """Places whose address someone has opened again."""
    rows = [*places]
    for place in rows:
        place.checked_on, place.review_by = on, on + CHECKED_FOR
    return _save(rows, Resource, ["checked_on", "review_by"], by=by)


@transaction.atomic
def check_sources(sources: Iterable[Source], *, by: User, on: date) -> int:  # noqa: ARG001 -- as for the others
    """Publications looked up again, with no newer edition out."""
    rows = [*sources]
    for source in rows:
        source.seen_on, source.review_by = on, on + CHECKED_FOR
    return Source.objects.bulk_update(rows, ["seen_on", "review_by"]) if rows else 0


@transaction.atomic
def read_through(sections: Iterable[Section], *, by: User, on: date) -> int:
    """Sections read again from start to end."""
    rows = [*sections]
    for section in rows:
        section.reviewed_on, section.review_by, section.reviewed_by = on, on + CHECKED_FOR, str(by)
    return _save(rows, Section, ["reviewed_on", "review_by", "reviewed_by"], by=by)


def _save(rows: list[Any], model: type[models.Model], fields: list[str], *, by: User) -> int:
    if rows:
        bulk_update_with_history(rows, model, fields, default_user=by)
    return len(rows)
