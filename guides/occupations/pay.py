"""Pay of an occupation, and of those next door, in one query."""

from collections.abc import Iterable
from functools import cached_property

from django.db.models import Q

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
    """Pay of one occupation by place, and the national row of each occupation next door."""

    def __init__(self, soc: str, *, state: State | None, neighbors: Iterable[str] = ()) -> None:
        self.soc = soc
        self.state = state
        self.neighbors = {code for other in neighbors for code in (other, group_of(other))}

    @cached_property
    def _rows(self) -> list[WageEstimate]:
        own = Q(soc__in=[self.soc, group_of(self.soc)])
        near = Q(soc__in=self.neighbors, place="US")
        return told(WageEstimate.objects.filter(own | near, naics="").select_related("source"))

    @cached_property
    def code(self) -> str:
        """The code under which the survey knows the occupation; empty where it does not."""
        return counted_as(self.soc, {row.soc for row in self._rows})

    @cached_property
    def wage_of(self) -> dict[str, WageEstimate]:
        """Pay by place."""
        return {row.place: row for row in self._rows if row.soc == self.code}

    @cached_property
    def _national(self) -> dict[str, WageEstimate]:
        return {row.soc: row for row in self._rows if row.place == "US"}

    def national(self, soc: str) -> WageEstimate | None:
        """Pay across the U.S. of an occupation next door."""
        return self._national.get(counted_as(soc, self._national))

    @property
    def is_of_group(self) -> bool:
        """Whether pay is known of the broader group alone."""
        return self.code not in {"", self.soc}
