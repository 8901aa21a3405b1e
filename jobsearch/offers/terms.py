"""The terms of an offer in words; what is empty is still to be asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobsearch.models import Offer
from jobsearch.offers.units import Pay, days_a_week, in_one_unit, on_the_way

TO_ASK = gettext_lazy("to ask")
_HOUR_MINUTES = 60


@dataclass(frozen=True)
class Term:
    """One term. Where its text is empty, `unknown` says why; `more` says what it is counted from."""

    key: str
    label: str
    text: str
    more: str = ""
    unknown: str = ""


def pay_of(offer: Offer) -> Pay:
    """Its pay by the hour and by the year."""
    return in_one_unit(offer.pay, offer.pay_per, offer.hours_a_week)


def terms_of(offer: Offer) -> list[Term]:
    """All its terms, always in the same order."""
    return [*_pay(offer), *_time(offer), *_way(offer), *_beside(offer), *_days(offer)]


def dollars(amount: Decimal) -> str:
    """`$18.50`, and `$38,480` where there are no cents."""
    return f"${amount:,.0f}" if amount == amount.to_integral_value() else f"${amount:,.2f}"


def minutes(number: int) -> str:
    """`50 minutes`, `4 h 10 min`."""
    hours, rest = divmod(number, _HOUR_MINUTES)
    if not hours:
        return ngettext("%(number)d minute", "%(number)d minutes", number) % {"number": number}
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def _pay(offer: Offer) -> Iterator[Term]:
    told = f"{dollars(offer.pay)} {offer.get_pay_per_display()}" if offer.pay is not None else ""
    yield _term("pay", _("Pay as offered"), told)
    pay = pay_of(offer)
    why = _("not computed: the hours a week are not known") if offer.pay is not None else str(TO_ASK)
    yield Term("hour", _("Pay an hour"), dollars(pay.hour) if pay.hour is not None else "", "", why)
    more = _("for 52 paid weeks, before tax")
    yield Term("year", _("Pay a year"), *((dollars(pay.year), more) if pay.year is not None else ("", "")), unknown=why)


def _time(offer: Offer) -> Iterator[Term]:
    hours = offer.hours_a_week
    yield _term("hours", _("Hours a week"), f"{hours.normalize():f}" if hours is not None else "")
    yield _term("shift", _("Shift and weekends"), offer.shift)
    yield _term("setting", _("Setting"), offer.setting)


def _way(offer: Offer) -> Iterator[Term]:
    one_way = offer.commute_minutes
    if one_way is None:
        yield _term("commute", _("The way there"), "")
        return
    days = days_a_week(offer.hours_a_week)
    more = ngettext(
        "%(time)s a week there and back, counted for %(days)d day of eight hours",
        "%(time)s a week there and back, counted for %(days)d days of eight hours",
        days,
    ) % {"time": minutes(on_the_way(one_way, offer.hours_a_week)), "days": days}
    yield Term("commute", _("The way there"), minutes(one_way), more)


def _beside(offer: Offer) -> Iterator[Term]:
    yield _term("ce_paid", _("Continuing education paid"), offer.get_ce_paid_display())
    yield _term("certification_paid", _("Certification paid"), offer.get_certification_paid_display())
    yield _term("benefits", _("Benefits"), offer.benefits)
    yield _term("growth", _("Room to grow"), offer.growth)


def _days(offer: Offer) -> Iterator[Term]:
    for key, label, day in (
        ("starts_on", _("First day"), offer.starts_on),
        ("answer_by_on", _("Answer by"), offer.answer_by_on),
    ):
        yield _term(key, label, date_format(day, "j F Y") if day else "")


def _term(key: str, label: str, text: str) -> Term:
    return Term(key, label, text, unknown=str(TO_ASK))
