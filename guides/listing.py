"""Rows of guides with what people compare them by."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.models import Projection, Role, WageEstimate
from guides.page.reliable import instead_of_pay, told


@dataclass(frozen=True)
class GuideRow:
    """One guide with its national pay and outlook, where they are known."""

    role: Role
    wage: WageEstimate | None
    projection: Projection | None

    @property
    def no_pay(self) -> str:
        """What to say where there is no pay to tell."""
        return instead_of_pay(self.wage)


def guide_rows(roles: Iterable[Role]) -> list[GuideRow]:
    """The guides from highest to lowest middle pay, those without a figure last; three queries at any length."""
    listed = [*roles]
    codes = {role.soc for role in listed if role.soc}
    wages = {
        row.soc: row
        for row in told(WageEstimate.objects.filter(soc__in=codes, place="US", naics="").select_related("source"))
    }
    outlooks = {row.soc: row for row in Projection.objects.filter(soc__in=codes).select_related("source")}
    rows = [GuideRow(role, wages.get(role.soc), outlooks.get(role.soc)) for role in listed]
    return sorted(rows, key=lambda row: (-(row.wage.year_median or 0) if row.wage else 0, row.role.title))
