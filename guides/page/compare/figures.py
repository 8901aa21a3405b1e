"""Pay on one scale, and the outlook."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from guides.models import Section
from guides.page.compare.cells import Cell, Part, Row, cited, inside, links, marks
from guides.page.compare.sides import Side
from guides.page.money import count, dollars, percent, years
from guides.page.money import pay as amount
from guides.page.notes import Note
from guides.page.reliable import instead_of_pay
from guides.page.scale import scale_over
from guides.page.strip import Strip, points


def pay(sides: Sequence[Side]) -> Part:
    """The pay of all on one scale."""
    known = [side for side in sides if side.middle is not None]
    scale = scale_over(value for side in known for value in points(side.wage).values())
    is_mixed = len({side.here for side in known}) > 1
    strips = [Strip(_named(side, is_mixed=is_mixed), side.wage, scale) for side in known]
    rows = [
        _middles(sides, is_mixed=is_mixed),
        _points(sides, _("Middle pay an hour"), "hour_median"),
        _points(sides, _("Starting out: 1 in 10 earns under"), "year_p10"),
        _points(sides, _("At the top: 1 in 10 earns over"), "year_p90"),
        Row(_("Jobs"), [Cell(side.role.title, count(side.jobs)) for side in sides], is_number=True),
        links(sides, _("Pay by place and setting"), Section.Kind.PAY),
    ]
    sources = [(side.wage.source, side.wage.as_of) if side.wage else None for side in sides]
    notes = (*_starting_out(), *cited("b-compare-pay", sources))
    return Part("pay", _("Pay"), _pay_title(known, is_mixed=is_mixed), rows, notes, strips, scale)


def _middles(sides: Sequence[Side], *, is_mixed: bool) -> Row:
    """Figures of different places stand beside each other, but none is called the highest."""
    told = ["" for _side in sides] if is_mixed else marks([side.middle for side in sides])
    cells = [
        replace(_point(side, "year_median"), more=side.here_name if is_mixed else "", mark=mark)
        for side, mark in zip(sides, told, strict=True)
    ]
    return Row(_("Middle pay a year"), cells, is_number=True)


def _points(sides: Sequence[Side], label: str, column: str) -> Row:
    return Row(label, [_point(side, column) for side in sides], is_number=True)


def _point(side: Side, column: str) -> Cell:
    return Cell(side.role.title, amount(side.wage, column), unknown=instead_of_pay(side.wage))


def _named(side: Side, *, is_mixed: bool) -> str:
    return f"{side.role.title}, {side.here_name}" if is_mixed else side.role.title


def _starting_out() -> tuple[Note, ...]:
    text = _(
        "The lowest tenth is as near as the survey comes to pay for beginners. It does not ask who is new. "
        "Pay is before tax; people who work for themselves are left out."
    )
    return (Note("aside", "b-compare-pay-start", title=_("Starting out?"), text=text),)


def _pay_title(known: Sequence[Side], *, is_mixed: bool) -> str:
    ranked = sorted(known, key=lambda side: -(side.middle or 0))
    is_at_top = any(side.wage is not None and side.wage.is_or_more("median") for side in known)
    if is_mixed or is_at_top or len(ranked) < 2:  # noqa: PLR2004 -- one figure alone
        return _("Pay")
    top, bottom = ranked[0], ranked[-1]
    apart = (top.middle or 0) - (bottom.middle or 0)
    told = {"place": top.here_name, "pay": dollars(top.middle), "apart": dollars(apart)}
    if apart == 0:
        return _("In %(place)s all of them earn %(pay)s in the middle") % told
    words = _("In %(place)s %(top)s earn %(apart)s more in the middle than %(bottom)s")
    return words % {**told, "top": inside(top.role.plural), "bottom": inside(bottom.role.plural)}


def outlook(sides: Sequence[Side]) -> Part:
    """How many jobs there will be."""
    found = [side.projection for side in sides]
    sources = [(row.source, years(row.base_year, row.target_year)) if row else None for row in found]
    rows = [_changes(sides), _openings(sides), links(sides, _("The reasons both ways"), Section.Kind.OUTLOOK)]
    return Part("outlook", _("Outlook"), _outlook_title(sides), rows, cited("b-compare-outlook", sources))


def _changes(sides: Sequence[Side]) -> Row:
    values = [side.projection.change_percent if side.projection else None for side in sides]
    cells = [
        Cell(side.role.title, percent(value, signed=True), mark=mark)
        for side, value, mark in zip(sides, values, marks(values), strict=True)
    ]
    return Row(_("Change in jobs in ten years"), cells, is_number=True)


def _openings(sides: Sequence[Side]) -> Row:
    values = [side.projection.openings if side.projection else None for side in sides]
    cells = [
        Cell(side.role.title, count(value), mark=mark)
        for side, value, mark in zip(sides, values, marks(values), strict=True)
    ]
    return Row(_("Openings a year, U.S."), cells, is_number=True)


def _outlook_title(sides: Sequence[Side]) -> str:
    known = [
        (row.change_percent, row.target_year, side)
        for side in sides
        if (row := side.projection) is not None and row.change_percent is not None
    ]
    known.sort(key=lambda told: -told[0])
    if len(known) < 2:  # noqa: PLR2004 -- one figure alone
        return _("Outlook")
    (most, year, top), (least, _year, bottom) = known[0], known[-1]
    words = _("By %(year)s there should be %(most)s for %(top)s, and %(least)s for %(bottom)s")
    return words % {
        "year": year,
        "most": _change(most),
        "top": inside(top.role.plural),
        "least": _change(least),
        "bottom": inside(bottom.role.plural),
    }


def _change(value: Decimal) -> str:
    words = _("%s more jobs") if value > 0 else _("%s fewer jobs") if value < 0 else ""
    return words % percent(abs(value)) if words else _("as many jobs as before")
