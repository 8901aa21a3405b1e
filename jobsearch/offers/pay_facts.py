"""What others earn in the job of an offer: whose pay it is, and where."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from accounts.models import User
from guides.models import Role, State, TargetRole, WageEstimate
from guides.occupations.pay import OccupationPay
from jobsearch.models import Offer
from jobsearch.offers.placing import POINTS

# The end of “Columbus, OH” or “Columbus, OH 43215”, and of “Columbus, Ohio”.
_PLACE: Final = re.compile(r"(?:^|[,\s])\s*(?P<code>[A-Z]{2})(?:\s+\d{5}(?:-\d{4})?)?$|,\s*(?P<name>[^,\d]+?)$")


@dataclass(frozen=True)
class Figures:
    """The figures of one place in one unit: by point, and which of them only say “this much or more”."""

    known: dict[str, Decimal]
    or_more: frozenset[str]


@dataclass(frozen=True)
class PayFacts:
    """The role and the state that pay is told for, and pay by place."""

    role: Role | None
    state: State | None
    pay: OccupationPay | None


def pay_facts(offer: Offer, user: User) -> PayFacts:
    """Pay of the ad's role, else of the job the person heads for; in the ad's state, else in their own."""
    posting = offer.application.posting
    target = TargetRole.objects.owned_by(user).select_related("role", "state").first()
    role = posting.role or (target.role if target else None)
    own = target.state_id if target and target.state_id else user.state
    state = _state(posting.place, own)
    pay = OccupationPay(role.soc, state=state) if role and role.soc else None
    return PayFacts(role, state, pay)


def figures(row: WageEstimate, unit: str) -> Figures:
    """What is known of a row by the hour or by the year."""
    found = {point: getattr(row, f"{unit}_{point}") for point in POINTS}
    known = {point: Decimal(value) for point, value in found.items() if value is not None}
    return Figures(known, frozenset(point for point in known if row.is_or_more(point)))


def _state(place: str, own: str) -> State | None:
    """The state that the place of the job names, else the person's own."""
    states = {state.usps: state for state in State.objects.all()}
    named = {state.name.casefold(): state for state in states.values()}
    if found := _PLACE.search(place.strip()):
        here = states.get(found["code"] or "") or named.get((found["name"] or "").casefold())
        if here:
            return here
    return states.get(own)
