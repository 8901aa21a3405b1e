"""Whether the entries of a folder agree: nothing twice, and everything named exists."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guides.content_files.entries import (
    CredentialEntry,
    Entry,
    FactEntry,
    ProjectionEntry,
    QuestionEntry,
    ResourceEntry,
    RoleEntry,
    RuleEntry,
    SectionEntry,
    SourceEntry,
    StateEntry,
    WagesEntry,
)
from guides.content_files.folder import Folder
from guides.content_files.problems import FileProblem


@dataclass(frozen=True)
class Names:
    """What entries may name besides what the folder holds."""

    sources: AbstractSet[str] = frozenset()
    states: AbstractSet[str] = frozenset()
    roles: AbstractSet[str] = frozenset()


def check_references(folder: Folder, known: Names | None = None) -> Iterator[FileProblem]:
    """Everything that stands twice, and every name that leads nowhere."""
    known = known or Names()
    yield from _twice(folder)
    sources = {*known.sources, *(entry.key for entry in folder.of(SourceEntry))}
    states = {*known.states, *(entry.usps for entry in folder.of(StateEntry))}
    roles = {*known.roles, *(entry.slug for entry in folder.of(RoleEntry))}
    for entry in folder.entries:
        yield from _missing_source(entry, sources)
        yield from _missing_state(entry, states)
        if isinstance(entry, CredentialEntry):
            for slug in entry.roles:
                if slug not in roles:
                    yield FileProblem(entry.where, _("The role “%s” does not exist.") % slug)


def _twice(folder: Folder) -> Iterator[FileProblem]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in folder.entries:
        for name in _names(entry):
            before = first.setdefault(name, entry)
            if before is not entry:
                text = _("“%(name)s” stands twice: it is at %(place)s already.")
                yield FileProblem(entry.where, text % {"name": name[1], "place": before.where})


def _names(entry: Entry) -> Iterator[tuple[str, str]]:
    """Everything about an entry that must stand once."""
    yield entry.NOUN, entry.ident
    if isinstance(entry, StateEntry):
        yield "fips", entry.fips
        yield "state name", entry.name
    if isinstance(entry, SectionEntry | QuestionEntry):
        yield "anchor", entry.ident


def _missing_source(entry: Entry, sources: AbstractSet[str]) -> Iterator[FileProblem]:
    if isinstance(entry, FactEntry | ProjectionEntry | WagesEntry) and entry.source not in sources:
        text = _("The source “%s” does not exist: add it to sources.yaml, or correct the key.")
        yield FileProblem(entry.where, text % entry.source)


def _missing_state(entry: Entry, states: AbstractSet[str]) -> Iterator[FileProblem]:
    named: set[str] = set()
    if isinstance(entry, FactEntry | ResourceEntry | RuleEntry) and entry.state:
        named = {entry.state}
    if isinstance(entry, WagesEntry):
        named = {row.place for row in entry.rows} - {"US"}
        yield from _wage_rows_twice(entry)
    for usps in sorted(named - states):
        yield FileProblem(entry.where, _("The state “%s” does not exist: use a postal code of states.yaml.") % usps)


def _wage_rows_twice(entry: WagesEntry) -> Iterator[FileProblem]:
    seen: set[tuple[str, str]] = set()
    for row in entry.rows:
        if (row.place, row.naics) in seen:
            name = f"{row.place} {row.naics}".strip()
            yield FileProblem(entry.where, _("The row for “%s” stands twice: keep one.") % name)
        seen.add((row.place, row.naics))
