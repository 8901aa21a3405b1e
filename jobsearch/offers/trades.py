"""What else can be asked for when pay is fixed. What the terms leave open or refuse comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from jobsearch.models import Offer
from jobsearch.offers.terms import terms_of


@dataclass(frozen=True)
class Trade:
    """Something to ask for, as it stands in a sentence; and what the terms say of it so far."""

    text: StrOrPromise
    told: str = ""


# Each with the term that answers it; empty where none does.
_TRADES: Final[Sequence[tuple[StrOrPromise, str]]] = (
    (_("a day, in writing, on which pay is looked at again"), ""),
    (_("extra pay for evenings, nights and weekends"), ""),
    (_("more hours that I am sure to get"), "hours"),
    (_("the fee of the certification exam and of renewing it"), "certification_paid"),
    (_("continuing education, paid and in working hours"), "ce_paid"),
    (_("shifts that suit me"), "shift"),
    (_("another first day"), "starts_on"),
    (_("paid days off, or days I have planned already"), "benefits"),
    (_("parking or a bus pass"), ""),
)


def trades_of(offer: Offer) -> list[Trade]:
    """What is left to ask for; what they pay already is left out."""
    told = {term.key: term.text for term in terms_of(offer)}
    paid = {key for key in ("ce_paid", "certification_paid") if getattr(offer, key) == Offer.Paid.YES}
    refused = {key for key in ("ce_paid", "certification_paid") if getattr(offer, key) == Offer.Paid.NO}
    left = [(text, term) for text, term in _TRADES if term not in paid]
    left.sort(key=lambda each: bool(told.get(each[1])) and each[1] not in refused)
    return [Trade(text, told.get(term, "")) for text, term in left]
