"""One page of the directory, as its address asks for it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from guides.models import Resource, Role, State
from guides.models.resource import ResourceQuerySet
from guides.page.directory.kinds import KINDS, KindWords, in_order
from guides.page.directory.links import KindLink, directory_url

A_PAGE = 40


@dataclass(frozen=True)
class Listed:
    """A place, and whether it should have been opened again before today."""

    place: Resource
    is_stale: bool


class Counted(Paginator[Resource]):
    """Pages of rows that were counted already."""

    def __init__(self, rows: ResourceQuerySet, count: int) -> None:
        super().__init__(rows, A_PAGE)
        self.count = count


class Directory:
    """Places for a job, in a state, of a kind: those of the state first, then those of the job, then the rest."""

    def __init__(self, *, role: Role | None, state: State | None, kind: str, number: int, now: datetime) -> None:
        self.role, self.state, self.kind, self.number = role, state, kind, number
        self.today = timezone.localdate(now)
        shown = Resource.objects.shown(now)
        self._for_role = shown.for_role(role) if role is not None else shown

    @cached_property
    def _tally(self) -> dict[str, tuple[int, int]]:
        """Of each kind, how many serve the reader, and how many belong to other states."""
        here = Q(state=None) | Q(state=self.state) if self.state else Q(state=None)
        rows = self._for_role.order_by().values_list("kind").annotate(here=Count("pk", filter=here), all=Count("pk"))
        return {kind: (here, total - here) for kind, here, total in rows}

    @property
    def count(self) -> int:
        """How many fit."""
        return sum(here for kind, (here, _elsewhere) in self._tally.items() if self.kind in {"", kind})

    @property
    def elsewhere(self) -> int:
        """How many would fit, but belong to another state; to any, where none was asked for."""
        return sum(elsewhere for kind, (_here, elsewhere) in self._tally.items() if self.kind in {"", kind})

    @cached_property
    def page(self) -> Page[Resource]:
        """Those of the page asked for; the last page where there are not so many."""
        rows = self._for_role.useful_in(self.state)
        if self.kind:
            rows = rows.filter(kind=self.kind)
        nearest = F("state").asc(nulls_last=True), F("role").asc(nulls_last=True)
        rows = rows.select_related("role", "state").order_by(in_order(), *nearest, "position", "name", "pk")
        return Counted(rows, self.count).get_page(self.number)

    @cached_property
    def groups(self) -> list[tuple[KindWords, list[Listed]]]:
        """The places of the page by kind."""
        return [
            (KINDS[Resource.Kind(kind)], [Listed(place, place.is_stale(self.today)) for place in found])
            for kind, found in groupby(self.page, key=lambda place: place.kind)
        ]

    @cached_property
    def kinds(self) -> list[tuple[str, KindLink]]:
        """All kinds together, then each that has places here, by its key."""
        counts: dict[str, Any] = {"": sum(here for here, _elsewhere in self._tally.values())}
        counts |= {kind: self._tally.get(kind, (0, 0))[0] for kind in KINDS}
        return [
            (kind, KindLink(self._name_of(kind), count, directory_url(role=self.role, state=self.state, kind=kind)))
            for kind, count in counts.items()
            if count or kind == self.kind
        ]

    def _name_of(self, kind: str) -> str:
        return str(KINDS[Resource.Kind(kind)].several) if kind else _("All kinds")

    @property
    def title(self) -> str:
        """What the page holds."""
        named = {"role": self.role.title if self.role else "", "place": self.state.name if self.state else ""}
        if self.role and self.state:
            return _("%(role)s in %(place)s: where to look") % named
        if self.role:
            return _("%(role)s: where to look") % named
        return _("Where to look in %(place)s") % named if self.state else _("Where to look")

    @property
    def query(self) -> str:
        """What stands in the addresses of the list's other pages."""
        return directory_url(role=self.role, state=self.state, kind=self.kind).partition("?")[2]

    @property
    def is_narrowed(self) -> bool:
        """Whether the address asks for less than everything."""
        return bool(self.query or self.page.number > 1)
