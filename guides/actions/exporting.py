"""Writes a guide as a folder of content files, with all that it needs to stand in an empty database."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from django.db.models import Q
from django.utils.translation import gettext as _

from guides.actions.loading.tables import TABLES
from guides.content_files.entries import (
    CredentialEntry,
    Entry,
    FactEntry,
    ProjectionEntry,
    ResourceEntry,
    RoleEntry,
    SourceEntry,
    StateEntry,
    TermEntry,
    WagesEntry,
)
from guides.content_files.writing import write_files
from guides.markup import compile_text
from guides.models import Role

_TABLE_OF = {table.entry: table for table in TABLES}
_SHARED = (SourceEntry, StateEntry, TermEntry, FactEntry, CredentialEntry, ResourceEntry, ProjectionEntry, WagesEntry)
# A packed guide says nothing of when it was packed, so that the same guide gives the same file.
_PACKED_ON = (2000, 1, 1, 0, 0, 0)


class FolderInUseError(Exception):
    """The folder to write to holds something already."""


def guide_files(role: Role) -> dict[str, str]:
    """The guide's content files, by path."""
    own = [*_own(role)]
    facts, terms = _named_in(role)
    credentials = [*_credentials(role, facts)]
    wanted = {full for key in facts for full in (f"{role.slug}/{key}", key)}
    held = Q(role=role) | Q(key__in=wanted) | Q(credential__slug__in=[entry.slug for entry in credentials])
    entries = [
        *own,
        *credentials,
        *_rows(TermEntry, Q(slug__in=terms)),
        *_rows(FactEntry, held),
        *_rows(ResourceEntry, Q(role=role) | Q(role=None)),
        *_pay_and_outlook(role),
    ]
    return write_files([*_places_and_sources(entries), *entries])


def guide_as_zip(role: Role) -> bytes:
    """The guide's folder, packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(guide_files(role).items()):
            archive.writestr(zipfile.ZipInfo(name, _PACKED_ON), text, compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def write_guide(role: Role, path: Path) -> int:
    """Write the guide's files below the path, which must be empty or new; returns how many."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FolderInUseError(_("%s is in use already: name a new or an empty folder.") % path)
    files = guide_files(role)
    for name, text in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return len(files)


def _rows(kind: type[Entry], which: Q) -> list[Entry]:
    table = _TABLE_OF[kind]
    return [table.entry_of(row) for row in table.rows(which).values()]


def _own(role: Role) -> Iterator[Entry]:
    """The role and all that belongs to it alone."""
    for entry in _rows(RoleEntry, Q(pk=role.pk)):
        status = role.status if role.status == Role.Status.PUBLISHED else Role.Status.DRAFT
        yield RoleEntry(**{**vars(entry), "status": status})
    for kind in _TABLE_OF:
        if kind not in _SHARED and kind is not RoleEntry:
            yield from _rows(kind, Q(role=role))


def _named_in(role: Role) -> tuple[set[str], set[str]]:
    """The facts and terms that the guide's texts name."""
    texts = [
        *role.sections.values_list("body", flat=True),
        *role.steps.values_list("body", flat=True),
        *role.rungs.values_list("needs", flat=True),
        *role.questions.values_list("answer", flat=True),
    ]
    compiled = [compile_text(text) for text in texts]
    return {key for one in compiled for key in one.facts}, {slug for one in compiled for slug in one.terms}


def _credentials(role: Role, facts: set[str]) -> Iterator[CredentialEntry]:
    """The credentials of the role, and those whose facts its texts name; each names this role alone."""
    named = {key.partition("/")[0] for key in facts if "/" in key}
    for entry in _rows(CredentialEntry, Q(roles=role) | Q(slug__in=named)):
        if isinstance(entry, CredentialEntry):
            own = tuple(slug for slug in entry.roles if slug == role.slug)
            yield CredentialEntry(**{**vars(entry), "roles": own})


def _pay_and_outlook(role: Role) -> Iterator[Entry]:
    """Pay and outlook of the role, and of the jobs next door that are shown with their pay."""
    codes = {role.soc, *role.related.values_list("soc", flat=True)} - {""}
    yield from _rows(ProjectionEntry, Q(soc__in=codes))
    yield from _rows(WagesEntry, Q(soc__in=codes))


def _places_and_sources(entries: list[Entry]) -> Iterator[Entry]:
    """The states and sources that the entries name."""
    states = {getattr(entry, "state", "") for entry in entries}
    states |= {row.place for entry in entries if isinstance(entry, WagesEntry) for row in entry.rows}
    yield from _rows(StateEntry, Q(usps__in=states))
    yield from _rows(SourceEntry, Q(key__in={getattr(entry, "source", "") for entry in entries}))
