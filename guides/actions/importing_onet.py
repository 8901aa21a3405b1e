"""Brings a release of the O*NET database in, whole: afterwards the site holds what the release says, and no more."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guides.actions.matching import Changes, match, remove
from guides.importers import onet
from guides.importers.onet import rows
from guides.models import (
    EducationShare,
    Element,
    JobZone,
    Occupation,
    OccupationTitle,
    Rating,
    RelatedOccupation,
    Release,
    Software,
    Source,
    Task,
)
from guides.search import index

KIND = Release.Kind.ONET


class OlderReleaseError(Exception):
    """The site holds a newer release, and nobody said that an older one may take its place."""

    def __init__(self, *, here: str, offered: str) -> None:
        text = _(
            "The site holds O*NET %(here)s, and this is the older %(offered)s. Say --allow-older to go back to it."
        )
        super().__init__(text % {"here": here, "offered": offered})


@dataclass(frozen=True)
class TableReport:
    """What an import did to one table."""

    name: str
    changes: Changes


@dataclass
class ImportReport:
    """What an import did to every table, and whether the words about the release changed."""

    tables: list[TableReport] = field(default_factory=list)
    is_other_release: bool = False

    @property
    def changed_anything(self) -> bool:
        """Whether the site says anything else than before."""
        return self.is_other_release or any(table.changes.any for table in self.tables)


@transaction.atomic
def import_release(
    release: onet.Release, *, now: datetime, allow_older: bool = False, tell: Callable[[TableReport], None]
) -> ImportReport:
    """Make the occupations what the release says; `tell` hears of each table when it has been written."""
    sources = {edition: _source(edition) for edition in release.editions()}
    # Whoever imports the same release at this moment waits here, and then finds nothing to do.
    Source.objects.select_for_update().get(pk=sources[release.main].pk)
    _refuse_older(release.main, allow_older=allow_older)
    report = ImportReport()
    kept = {edition.version: _release(edition, sources[edition], now) for edition in sources}
    _Import(release.contents, kept[release.main.version], report, tell).run()
    _settle(release, kept, report, now)
    if report.changed_anything:
        index.put_occupations()
    return report


def _source(edition: onet.Edition) -> Source:
    """The publication to cite; one that an editor or a content file described stays as it is."""
    words = f"version {edition.version}"
    return Source.objects.get_or_create(
        key=f"onet-{edition.version.replace('.', '-')}",
        defaults={
            "title": "O*NET Database",
            "publisher": "U.S. Department of Labor, Employment and Training Administration",
            "url": "https://www.onetcenter.org/database.html",
            "edition": f"{words}, {edition.released}" if edition.released else words,
            "kind": Source.Kind.OFFICIAL,
            "note": (
                "Used under CC BY 4.0. O*NET is a trademark of USDOL/ETA, which has not approved, endorsed or tested "
                "our use. We have selected and rearranged."
            ),
        },
    )[0]


def _refuse_older(offered: onet.Edition, *, allow_older: bool) -> None:
    here = Release.objects.of_kind(KIND).filter(occupations__isnull=False).values_list("version", flat=True).first()
    if here and offered.order < onet.Edition(here).order and not allow_older:
        raise OlderReleaseError(here=here, offered=offered.version)


def _release(edition: onet.Edition, source: Source, now: datetime) -> Release:
    return Release.objects.get_or_create(
        kind=KIND, version=edition.version, defaults={"source": source, "imported_at": now}
    )[0]


def _settle(release: onet.Release, kept: dict[str, Release], report: ImportReport, now: datetime) -> None:
    """Write down what was read, and when; releases that nothing is from any more go."""
    gone = Release.objects.of_kind(KIND).exclude(pk__in=[row.pk for row in kept.values()])
    said = {edition: (edition.released, files) for edition, files in release.editions().items()}
    other = {
        edition for edition in said if (kept[edition.version].released, kept[edition.version].files) != said[edition]
    }
    report.is_other_release = bool(other or gone.exists())
    gone.delete()
    if not report.changed_anything:
        return
    for edition, (released, files) in said.items():
        row = kept[edition.version]
        row.released, row.files, row.imported_at = released, files, now
        row.save(update_fields=["released", "files", "imported_at"])


@dataclass
class _Import:
    """One import, table by table: what others point at comes first, and goes last."""

    contents: onet.Contents
    release: Release
    report: ImportReport
    tell: Callable[[TableReport], None]

    def run(self) -> None:
        """Write every table."""
        said = self.contents
        occupations = ((*row, self.release.pk) for row in said.occupations.values())
        fields = (*rows.OccupationRow._fields, "release_id")
        zones = self._match(JobZone.objects.all(), said.zones.values(), rows.ZoneRow._fields, keys=1)
        jobs = self._match(Occupation.objects.all(), occupations, fields, keys=1)
        elements = self._match(Element.objects.all(), said.elements.values(), rows.ElementRow._fields, keys=1)
        self._details()
        remove(Occupation, jobs.gone)
        remove(Element, elements.gone)
        remove(JobZone, zones.gone)

    def _details(self) -> None:
        said = self.contents
        self._whole(Task.objects.all(), said.tasks.values(), rows.TaskRow._fields, keys=2)
        for name, kind, ratings in (
            (_("ratings of skills"), Element.Kind.SKILL, said.skills),
            (_("ratings of knowledge"), Element.Kind.KNOWLEDGE, said.knowledge),
        ):
            there = Rating.objects.filter(element__kind=kind)
            self._whole(there, ratings.values(), rows.RatingRow._fields, keys=2, name=name)
        shares = EducationShare.objects.all()
        self._whole(shares, said.education.values(), rows.EducationRow._fields, keys=2, name=_("levels of education"))
        self._whole(OccupationTitle.objects.all(), said.titles.values(), rows.TitleRow._fields, keys=2)
        self._whole(Software.objects.all(), said.software.values(), rows.SoftwareRow._fields, keys=3)
        self._whole(RelatedOccupation.objects.all(), said.related.values(), rows.RelatedRow._fields, keys=2)

    def _whole(
        self,
        there: QuerySet[Any],
        wanted: Iterable[tuple[Any, ...]],
        fields: Sequence[str],
        *,
        keys: int,
        name: str = "",
    ) -> None:
        """A table that nothing points at: what is gone goes at once."""
        changes = self._match(there, wanted, fields, keys=keys, name=name)
        remove(there.model, changes.gone)

    def _match(
        self,
        there: QuerySet[Any],
        wanted: Iterable[tuple[Any, ...]],
        fields: Sequence[str],
        *,
        keys: int,
        name: str = "",
    ) -> Changes:
        changes = match(there, wanted, fields, keys=keys)
        table = TableReport(name or str(there.model._meta.verbose_name_plural), changes)
        self.report.tables.append(table)
        self.tell(table)
        return changes
