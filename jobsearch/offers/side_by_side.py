"""Offers side by side: every term in a row, and how the others differ from the first in words. No score, no winner."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobsearch.models import Offer
from jobsearch.offers.terms import Term, dollars, minutes, pay_of, terms_of

FEWEST, MOST = 2, 4


@dataclass(frozen=True)
class Cell:
    """One term of one offer, and how it differs from that of the first."""

    name: str
    term: Term
    difference: str = ""


@dataclass(frozen=True)
class Row:
    """One term of all the offers."""

    label: str
    cells: tuple[Cell, ...]


def names_of(offers: Sequence[Offer]) -> list[str]:
    """What to call them: by the employer, or in full where two are of the same one."""
    postings = [offer.application.posting for offer in offers]
    times = Counter(posting.employer.casefold() for posting in postings)
    return [
        posting.employer if posting.employer and times[posting.employer.casefold()] == 1 else str(posting)
        for posting in postings
    ]


def rows_of(offers: Sequence[Offer]) -> list[Row]:
    """The rows, in the order of the terms."""
    names, columns = names_of(offers), [terms_of(offer) for offer in offers]
    return [
        Row(
            terms[0].label,
            tuple(
                Cell(name, term, difference(offers[0], offer, term.key, names[0]) if offer is not offers[0] else "")
                for name, term, offer in zip(names, terms, offers, strict=True)
            ),
        )
        for terms in zip(*columns, strict=True)
    ]


def difference(first: Offer, other: Offer, key: str, name: str) -> str:
    """How the other differs from the first; empty where there is nothing to count."""
    if key in ("hour", "year"):
        return _pay_difference(getattr(pay_of(first), key), getattr(pay_of(other), key), key, name)
    if key == "hours" and first.hours_a_week is not None and other.hours_a_week is not None:
        return _hours_difference(other.hours_a_week - first.hours_a_week, name)
    if key == "commute" and first.commute_minutes is not None and other.commute_minutes is not None:
        return _way_difference(other.commute_minutes - first.commute_minutes, name)
    return ""


def _pay_difference(first: Decimal | None, other: Decimal | None, unit: str, name: str) -> str:
    if first is None or other is None:
        return ""
    values = {"pay": dollars(abs(other - first)), "name": name}
    if other == first:
        return _("the same as %(name)s") % values
    if unit == "hour":
        more, less = _("%(pay)s an hour more than %(name)s"), _("%(pay)s an hour less than %(name)s")
    else:
        more, less = _("%(pay)s a year more than %(name)s"), _("%(pay)s a year less than %(name)s")
    return (more if other > first else less) % values


def _hours_difference(hours: Decimal, name: str) -> str:
    values = {"hours": f"{abs(hours).normalize():f}", "name": name}
    if not hours:
        return _("the same as %(name)s") % values
    more, less = _("%(hours)s hours a week more than %(name)s"), _("%(hours)s hours a week less than %(name)s")
    return (more if hours > 0 else less) % values


def _way_difference(way: int, name: str) -> str:
    values = {"time": minutes(abs(way)), "name": name}
    if not way:
        return _("as far as %(name)s") % values
    farther = _("%(time)s farther each way than %(name)s")
    return (farther if way > 0 else _("%(time)s nearer each way than %(name)s")) % values


def open_questions(offers: Sequence[Offer]) -> str:
    """How much is still to be asked, in words; empty where all is known."""
    number = sum(not term.text for offer in offers for term in terms_of(offer) if term.key not in ("hour", "year"))
    if not number:
        return ""
    return ngettext("%(number)d point is still to be asked.", "%(number)d points are still to be asked.", number) % {
        "number": number
    }
