"""Occupations next door."""

from dataclasses import dataclass

from django.urls import reverse

from guides.models import Occupation, RelatedOccupation, Role
from guides.occupations.pay import OccupationPay
from guides.page.money import dollars

_SHOWN = 10


@dataclass(frozen=True)
class Near:
    """An occupation next door as the release has it, nearest first."""

    code: str
    title: str
    soc: str

    @property
    def url(self) -> str:
        """Its profile."""
        return reverse("occupations:detail", args=[self.code])


@dataclass(frozen=True)
class Neighbor:
    """The same with its middle pay, and the guide that we wrote about it."""

    title: str
    url: str
    pay: str
    guide: Role | None


@dataclass(frozen=True)
class Neighbors:
    """Those that stand open, and those that fold away."""

    shown: list[Neighbor]
    folded: list[Neighbor]


def near(occupation: Occupation) -> list[Near]:
    """Occupations next door."""
    rows = RelatedOccupation.objects.filter(occupation=occupation).order_by("place")
    return [Near(*row) for row in rows.values_list("other_id", "other__title", "other__soc")]


def neighbors(found: list[Near], pay: OccupationPay, guides: dict[str, Role]) -> Neighbors:
    """Occupations next door, with pay across the U.S. and guides by O*NET or SOC code."""
    rows = [_neighbor(item, pay, guides) for item in found]
    return Neighbors(rows[:_SHOWN], rows[_SHOWN:])


def _neighbor(item: Near, pay: OccupationPay, guides: dict[str, Role]) -> Neighbor:
    guide = guides.get(item.code) or guides.get(item.soc)
    return Neighbor(item.title, item.url, dollars(pay.next_door(item.soc)), guide)
