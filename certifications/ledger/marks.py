"""Which marks the rules of a person's credentials ask about, so that forms show these first."""

from collections.abc import Sequence
from datetime import date

from certifications.holding.governing import Rulebook
from certifications.ledger.sheets import Sheet
from certifications.models import HeldCredential
from certifications.renewal.rules import Rule


def marks_in(rule: Rule) -> frozenset[str]:
    """Every mark that the rule speaks of."""
    minimums = (*rule.minimums, *rule.short_minimums, *rule.reinstate_minimums)
    return frozenset({*(one.tag for one in minimums), *(cap.tag for cap in rule.caps), *rule.excluded_tags})


def asked_by(sheet: Sheet) -> frozenset[str]:
    """The marks that the rule of a sheet speaks of; none where none governs."""
    return marks_in(sheet.period.governing.rule) if sheet.period.governing else frozenset()


def asked_marks(helds: Sequence[HeldCredential], *, today: date) -> frozenset[str]:
    """The marks that the rules in force for these credentials speak of."""
    book = Rulebook(helds)
    found = (book.governing(held, held.expires_on or today) for held in helds)
    return frozenset().union(*(marks_in(one.rule) for one in found if one))
