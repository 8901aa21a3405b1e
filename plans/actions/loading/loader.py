"""Brings the content files of plans into the database; an editor's change wins."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from guides.actions.loading import Choice, Loader, LoadReport, Memory, Stamp
from guides.actions.loading.checking import entry_problems
from guides.actions.loading.loader import REASON
from guides.actions.loading.table import Known
from guides.content_files import ContentError, Folder, check_references
from guides.models import Credential, Role
from plans.actions.loading.table import TemplateTable
from plans.content_files.entries import PlanTemplateEntry

NOUNS = frozenset({PlanTemplateEntry.NOUN})


@transaction.atomic
def load_plans(
    folder: Folder, *, now: datetime, take_file: Collection[str] = (), keep_edit: Collection[str] = ()
) -> LoadReport:
    """Check the folder, then load it; on any problem nothing changes. The guides' own files come first."""
    memory = Memory.recall()
    known: Known = {
        "role": dict(Role.objects.values_list("slug", "pk")),
        "credential": dict(Credential.objects.values_list("slug", "pk")),
    }
    tables = [TemplateTable()]
    problems = [*folder.problems, *check_references(folder), *entry_problems(folder, tables, known, memory)]
    if problems:
        raise ContentError(problems)
    choice = Choice(frozenset(take_file), frozenset(keep_edit))
    loader = Loader(folder, memory, tables, Stamp(now=now, reason=REASON), choice, known=known)
    loader.refuse_unknown_items()
    report = loader.load()
    memory.save()
    return report
