"""Pay as pictures: the reader's place beside the nation, and the settings on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import WageEstimate, WorkSetting
from guides.page.money import pay
from guides.page.notes import Note, cite
from guides.page.pay_here import PayHere
from guides.page.reliable import instead_of_pay, is_withheld, missing_pay
from guides.page.scale import Scale, scale_over
from guides.page.strip import POINTS, Strip, points

_ROWS = {
    "p10": gettext_lazy("1 in 10 earns less than"),
    "p25": gettext_lazy("1 in 4 earns less than"),
    "median": gettext_lazy("Middle: half earn more, half less"),
    "p75": gettext_lazy("1 in 4 earns more than"),
    "p90": gettext_lazy("1 in 10 earns more than"),
}


@dataclass(frozen=True)
class PayPicture:
    """The reader's place beside the U.S."""

    title: str
    strips: list[Strip]
    scale: Scale
    table: list[tuple[str, list[str]]]
    notes: tuple[Note, ...]
    missing: str = ""


def pay_picture(facts: PayHere) -> PayPicture | None:
    """Pay here and in the U.S.; nothing where no pay is known at all."""
    national, here = facts.wage_of.get("US"), facts.wage_of.get(facts.here)
    rows = [(facts.here_name, here, True)] if here is not None and here.place != "US" else []
    if national is not None:
        rows.append((_("United States"), national, not rows))
    scale = scale_over(value for _name, row, _mine in rows for value in points(row).values())
    strips = [Strip(name, row, scale, is_mine=mine) for name, row, mine in rows]
    known = ((strip, row) for strip, (_name, row, _mine) in zip(strips, rows, strict=True) if row and strip.is_known)
    first, wage = next(known, (None, None))
    if first is None or wage is None:
        return None
    return PayPicture(
        title=_("In %(place)s half earn more than %(pay)s a year, and half earn less")
        % {"place": facts.here_name if wage is here else _("the U.S."), "pay": first.amount},
        strips=strips,
        scale=scale,
        table=[(str(label), _cells(rows, point)) for point, label in _ROWS.items()],
        notes=(*_starting_out(wage, facts), *cite("b-pay", [(wage.source, wage.as_of)])),
        missing=_missing(facts),
    )


def no_pay(facts: PayHere) -> str:
    """A sentence in the place of the picture: why there is none."""
    row = facts.wage_of.get("US")
    if is_withheld(row):
        return _("Too few employers answered to be sure of pay in this job, so it is not shown.")
    if row is not None and row.hour_median is not None:
        told = {"pay": pay(row, "hour_median"), "when": row.as_of}
        return _("Half earn more than %(pay)s an hour across the U.S. (%(when)s). No yearly figure is released.") % told
    if row is not None:
        return _("The survey does not release pay for this job.")
    return _("Pay for this job is not in our data.")


def _cells(rows: Sequence[tuple[str, WageEstimate | None, bool]], point: str) -> list[str]:
    return [
        pay(row, f"{unit}_{point}") or instead_of_pay(row) for _name, row, _mine in rows for unit in ("year", "hour")
    ]


def _missing(facts: PayHere) -> str:
    """Why the reader's own state is not in the picture; empty where it is, or where no state is chosen."""
    if facts.state is None or facts.is_here_known:
        return ""
    return missing_pay(facts.state.name, facts.wage_of.get(facts.state.usps))


def _starting_out(wage: WageEstimate, facts: PayHere) -> tuple[Note, ...]:
    if wage.year_p10 is None:
        return ()
    hourly = _(" (%s an hour)") % pay(wage, "hour_p10") if wage.hour_p10 is not None else ""
    place = facts.here_name if wage.place == facts.here else _("the U.S.")
    text = _("In %(place)s one in ten earns under %(pay)s%(hourly)s. The survey does not ask who is new.") % {
        "place": place,
        "pay": pay(wage, "year_p10"),
        "hourly": hourly,
    }
    return (Note("aside", "b-pay-start", title=_("Starting out?"), text=text),)


@dataclass(frozen=True)
class SettingPay:
    """The settings on one scale, highest first."""

    title: str
    strips: list[Strip]
    scale: Scale
    table: list[tuple[str, list[str]]]
    missing: list[str]
    withheld: list[str]
    notes: tuple[Note, ...]


def setting_pay(facts: PayHere, settings: Sequence[WorkSetting]) -> SettingPay | None:
    """Pay by setting across the U.S.; settings of one industry share a strip. Nothing where no figure is known."""
    names: dict[str, list[str]] = {}
    for setting in settings:
        names.setdefault(f"n{setting.naics}" if setting.naics else "", []).append(setting.name)
    rows = {code: facts.wage_of[code] for code in names if code in facts.wage_of and facts.wage_of[code].year_median}
    if not rows:
        return None
    withheld = [code for code in names if is_withheld(facts.wage_of.get(code))]
    scale = scale_over(value for row in rows.values() for value in points(row).values())
    strips = [Strip(", ".join(names[code]), row, scale) for code, row in rows.items()]
    strips.sort(key=lambda strip: -strip.figures["median"])
    first = next(iter(rows.values()))
    return SettingPay(
        title=_("%(top)s pays %(most)s in the middle, %(bottom)s %(least)s")
        % {
            "top": strips[0].name,
            "most": strips[0].amount,
            "bottom": strips[-1].name.lower(),
            "least": strips[-1].amount,
        },
        strips=strips,
        scale=scale,
        table=[(strip.name, [strip.told(point) or "–" for point in POINTS]) for strip in strips],
        missing=[name for code in names if code not in rows and code not in withheld for name in names[code]],
        withheld=[name for code in withheld for name in names[code]],
        notes=cite("b-pay-settings", [(first.source, first.as_of)]),
    )
