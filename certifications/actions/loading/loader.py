"""Brings the content files of certifications into the database; an editor's change wins."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from certifications.actions.loading.rules import RuleVersionTable, overlaps
from certifications.actions.loading.tables import DRUGS, OUTLINES, PATHWAYS, QUESTIONS, RULES, SOURCES
from certifications.content_files.entries import CitedSourceEntry, RuleVersionEntry
from guides.actions.loading import Choice, Loader, LoadReport, Memory, Stamp
from guides.actions.loading.checking import entry_problems
from guides.actions.loading.report import admin_place
from guides.actions.loading.table import Known, Table
from guides.content_files import ContentError, FileProblem, Folder, check_references
from guides.models import Credential, Role, Source, State

REASON = "Loaded from files"
NOUNS = {table.noun for table in (SOURCES, RULES, PATHWAYS, OUTLINES, QUESTIONS, DRUGS)} | {RuleVersionEntry.NOUN}


@transaction.atomic
def load_certifications(
    folder: Folder, *, now: datetime, take_file: Collection[str] = (), keep_edit: Collection[str] = ()
) -> LoadReport:
    """Check the folder, then load it; on any problem nothing changes. The guides' own files come first."""
    memory, known = Memory.recall(), _known()
    versions = RuleVersionTable(folder.of(RULES.entry), folder.of(RuleVersionEntry))
    # In the order of need: what is named stands before what names it.
    tables = (SOURCES, RULES, versions, PATHWAYS, OUTLINES, QUESTIONS, DRUGS)
    if problems := [*folder.problems, *_problems(folder, tables, known, memory)]:
        raise ContentError(problems)
    choice = Choice(frozenset(take_file), frozenset(keep_edit))
    loader = Loader(folder, memory, tables, Stamp(now=now, reason=REASON), choice, known=known)
    loader.refuse_unknown_items()
    report = loader.load()
    report.conflicts += _drafts(versions, loader.known)
    memory.save()
    return report


def _known() -> Known:
    """What entries may name besides the folder's own."""
    return {
        "credential": dict(Credential.objects.values_list("slug", "pk")),
        "role": dict(Role.objects.values_list("slug", "pk")),
        "state": {usps: usps for usps in State.objects.values_list("usps", flat=True)},
        "source": dict(Source.objects.values_list("key", "pk")),
    }


def _problems(folder: Folder, tables: Sequence[Table], known: Known, memory: Memory) -> Iterator[FileProblem]:
    """Everything wrong with entries that could be read."""
    yield from check_references(folder)
    yield from overlaps(folder.of(RULES.entry), folder.of(RuleVersionEntry))
    own = {entry.key for entry in folder.of(CitedSourceEntry)}
    for source in folder.of(CitedSourceEntry):
        if f"source:{source.key}" in memory.items:
            text = _("The source “%s” is among those of the guides already: take it out here.")
            yield FileProblem(source.where, text % source.key)
    named = {**known, "source": known["source"] | dict.fromkeys(own), RULES.noun: _rules_named(folder)}
    yield from entry_problems(folder, tables, named, memory)


def _rules_named(folder: Folder) -> dict[str, None]:
    return {entry.slug: None for entry in folder.of(RULES.entry)}


def _drafts(versions: RuleVersionTable, known: Known) -> list[str]:
    """Versions that wait as drafts because an editor's version is in force on the same days."""
    text = _("%(item)s waits as a draft (%(place)s): “%(other)s”, which an editor published, claims the same days.")
    return [
        text
        % {
            "item": f"{versions.noun}:{ident}",
            "place": admin_place(versions.model, known[versions.noun][ident]),
            "other": other,
        }
        for ident, other in versions.waiting.items()
        if ident in known[versions.noun]
    ]
