"""Finds the fact that a tag names, whether it is a row of its own or a cell of the pay and outlook tables."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import Confidence, Fact, Projection, RelatedRole, Role, Source, State, WageEstimate
from guides.page.money import count, pay, percent, years
from guides.page.pay_here import PayHere
from guides.page.reliable import are_jobs_sure, instead_of_pay, told
from guides.rows import Rows

_POINTS = {
    "p10": gettext_lazy("one in ten earns less than"),
    "p25": gettext_lazy("one in four earns less than"),
    "median": gettext_lazy("the middle person earns"),
    "p75": gettext_lazy("one in four earns more than"),
    "p90": gettext_lazy("one in ten earns more than"),
}

# The industry that a tag such as pay.median.n456110 names.
_INDUSTRY = re.compile(r"^pay\..*\.n(\d\w*)$")


@dataclass(frozen=True)
class FactView:
    """A fact as a page shows it."""

    key: str
    value: str
    label: str
    source: Source | None = None
    as_of: str = ""
    is_low: bool = False
    is_stale: bool = False
    note: str = ""

    @property
    def is_second_hand(self) -> bool:
        """Whether it was taken from someone who reports it, not from who decides it."""
        return self.source is not None and self.source.kind == Source.Kind.SECOND_HAND


def fact_view(key: str, fact: Fact, today: date) -> FactView:
    """A row as a page shows it on that day, under the key that the page knows it by."""
    return FactView(
        key=key,
        value=fact.value,
        label=fact.label,
        source=fact.source,
        as_of=fact.as_of,
        is_low=fact.confidence == Confidence.LOW,
        is_stale=fact.is_stale(today),
        note=fact.note,
    )


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of the facts without its model: a guide has a hundred of them, and models are ten times as slow."""

    pk: int
    key: str
    label: str
    value: str
    as_of: str
    confidence: str
    note: str
    review_by: date | None
    credential_id: int | None
    position: int
    source_id: int


