"""Brings in a guide that was exported here or elsewhere, from a folder or packed into one file."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from guides.actions.loading.digests import digest_of
from guides.actions.loading.loader import check_folder
from guides.actions.loading.removing import delete
from guides.actions.loading.table import Known, Row, Stamp, Table
from guides.actions.loading.tables import TABLES
from guides.checks import DatabaseLookup
from guides.content_files import ContentError, FileProblem, Folder, Names, Where, files_below, read_folder
from guides.content_files.entries import CredentialEntry, Entry, RoleEntry
from guides.content_files.packed import files_packed
from guides.models import Credential, Role, Source, State
from guides.search import index

REASON = "Imported from a folder"


class GuideExistsError(Exception):
    """There is a guide of that slug already, and nobody said to replace it."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        text = _("There is a guide “%s” already. Say that it is to be replaced, or give the folder another slug.")
        super().__init__(text % slug)


@dataclass
class ImportReport:
    """The guide that came in, and what happened on the way."""

    role: Role
    is_new: bool
    made: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0

    def summary(self) -> str:
        """What happened, in a sentence or two."""
        if self.is_new:
            said = _("Imported “%(title)s” as a draft: %(made)d items.")
        else:
            said = _("Replaced “%(title)s”: %(made)d new, %(changed)d changed, %(removed)d removed.")
        said %= {"title": self.role.title, "made": self.made, "changed": self.changed, "removed": self.removed}
        if not self.kept:
            return said
        kept = ngettext(
            "%d item that other guides share was here already with other words, and stays as it is.",
            "%d items that other guides share were here already with other words, and stay as they are.",
            self.kept,
        )
        return f"{said} {kept % self.kept}"


def import_guide_zip(file: IO[bytes], *, by: User | None, now: datetime, replace: bool = False) -> ImportReport:
    """Bring in a packed guide; on any problem nothing changes."""
    return import_guide(files_packed(file), by=by, now=now, replace=replace)


def import_guide_folder(path: Path, *, by: User | None, now: datetime, replace: bool = False) -> ImportReport:
    """Bring in a guide from a folder; on any problem nothing changes."""
    return import_guide(files_below(path), by=by, now=now, replace=replace)


@transaction.atomic
def import_guide(files: Mapping[str, str], *, by: User | None, now: datetime, replace: bool = False) -> ImportReport:
    """Bring in one guide, with what it shares with others where that is not here yet.

    A new guide comes in as a draft. In place of one that is here, it keeps that one's status and readers.
    """
    folder = read_folder(files)
    entry = _the_role(folder)
    role = Role.objects.filter(slug=entry.slug).first()
    if role and not replace:
        raise GuideExistsError(entry.slug)
    names = Names(
        sources={*Source.objects.values_list("key", flat=True)},
        states={*State.objects.values_list("usps", flat=True)},
        roles={*Role.objects.values_list("slug", flat=True)},
    )
    check_folder(folder, known=names, besides=DatabaseLookup(now=now))
    _set_status(folder, entry, role)
    return _Import(folder, entry, Stamp(now=now, reason=REASON, by=by), is_new=role is None).run()


def _the_role(folder: Folder) -> RoleEntry:
    """The one role of the folder."""
    roles: list[RoleEntry] = folder.of(RoleEntry)
    if len(roles) != 1:
        if folder.problems:
            raise ContentError(folder.problems)
        text = _("The folder must hold one guide, as roles/<slug>/role.yaml; it holds %d.") % len(roles)
        raise ContentError([FileProblem(Where("roles"), text)])
    return roles[0]


def _set_status(folder: Folder, entry: RoleEntry, role: Role | None) -> None:
    """A new guide is a draft; one that replaces another keeps that one's status."""
    status = role.status if role else Role.Status.DRAFT
    folder.entries[folder.entries.index(entry)] = dataclasses.replace(entry, status=status)


class _Import:
    """One import: the guide's own items become what the folder says; shared ones are made where they are missing."""

    def __init__(self, folder: Folder, role: RoleEntry, stamp: Stamp, *, is_new: bool) -> None:
        self.folder = folder
        self.slug = role.slug
        self.stamp = stamp
        self.known: Known = {table.noun: {} for table in TABLES}
        self.report = ImportReport(role=Role(slug=role.slug), is_new=is_new)

    def run(self) -> ImportReport:
        """Write the rows, then tell the search."""
        for table in TABLES:
            self._write(table)
        self.report.role = Role.objects.get(slug=self.slug)
        self._link_credentials()
        index.reindex()
        return self.report

    def _write(self, table: Table) -> None:
        rows = table.rows()
        self.known[table.noun] |= {ident: row.pk for ident, row in rows.items()}
        entries = {entry.ident: entry for entry in self.folder.of(table.entry)}
        create = [entry for ident, entry in entries.items() if ident not in rows]
        differ = [
            entry for ident, entry in entries.items() if ident in rows and self._differs(table, entry, rows[ident])
        ]
        update = [entry for entry in differ if self._owns(table, rows[entry.ident])]
        gone = [row.pk for ident, row in rows.items() if ident not in entries and self._owns(table, row)]
        moved = self._moved(table, entries, rows)
        table.create(create, self.known, self.stamp)
        table.update(update, self.known, self.stamp)
        table.move(moved, self.stamp)
        for found in table.instances(gone).values():
            delete(found, self.stamp)
        self.report.made += len(create)
        self.report.changed += len(update)
        self.report.kept += len(differ) - len(update)
        self.report.removed += len(gone)

    def _differs(self, table: Table, entry: Entry, row: Row) -> bool:
        """Whether file and row say different things; which other roles share a credential does not count."""
        values, there = table.values(entry, self.known), dict(row.values)
        values.pop("roles", None)
        there.pop("roles", None)
        return digest_of(values) != digest_of(there)

    def _owns(self, table: Table, row: Row) -> bool:
        """Whether the row belongs to this guide alone."""
        return self.slug == row.values.get("slug" if table.noun == "role" else "role")

    def _moved(self, table: Table, entries: Mapping[str, Entry], rows: Mapping[str, Row]) -> dict[object, int]:
        """Rows of this guide that stand in another place in the folder."""
        if not table.is_ordered:
            return {}
        places = {ident: getattr(entry, "position", 0) for ident, entry in entries.items()}
        return {
            row.pk: places[ident]
            for ident, row in rows.items()
            if ident in places and row.position != places[ident] and self._owns(table, row)
        }

    def _link_credentials(self) -> None:
        """The guide has the credentials that the folder gives it."""
        listed = {entry.slug for entry in self.folder.of(CredentialEntry) if self.slug in entry.roles}
        self.report.role.credentials.set(Credential.objects.filter(slug__in=listed))
