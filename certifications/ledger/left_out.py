"""A course that keeps others from counting, so that there is less to go without it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from certifications.ledger.sheets import Sheet
from certifications.ledger.words import hours_words
from certifications.models import CECredit
from certifications.renewal.leaving_out import best_left_out


@dataclass(frozen=True)
class BetterWithout:
    """The course, and what leaving it out would do."""

    credit: CECredit
    words: str


def better_without(sheet: Sheet) -> BetterWithout | None:
    """The course that is best taken out of this credential, if there is one."""
    found = best_left_out(sheet.counted.outcome) if sheet.counted else None
    if found is None:
        return None
    credit = next(row.credit for row in sheet.rows if str(row.credit.pk) == found.credit.id)
    words = _(
        "By the order in which hours count, “%(title)s” takes room that other courses need. Take it out of this "
        "credential, and you have %(then)s to go, not %(now)s."
    )
    values = {"title": credit.title, "then": hours_words(found.to_go), "now": hours_words(sheet.hours_to_go)}
    return BetterWithout(credit, words % values)
