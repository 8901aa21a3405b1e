"""The sheet for talking about pay: where an offer stands, what to ask for, and the words for it; only known figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import WageEstimate
from guides.page.pay import PayPicture, no_pay, pay_picture
from guides.page.reliable import has_pay
from jobsearch.models import Offer
from jobsearch.offers.pay_facts import Figures, PayFacts, figures
from jobsearch.offers.placing import next_up, place
from jobsearch.offers.terms import dollars, pay_of

# Of those in the job, how many earn less than a point, and how many more.
_LESS: Final = {
    "p10": gettext_lazy("1 in 10"),
    "p25": gettext_lazy("1 in 4"),
    "median": gettext_lazy("half"),
    "p75": gettext_lazy("3 in 4"),
    "p90": gettext_lazy("9 in 10"),
}
_MORE: Final = {
    "p10": gettext_lazy("9 in 10"),
    "p25": gettext_lazy("3 in 4"),
    "median": gettext_lazy("half"),
    "p75": gettext_lazy("1 in 4"),
    "p90": gettext_lazy("1 in 10"),
}
_MOST_STEPS: Final = 2


@dataclass(frozen=True)
class Saying:
    """A sentence to say, and a blank at its end where only the person knows what belongs there."""

    text: str
    blank: str = ""
    after: str = ""


@dataclass(frozen=True)
class Sheet:
    """All that the sheet shows."""

    offered: str
    picture: PayPicture | None
    no_pay: str
    # Of every point, the places with pay by the year and by the hour.
    rows: Sequence[tuple[str, Sequence[tuple[str, str, str]]]]
    standings: Sequence[str]
    remark: str
    steps: Sequence[str]
    no_steps: str
    sayings: Sequence[Saying]


@dataclass(frozen=True)
class _Here:
    """One place's figures in the unit that the offer is told in."""

    name: str
    figures: Figures
    row: WageEstimate


def sheet_of(offer: Offer, facts: PayFacts) -> Sheet:
    """The sheet of one offer."""
    unit, amount, places = _in_a_known_unit(offer, facts)
    picture = pay_picture(facts.pay) if facts.pay else None
    steps = [*_steps(amount, places[:1], unit)]
    return Sheet(
        offered=told(amount, unit) if amount is not None else "",
        picture=picture,
        no_pay=no_pay(facts.pay) if facts.pay and not picture else "",
        rows=_table(picture),
        standings=[
            said for here in places if amount is not None and (said := standing(amount, here.name, here.figures))
        ],
        remark=_remark(amount, unit, places),
        steps=steps,
        no_steps=_no_steps(amount, places, steps),
        sayings=[*_sayings(offer, amount, unit, places)],
    )


def _in_a_known_unit(offer: Offer, facts: PayFacts) -> tuple[str, Decimal | None, Sequence[_Here]]:
    """By the hour where both sides can be, else by the year; some jobs are paid by the year alone."""
    pay = pay_of(offer)
    both = [("hour", pay.hour), ("year", pay.year)]
    units = [(unit, amount) for unit, amount in both if amount is not None] or both
    found = [(unit, amount, [*_places(facts, unit)]) for unit, amount in units]
    return next((each for each in found if each[2]), found[0])


def told(amount: Decimal, unit: str) -> str:
    """`$18.50 an hour`, `$38,480 a year`."""
    return (_("%s an hour") if unit == "hour" else _("%s a year")) % dollars(amount)


def standing(amount: Decimal, name: str, known: Figures) -> str:
    """Where a pay stands among what others earn there, in a sentence; empty where nothing is known."""
    found = place(amount, known.known, known.or_more)
    if found is None:
        return ""
    less, more = _LESS.get(found.below, ""), _MORE.get(found.above, "")
    if found.is_on_a_point:
        words = _("In %(place)s %(less)s earn this or less, and %(more)s earn this or more.")
    elif less and more:
        words = _("In %(place)s at least %(less)s earn less than this, and at least %(more)s earn more.")
    elif more:
        words = _("In %(place)s at least %(more)s earn more than this.")
    else:
        words = _("In %(place)s at least %(less)s earn less than this.")
    return words % {"place": name, "less": less, "more": more}