class FactStore(PayHere):
    """Every fact that one role's guide may use, for one place, in a handful of queries."""

    def __init__(self, role: Role, *, state: State | None, today: date, rows: Rows | None = None) -> None:
        self.role = role
        self.rows = rows or Rows()
        self.state = state
        self.today = today
        self._facts: dict[str, FactRow] = {}
        self._sources: dict[int, Source] = {}
        self._views: dict[str, FactView | None] = {}
        self._industries: set[str] = set()
        self.used: dict[int, Source] = {}

    def prefetch(self, keys: Iterable[str], *, credentials: bool = False) -> None:
        """Fetch the rows that tags name, and where asked those of the role's credentials, in one query."""
        keys = [*keys]
        self._industries |= {found[1] for key in keys if (found := _INDUSTRY.search(key))}
        names = {full for key in keys for full in (f"{self.role.slug}/{key}", key)}
        asked = ("facts", self.role.pk, *sorted(names), credentials)
        rows = self.rows.get(asked, lambda: self._fetch_facts(names, credentials=credentials))
        self._facts |= {fact.key: fact for fact in rows}
        self._views.clear()
        wanted = sorted({fact.source_id for fact in rows})
        self._sources |= self.rows.get(("sources", *wanted), lambda: Source.objects.in_bulk(wanted))

    def _fetch_facts(self, names: set[str], *, credentials: bool) -> list[FactRow]:
        wanted = Q(key__in=names)
        if credentials:
            wanted |= Q(credential__in=self.role.credentials.values("pk"))
        return [FactRow(*row) for row in Fact.objects.filter(wanted).values_list(*FactRow.__slots__)]

    @property
    def ids(self) -> list[int]:
        """The facts that the page may show."""
        return [fact.pk for fact in self._facts.values()]

    def of_credential(self, pk: int, *, only: Sequence[str] = ()) -> dict[str, FactView]:
        """The facts of one credential, by the part of their key after the slash; or only those that are named."""
        rows = [(fact.key.rpartition("/")[2], fact) for fact in self._facts.values() if fact.credential_id == pk]
        rows.sort(key=lambda named: (named[1].position, named[1].pk))
        return {name: self._view(fact.key, fact) for name, fact in rows if not only or name in only}

    @cached_property
    def _all_wages(self) -> list[WageEstimate]:
        """Pay of the role by place, by the industries in use, and across the U.S. next door, in one query."""
        asked = ("wages", self.role.pk, self.role.soc, *sorted(self._industries))
        return self.rows.get(asked, self._fetch_wages)

    def _fetch_wages(self) -> list[WageEstimate]:
        neighbors = RelatedRole.objects.filter(role=self.role).exclude(soc="").values("soc")
        wanted = Q(soc__in=neighbors, place="US", naics="")
        if self.role.soc:
            used = Q(naics="") | Q(naics__in=self._industries) | Q(naics__in=self.role.settings.values("naics"))
            wanted |= Q(soc=self.role.soc) & used
        return told(WageEstimate.objects.filter(wanted).select_related("source"))

    @cached_property
    def wages(self) -> list[WageEstimate]:
        """The pay rows of the role's occupation: every place, and the industries that the guide speaks of."""
        return [row for row in self._all_wages if row.soc == self.role.soc]

    @cached_property
    def wage_of(self) -> dict[str, WageEstimate]:
        """Pay rows by place (“US”, “OH”) and by industry (“n456110”)."""
        return {f"n{row.naics}" if row.naics else row.place: row for row in self.wages}

    @cached_property
    def national(self) -> dict[str, WageEstimate]:
        """The national pay row of the role and of those next door, by SOC code."""
        return {row.soc: row for row in self._all_wages if row.place == "US" and not row.naics}

    @cached_property
    def projection(self) -> Projection | None:
        """The outlook of the role's occupation."""
        if not (soc := self.role.soc):
            return None
        rows = Projection.objects.select_related("source")
        return self.rows.get(("projection", soc), lambda: rows.filter(soc=soc).first())

    def get(self, key: str) -> FactView | None:
        """The fact a tag names, the role's own before a shared one; nothing where there is none."""
        if key not in self._views:
            self._views[key] = self._find(key)
        view = self._views[key]
        if view is not None and view.source is not None:
            self.used[view.source.pk] = view.source
        return view

    def _find(self, key: str) -> FactView | None:
        fact = self._facts.get(f"{self.role.slug}/{key}") or self._facts.get(key)
        if fact is not None:
            return self._view(key, fact)
        head, _dot, rest = key.partition(".")
        if head == "pay":
            return self._pay(key, rest)
        if head == "outlook":
            return self._outlook(key, rest)
        return None

    def _view(self, key: str, fact: FactRow) -> FactView:
        return FactView(
            key=key,
            value=fact.value,
            label=fact.label,
            source=self._sources[fact.source_id],
            as_of=fact.as_of,
            is_low=fact.confidence == Confidence.LOW,
            is_stale=fact.review_by is not None and fact.review_by < self.today,
            note=fact.note,
        )

    def _pay(self, key: str, rest: str) -> FactView | None:
        unit = "year"
        if rest.startswith("hour."):
            unit, rest = "hour", rest.removeprefix("hour.")
        point, _dot, place = rest.partition(".")
        if point == "place":
            return FactView(key=key, value=self.here_name, label=_("Place"))
        row = self.wage_of.get(
            self.here if place == "here" else place if place.startswith("n") and place[1:2].isdigit() else place.upper()
        )
        if row is None:
            return None
        if point == "jobs":
            jobs = count(row.employment) if are_jobs_sure(row) else _("too few answers to be sure")
            return self._cell(key, row, jobs, _("number of jobs"))
        if point not in _POINTS:
            return None
        return self._cell(key, row, pay(row, f"{unit}_{point}"), str(_POINTS[point]))

    def _cell(self, key: str, row: WageEstimate, value: str, label: str) -> FactView:
        return FactView(
            key=key,
            value=value or instead_of_pay(row),
            label=label,
            source=row.source,
            as_of=row.as_of,
            is_stale=row.source.is_stale(self.today),
        )

    def _outlook(self, key: str, name: str) -> FactView | None:
        row = self.projection
        if row is None:
            return None
        values = {
            "jobs_base": count(row.jobs_base),
            "jobs_target": count(row.jobs_target),
            "change": percent(row.change_percent),
            "openings": count(row.openings),
            "exits": count(row.exits),
            "transfers": count(row.transfers),
            "base_year": str(row.base_year),
            "target_year": str(row.target_year),
        }
        if name not in values:
            return None
        return FactView(
            key=key,
            value=values[name] or _("not in our data"),
            label=_("outlook"),
            source=row.source,
            as_of=years(row.base_year, row.target_year),
            is_stale=row.source.is_stale(self.today),
        )
