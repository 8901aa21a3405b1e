"""Which editions of the official data are on the site, and the words that their publishers ask for."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from guides.importers.onet.layout import KNOWN, Part
from guides.models import Release, Source
from guides.page.notes import Note, cite


@dataclass(frozen=True)
class Releases:
    """Every release that was imported, the latest import first."""

    rows: list[Release]

    @cached_property
    def onet(self) -> list[Release]:
        """Editions of the O*NET database; where paths were merged, more than one."""
        return [row for row in self.rows if row.kind == Release.Kind.ONET]

    @cached_property
    def bls(self) -> list[Release]:
        """Editions of pay and outlook."""
        return [row for row in self.rows if row.kind != Release.Kind.ONET]

    @property
    def versions(self) -> list[str]:
        """Versions of the O*NET database that the site holds, the newest first."""
        return sorted({row.version for row in self.onet}, key=_by_number, reverse=True)

    @property
    def databases(self) -> str:
        """Every version by the name that its publisher asks for."""
        return _(" and ").join(_("O*NET %s Database") % version for version in self.versions)

    def of(self, *parts: Part) -> list[Release]:
        """The editions that the parts were read from; all of them where that was not kept."""
        found = [row for row in self.onet if any(KNOWN.get(name) in parts for name in row.files)]
        return found or self.onet

    def cite(self, base: str, *parts: Part) -> tuple[Note, ...]:
        """One note that names the editions which the parts were read from."""
        return cite(base, self.cited(*parts))

    def cited(self, *parts: Part) -> list[tuple[Source, str]]:
        """The sources of the parts, each with the versions that were read of it."""
        versions: dict[int, tuple[Source, list[str]]] = {}
        for row in self.of(*parts):
            versions.setdefault(row.source_id, (row.source, []))[1].append(row.version)
        return [(source, _(" and ").join(found)) for source, found in versions.values()]


def releases() -> Releases:
    """Every release with its source, in one query."""
    return Releases([*Release.objects.select_related("source").order_by("kind", "-imported_at", "-pk")])


def _by_number(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]
