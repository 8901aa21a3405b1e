"""What an ad pays, beside what others in the same work earn there."""

import re
from dataclasses import dataclass
from decimal import Decimal

from guides.models import Role, State, WageEstimate
from guides.page.money import pay
from guides.page.reliable import has_pay, is_pay_sure
from jobsearch.models import Posting
from jobsearch.offers.units import in_one_unit
from jobsearch.worth import PayPlace

_A_WEEK = re.compile(r"(\d{1,2}(?:\.\d)?)\s*(?:hours?|hrs?)\b", re.IGNORECASE)
_FULL = Decimal(40)


@dataclass(frozen=True)
class PayBeside:
    """The ad's pay by the hour, and the survey's row for the state."""

    place: PayPlace
    state: State
    row: WageEstimate
    # Pay by the week, month or year was brought to an hour with so many hours a week.
    hours: Decimal | None

    @property
    def low(self) -> str:
        """What nine in ten earn at the least."""
        return pay(self.row, "hour_p10")

    @property
    def middle(self) -> str:
        """What one half earns less than, and the other half more."""
        return pay(self.row, "hour_median")


def pay_beside(posting: Posting, role: Role | None, state: State | None) -> PayBeside | None:
    """Nothing where the ad names no pay, or where no sure figure by the hour is kept for the state."""
    best = posting.pay_high if posting.pay_high is not None else posting.pay_low
    if best is None or not posting.pay_per or role is None or state is None:
        return None
    row = WageEstimate.objects.filter(soc=role.soc, place=state.usps, naics="").select_related("source").first()
    if row is None or not has_pay(row) or not is_pay_sure(row) or row.hour_median is None:
        return None
    hours = _hours(posting)
    hour = in_one_unit(best, posting.pay_per, hours).hour
    if hour is None:
        return None
    place = _place(hour, row)
    if posting.pay_high is None and place in {"under", "low"}:
        # “From $14” says nothing of how far it goes up.
        return None
    return PayBeside(place, state, row, None if posting.pay_per == Posting.Per.HOUR else hours)


def _hours(posting: Posting) -> Decimal:
    told = _A_WEEK.search(posting.hours)
    return Decimal(told[1]) if told and Decimal(told[1]) else _FULL


def _place(hour: Decimal, row: WageEstimate) -> PayPlace:
    if row.hour_p10 is not None and hour < row.hour_p10:
        return "under"
    if row.hour_median is not None and hour < row.hour_median:
        return "low"
    return "usual" if row.hour_p75 is None or hour <= row.hour_p75 else "high"