def _places(facts: PayFacts, unit: str) -> Iterator[_Here]:
    """The person's place first, then the nation; those without a figure are left out."""
    if facts.pay is None:
        return
    names = [(facts.pay.here, facts.pay.here_name), ("US", _("the U.S."))]
    for code, name in dict(names).items():
        row = facts.pay.wage_of.get(code)
        if row is not None and has_pay(row) and (known := figures(row, unit)).known:
            yield _Here(name, known, row)


def _table(picture: PayPicture | None) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Each point with every place: its name, pay by the year, pay by the hour."""
    if picture is None:
        return []
    names = [strip.name for strip in picture.strips]
    return [(label, [*zip(names, cells[::2], cells[1::2], strict=True)]) for label, cells in picture.table]


def _remark(amount: Decimal | None, unit: str, places: Sequence[_Here]) -> str:
    """How far it is from the middle, and what a yearly figure stands for."""
    if amount is None or not places:
        return ""
    words = [*_from_the_middle(amount, unit, places[0])]
    if unit == "year":
        words.append(_("The survey’s yearly figures stand for full-time work. Ask how many hours yours is for."))
    return " ".join(words)


def _from_the_middle(amount: Decimal, unit: str, here: _Here) -> Iterator[str]:
    middle = here.figures.known.get("median")
    if middle is None or "median" in here.figures.or_more or middle == amount:
        return
    words = _("That is %(apart)s above the middle there.")
    if middle > amount:
        words = _("That is %(apart)s under the middle there.")
    yield words % {"apart": told(abs(middle - amount), unit)}


def _steps(amount: Decimal | None, places: Sequence[_Here], unit: str) -> Iterator[str]:
    """The next figures up, as something to ask for."""
    for here in places:
        known = here.figures
        for point in next_up(amount or Decimal(0), known.known, known.or_more)[:_MOST_STEPS]:
            values = {"pay": told(known.known[point], unit), "place": here.name, "more": _MORE[point]}
            yield _("%(pay)s: in %(place)s %(more)s earn more.") % values


def _no_steps(amount: Decimal | None, places: Sequence[_Here], steps: Sequence[str]) -> str:
    if not places:
        return _("We hold no figure for this job, so we can name none. Ask others in the job what they earn.")
    if steps:
        return ""
    return _("This is at or above every figure that we hold. Ask for something else than pay.") if amount else ""


def _sayings(offer: Offer, amount: Decimal | None, unit: str, places: Sequence[_Here]) -> Iterator[Saying]:
    yield Saying(_("Thank you for the offer. I would like to work with you."))
    yield from _fact(amount, unit, places)
    if offer.reasons:
        yield Saying(_("I bring %s.") % offer.reasons.rstrip(" ."))
    else:
        yield Saying(_("I bring"), _("what you have learned, passed or done that they need"), ".")
    if offer.ask_pay is not None:
        asked = f"{dollars(offer.ask_pay)} {offer.get_pay_per_display()}"
        yield Saying(_("Could you make it %s?") % asked)
    else:
        yield Saying(_("Could you make it"), _("your figure"), "?")


def _fact(amount: Decimal | None, unit: str, places: Sequence[_Here]) -> Iterator[Saying]:
    """The middle, where it speaks for more; it is said as the survey gives it."""
    if not places:
        return
    here = places[0]
    middle = here.figures.known.get("median")
    if middle is None or (amount is not None and middle <= amount):
        return
    values = {"when": here.row.as_of, "place": here.name, "pay": told(middle, unit)}
    yield Saying(
        _(
            "The federal wage survey of %(when)s says that in %(place)s half of the people in this job "
            "earn %(pay)s or more."
        )
        % values
    )
