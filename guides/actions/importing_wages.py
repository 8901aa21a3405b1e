"""Brings pay in: rows that the release has take the place of older ones for the same occupation, kind by kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guides.actions.matching import Changes, match, remove
from guides.importers.wages import Kind, Places, WageRelease, month_of
from guides.importers.wages.release import CELLS
from guides.models import Area, AreaWage, Release, Source, State, WageEstimate
from guides.search import index

KIND = Release.Kind.WAGES
_PAY = ("as_of", "source_id", *CELLS, "or_more")
_ESTIMATE = ("soc", "place", "naics", "industry", *_PAY)
_AREA_WAGE = ("soc", "area_id", *_PAY)

Tell = Callable[[str, Changes], None]


class OlderWagesError(Exception):
    """The site holds pay of a later year, and nobody said that an older one may take its place."""

    def __init__(self, *, here: str, offered: str) -> None:
        text = _("The site holds pay of %(here)s, and this is of %(offered)s. Say --allow-older to go back to it.")
        super().__init__(text % {"here": here, "offered": offered})


@dataclass
class WagesReport:
    """What became of the rows of each kind, and how many of other years are left."""

    changes: dict[str, Changes] = field(default_factory=dict)
    left: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def changed_anything(self) -> bool:
        """Whether the site says anything else than before."""
        return any(changes.any for changes in self.changes.values())


def known_places() -> Places:
    """The states that the site knows."""
    return Places([*State.objects.values_list("fips", "usps", "name")])


def rows_of(kind: Kind) -> QuerySet[Any]:
    """The rows of pay of a kind that the site holds."""
    if kind is Kind.AREA:
        return AreaWage.objects.all()
    if kind is Kind.INDUSTRY:
        return WageEstimate.objects.exclude(naics="")
    whole = WageEstimate.objects.filter(naics="")
    return whole.filter(place="US") if kind is Kind.NATION else whole.exclude(place="US")


@transaction.atomic
def import_wages(release: WageRelease, *, now: datetime, allow_older: bool = False, tell: Tell) -> WagesReport:
    """Make pay what the release says; `tell` hears of each kind when it has been written."""
    source = _source(release.period, now)
    # Whoever imports at this moment waits here, and then finds nothing to do.
    Source.objects.select_for_update().get(pk=source.pk)
    if not allow_older:
        _refuse_older(release)
    report = WagesReport()
    if release.areas:
        report.changes["areas"] = _match_areas(release)
        tell("areas", report.changes["areas"])
    for kind in Kind:
        if kind in release.rows:
            report.changes[kind] = _match(release, kind, source)
            tell(kind, report.changes[kind])
    _settle(release, report, source, now)
    return report


def _source(period: str, now: datetime) -> Source:
    """The publication to cite; one that an editor or a content file described stays as it is."""
    return Source.objects.get_or_create(
        key=f"oews-{month_of(period)[0]}",
        defaults={
            "title": "Occupational Employment and Wage Statistics",
            "publisher": "U.S. Bureau of Labor Statistics",
            "url": "https://www.bls.gov/oes/",
            "edition": period,
            "seen_on": now.date(),
            "kind": Source.Kind.OFFICIAL,
            "note": "Wage and salary jobs before tax; the self-employed are not in it. "
            "BLS cannot vouch for data once they have left its site.",
        },
    )[0]


def _refuse_older(release: WageRelease) -> None:
    offered = month_of(release.period)
    for kind in release.rows:
        here = max(rows_of(kind).order_by().values_list("as_of", flat=True).distinct(), key=month_of, default="")
        if month_of(here) > offered:
            raise OlderWagesError(here=here, offered=release.period)


def _match_areas(release: WageRelease) -> Changes:
    """Areas with the states they lie in; areas that the release does not name stay."""
    kinds = {True: Area.Kind.METRO, False: Area.Kind.OTHER}
    wanted = [(area.code, area.name, kinds[area.is_metro].value) for area in release.areas.values()]
    changes = match(Area.objects.filter(code__in=release.areas), wanted, ("code", "name", "kind"), keys=1)
    through = Area.states.through
    there = through.objects.filter(area_id__in=release.areas)
    states = [(area.code, usps) for area in release.areas.values() for usps in area.states]
    lying = match(there, states, ("area_id", "state_id"), keys=2)
    remove(through, lying.gone)
    return changes


def _match(release: WageRelease, kind: Kind, source: Source) -> Changes:
    """Write the rows of a kind. Those of other years go, where the release has the occupation; others stay."""
    rows = rows_of(kind)
    if kind is Kind.AREA:
        changes = match(rows, _area_wages(release, source), _AREA_WAGE, keys=2)
    else:
        changes = match(rows, _estimates(release, kind, source), _ESTIMATE, keys=3)
    occupations = {soc for soc, _place in release.rows[kind]}
    outdated = rows.filter(soc__in=occupations).exclude(as_of=release.period)
    changes.gone = [*outdated.values_list("pk", flat=True)] if changes.gone else []
    remove(rows.model, changes.gone)
    return changes


def _estimates(release: WageRelease, kind: Kind, source: Source) -> Iterator[tuple[Any, ...]]:
    """Rows as the database has them; an industry keeps the name that it has here."""
    is_industry = kind is Kind.INDUSTRY
    named = dict(_names(rows_of(kind))) if is_industry else {}
    for (soc, code), pay in release.rows[kind].items():
        place, naics = ("US", code) if is_industry else (code, "")
        industry = named.get((soc, naics)) or release.industries.get(naics, "")
        yield soc, place, naics, industry, release.period, source.pk, *pay.cells, pay.or_more


def _names(rows: QuerySet[WageEstimate]) -> Iterable[tuple[tuple[str, str], str]]:
    for soc, naics, industry in rows.values_list("soc", "naics", "industry"):
        yield (soc, naics), industry


def _area_wages(release: WageRelease, source: Source) -> Iterator[tuple[Any, ...]]:
    for (soc, code), pay in release.rows[Kind.AREA].items():
        yield soc, code, release.period, source.pk, *pay.cells, pay.or_more


def _settle(release: WageRelease, report: WagesReport, source: Source, now: datetime) -> None:
    """Write down what was read, and when; releases that no row is from any more go."""
    here: Counter[str] = Counter()
    for kind in Kind:
        for as_of in rows_of(kind).order_by().values_list("as_of", flat=True).distinct():
            here[as_of] += 1
            if as_of != release.period and kind in release.rows:
                report.left[kind, as_of] = rows_of(kind).filter(as_of=as_of).count()
    gone = Release.objects.of_kind(KIND).exclude(version__in=[*here])
    kept, made = Release.objects.get_or_create(
        kind=KIND, version=release.period, defaults={"source": source, "imported_at": now}
    )
    files = {**kept.files, **release.files}
    if made or report.changed_anything or gone.exists() or files != kept.files:
        kept.files, kept.released, kept.imported_at = files, release.period, now
        kept.save(update_fields=["files", "released", "imported_at"])
    gone.delete()
    if report.changed_anything:
        index.put_occupations()
