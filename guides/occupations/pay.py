"""Pay of an occupation, and of those next door."""

from collections.abc import Iterable
from functools import cached_property

from guides.models import State, WageEstimate
from guides.page.pay_here import PayHere
from guides.page.reliable import told


def group_of(soc: str) -> str:
    """The broader group that pay and outlook count some occupations with: 29-2010 for 29-2011."""
    return f"{soc[:6]}0"


def counted_as(soc: str, known: Iterable[str]) -> str:
    """The code under which the statistics know an occupation: its own, else that of its group; empty for neither."""
    return next((code for code in (soc, group_of(soc)) if code in known), "")


class OccupationPay(PayHere):
    """Pay of one occupation by place, and the middle pay of each occupation next door."""

    def __init__(self, soc: str, *, state: State | None, neighbors: Iterable[str] = ()) -> None:
        self.soc = soc
        self.state = state
        self.neighbors = {code for other in neighbors for code in (other, group_of(other))}

    @cached_property
    def _rows(self) -> list[WageEstimate]:
        own = WageEstimate.objects.filter(soc__in=[self.soc, group_of(self.soc)], naics="")
        return told(own.select_related("source"))

    @cached_property
    def code(self) -> str:
        """The code under which the survey knows the occupation; empty where it does not."""
        return counted_as(self.soc, {row.soc for row in self._rows})

    @cached_property
    def wage_of(self) -> dict[str, WageEstimate]:
        """Pay by place."""
        return {row.place: row for row in self._rows if row.soc == self.code}

    @cached_property
    def _next_door(self) -> dict[str, int | None]:
        rows = WageEstimate.objects.filter(soc__in=self.neighbors, place="US", naics="").sure()
        return dict(rows.values_list("soc", "year_median"))

    def next_door(self, soc: str) -> int | None:
        """Middle pay across the U.S. of an occupation next door."""
        return self._next_door.get(counted_as(soc, self._next_door))

    @property
    def is_of_group(self) -> bool:
        """Whether pay is known of the broader group alone."""
        return self.code not in {"", self.soc}
