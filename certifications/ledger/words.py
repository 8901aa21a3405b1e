"""The engine's sentences in the reader's language, with marks and days as pages write them."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _

from certifications.holding.standing import day_words
from certifications.ledger.counting import hours_text
from certifications.marks import short_mark
from certifications.renewal.rules import Cap
from kit.said import Said


def say(said: Said) -> str:
    """A sentence of the engine for people."""
    return said.read(gettext, show)


def show(value: object) -> str:
    """A value of a sentence: hours, days, marks in words."""
    if isinstance(value, Decimal):
        return hours_text(value)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, Cap):
        return _("%(mark)s, at most %(hours)s h") % {"mark": short_mark(value.tag), "hours": hours_text(value.hours)}
    if isinstance(value, tuple):
        return "; ".join(short_mark(part) if isinstance(part, str) else show(part) for part in value)
    return str(value)


def hours_words(hours: Decimal) -> str:
    """“1 hour”, “4.5 hours”."""
    text = hours_text(hours)
    return ngettext("%(hours)s hour", "%(hours)s hours", 1 if hours == 1 else 2) % {"hours": text}
