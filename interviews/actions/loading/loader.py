"""Brings the content files of interviews into the database; an editor's change wins."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from guides.actions.loading import Choice, Loader, LoadReport, Memory, Stamp
from guides.actions.loading.checking import entry_problems
from guides.actions.loading.loader import REASON
from guides.actions.loading.table import Known
from guides.content_files import ContentError, Folder, check_references
from guides.models import Role
from interviews.actions.loading.tables import COMPETENCIES, TABLES

NOUNS = frozenset(table.noun for table in TABLES)


@transaction.atomic
def load_interviews(
    folder: Folder, *, now: datetime, take_file: Collection[str] = (), keep_edit: Collection[str] = ()
) -> LoadReport:
    """Check the folder, then load it; on any problem nothing changes. The guides' own files come first."""
    memory = Memory.recall()
    known: Known = {"role": dict(Role.objects.values_list("slug", "pk"))}
    competencies = {entry.slug: None for entry in folder.of(COMPETENCIES.entry)}
    named = {**known, COMPETENCIES.noun: competencies}
    problems = [*folder.problems, *check_references(folder), *entry_problems(folder, TABLES, named, memory)]
    if problems:
        raise ContentError(problems)
    choice = Choice(frozenset(take_file), frozenset(keep_edit))
    loader = Loader(folder, memory, TABLES, Stamp(now=now, reason=REASON), choice, known=known)
    loader.refuse_unknown_items()
    report = loader.load()
    memory.save()
    return report
