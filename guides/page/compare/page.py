"""The page that sets roles side by side, or helps to choose them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from guides.models import RelatedRole, Role, State
from guides.page.compare.address import compare_url
from guides.page.compare.cells import Part, inside
from guides.page.compare.parts import parts
from guides.page.compare.sides import Side, sides
from guides.page.places import Place, all_places

_PAIRS = 8


@dataclass(frozen=True)
class Chosen:
    """One of the roles, with the address of the page without it."""

    role: Role
    without: str


@dataclass(frozen=True)
class Pair:
    """Two roles that people weigh against each other, and why."""

    first: Role
    second: Role
    why: str
    url: str


@dataclass
class ComparePage:
    """What a reader sees who has chosen these roles, for their state, on that day."""

    chosen: Sequence[Role]
    published: Sequence[Role]
    state: State | None
    today: date
    is_whole_country: bool = False

    @property
    def place(self) -> str:
        """The place in this page's addresses: a state, or the whole U.S. where someone asked for it."""
        return self.state.usps if self.state else "US" if self.is_whole_country else ""

    @property
    def is_ready(self) -> bool:
        """Whether there is something to compare."""
        return len(self.chosen) > 1

    @property
    def title(self) -> str:
        """The roles by name."""
        if not self.chosen:
            return _("Set up to four jobs side by side")
        names = [role.title if place == 0 else inside(role.title) for place, role in enumerate(self.chosen)]
        if not self.is_ready:
            return _("%s, and which other?") % names[0]
        return _("%s, side by side") % get_text_list(names, _("and"))

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every state, D.C. and territory, for the menu."""
        return all_places()

    @cached_property
    def picked(self) -> list[Chosen]:
        """The roles with the addresses that take each of them out."""
        slugs = [role.slug for role in self.chosen]
        return [
            Chosen(role, compare_url([slug for slug in slugs if slug != role.slug], self.place)) for role in self.chosen
        ]

    @cached_property
    def sides(self) -> list[Side]:
        """What is known of each."""
        return sides(self.chosen, state=self.state, today=self.today)

    @cached_property
    def parts(self) -> list[Part]:
        """What is compared."""
        return parts(self.sides) if self.is_ready else []

    @cached_property
    def pairs(self) -> list[Pair]:
        """Jobs next door with a guide of their own: of the one role that is chosen, else of all."""
        near = RelatedRole.objects.filter(role__in=self.chosen or self.published, target__in=self.published)
        rows = near.select_related("role", "target").order_by("position", "role__position", "pk")
        found: dict[frozenset[str], Pair] = {}
        for row in rows:
            if row.target is not None and row.target != row.role:
                slugs = (row.role.slug, row.target.slug)
                pair = Pair(row.role, row.target, row.why, compare_url(slugs, self.place))
                found.setdefault(frozenset(slugs), pair)
        return [*found.values()][:_PAIRS]
