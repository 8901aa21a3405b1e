"""Pay by place inside a state, as strips on one scale."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guides.models import AreaWage, State
from guides.page.money import count
from guides.page.notes import Note, cite
from guides.page.reliable import is_withheld, told
from guides.page.scale import Scale, scale_over
from guides.page.strip import Strip, points


@dataclass(frozen=True)
class AreaRow:
    """One place with its strip and its jobs."""

    name: str
    strip: Strip
    jobs: str


@dataclass(frozen=True)
class AreaPay:
    """The places of one state, highest pay first."""

    title: str
    rows: list[AreaRow]
    scale: Scale
    withheld: int
    notes: tuple[Note, ...]


def area_pay(soc: str, state: State) -> AreaPay | None:
    """Places in the state that a figure was released for; nothing without any. One query at any length."""
    if not soc:
        return None
    wages = told(AreaWage.objects.filter(soc=soc, area__states=state).select_related("area", "source"))
    known = [wage for wage in wages if wage.year_median is not None]
    withheld = sum(is_withheld(wage) for wage in wages)
    if not known:
        return None
    known.sort(key=lambda wage: (-(wage.year_median or 0), wage.area.name))
    scale = scale_over(value for wage in known for value in points(wage).values())
    rows = [AreaRow(wage.area.name, Strip(wage.area.name, wage, scale), count(wage.employment)) for wage in known]
    top, bottom = rows[0], rows[-1]
    words = _("%(top)s pays %(most)s in the middle, %(bottom)s %(least)s")
    if len(rows) == 1:
        words = _("%(top)s pays %(most)s in the middle")
    names = {"top": top.name, "most": top.strip.amount, "bottom": bottom.name, "least": bottom.strip.amount}
    return AreaPay(words % names, rows, scale, withheld, cite("b-areas", [(known[0].source, known[0].as_of)]))
