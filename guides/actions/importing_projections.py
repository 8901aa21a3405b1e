"""Brings the outlook in: how many jobs there are and will be, who leaves them, and why shares change."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from guides.actions.matching import Changes, match, remove
from guides.importers.projections import Jobs, ProjectionRelease, Reason
from guides.models import OutlookReason, Projection, Release, Source
from guides.search import index

KIND = Release.Kind.PROJECTIONS
_PROJECTION = (*Jobs._fields, "exits", "transfers", "base_year", "target_year", "source_id")
_REASON = (*Reason._fields, "source_id")

Tell = Callable[[str, Changes], None]


class OlderProjectionsError(Exception):
    """The site holds a later edition, and nobody said that an older one may take its place."""

    def __init__(self, *, here: int, offered: str) -> None:
        text = _(
            "The site holds projections from %(here)d on, and these are the older %(offered)s. "
            "Say --allow-older to go back to them."
        )
        super().__init__(text % {"here": here, "offered": offered})


@dataclass
class ProjectionsReport:
    """What became of the rows of each table."""

    changes: dict[str, Changes] = field(default_factory=dict)

    @property
    def changed_anything(self) -> bool:
        """Whether the site says anything else than before."""
        return any(changes.any for changes in self.changes.values())


@transaction.atomic
def import_projections(
    release: ProjectionRelease, *, now: datetime, allow_older: bool = False, tell: Tell
) -> ProjectionsReport:
    """Make the outlook what the release says; `tell` hears of each table when it has been written."""
    source = _source(release.edition, now)
    # Whoever imports at this moment waits here, and then finds nothing to do.
    Source.objects.select_for_update().get(pk=source.pk)
    if not allow_older:
        _refuse_older(release)
    report = ProjectionsReport()
    report.changes["projections"] = _match_projections(release, source)
    tell("projections", report.changes["projections"])
    if release.reasons:
        report.changes["reasons"] = _match_reasons(release, source)
        tell("reasons", report.changes["reasons"])
    _settle(release, report, source, now)
    return report


def _source(edition: str, now: datetime) -> Source:
    """The publication to cite; one that an editor or a content file described stays as it is."""
    return Source.objects.get_or_create(
        key=f"ep-{edition.replace('–', '-')}",
        defaults={
            "title": "Employment Projections",
            "publisher": "U.S. Bureau of Labor Statistics",
            "url": "https://www.bls.gov/emp/",
            "edition": edition,
            "seen_on": now.date(),
            "kind": Source.Kind.OFFICIAL,
        },
    )[0]


def _refuse_older(release: ProjectionRelease) -> None:
    here = Projection.objects.order_by("-base_year").values_list("base_year", flat=True).first()
    if here is not None and here > release.years[0]:
        raise OlderProjectionsError(here=here, offered=release.edition)


def _match_projections(release: ProjectionRelease, source: Source) -> Changes:
    """Write the rows; those of other editions go, those that an editor added to this one stay."""
    changes = match(Projection.objects.all(), _projections(release, source), _PROJECTION, keys=1)
    other = Projection.objects.exclude(base_year=release.years[0], target_year=release.years[1])
    changes.gone = [*other.values_list("pk", flat=True)]
    remove(Projection, changes.gone)
    return changes


def _projections(release: ProjectionRelease, source: Source) -> Iterator[tuple[Any, ...]]:
    """Rows as the database has them; without table 1.10, what this edition said before of people who leave stands."""
    here = Projection.objects.filter(base_year=release.years[0], target_year=release.years[1])
    before = {soc: (exits, transfers) for soc, exits, transfers in here.values_list("soc", "exits", "transfers")}
    for soc, jobs in release.jobs.items():
        leaving = release.leaving.get(soc) or (() if release.leaving else before.get(soc)) or (None, None)
        yield *jobs, *leaving, *release.years, source.pk


def _match_reasons(release: ProjectionRelease, source: Source) -> Changes:
    """The reasons are a whole: what the release does not have goes."""
    wanted = ((*reason, source.pk) for reason in release.reasons.values())
    changes = match(OutlookReason.objects.all(), wanted, _REASON, keys=2)
    remove(OutlookReason, changes.gone)
    return changes


def _settle(release: ProjectionRelease, report: ProjectionsReport, source: Source, now: datetime) -> None:
    """Write down what was read, and when; earlier editions go."""
    gone = Release.objects.of_kind(KIND).exclude(version=release.edition)
    kept, made = Release.objects.get_or_create(
        kind=KIND, version=release.edition, defaults={"source": source, "imported_at": now}
    )
    files = {**kept.files, **release.files}
    if made or report.changed_anything or files != kept.files or gone.exists():
        kept.files, kept.imported_at = files, now
        kept.save(update_fields=["files", "imported_at"])
    gone.delete()
    if report.changed_anything:
        index.put_occupations()
