"""Brings a folder of content files into the database; an editor's change wins."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from guides.actions.loading.decisions import Outcome, decide
from guides.actions.loading.digests import digest_of
from guides.actions.loading.imported import Imported
from guides.actions.loading.memory import Memory
from guides.actions.loading.removing import Removal, remove
from guides.actions.loading.report import LoadReport, admin_place, conflict
from guides.actions.loading.table import Known, Row, Stamp, Table
from guides.actions.loading.tables import TABLES
from guides.checks import Lookup, nearest
from guides.checks.folder import check_folder_texts
from guides.content_files import ContentError, FileProblem, Folder, Names, check_references
from guides.content_files.entries import Entry
from guides.search import index

REASON = "Loaded from files"


class UnknownItemError(Exception):
    """An item was named that neither the files nor the database know."""


@dataclass
class _Work:
    """What is to be done to the rows of one table."""

    create: list[Entry] = field(default_factory=list)
    update: list[Entry] = field(default_factory=list)
    move: dict[object, int] = field(default_factory=dict)


def check_folder(folder: Folder, *, known: Names | None = None, besides: Lookup | None = None) -> None:
    """Raise an error that lists everything wrong with the folder, if anything is.

    A folder that adds to what is there may name what `known` and `besides` hold.
    """
    problems = [*folder.problems, *check_references(folder, known)]
    for table in TABLES:
        for entry in folder.of(table.entry):
            problems += [FileProblem(entry.where, text) for text in table.troubles(entry)]
    problems += check_folder_texts(folder, besides=besides)
    if problems:
        raise ContentError(problems)


@transaction.atomic
def load_folder(
    folder: Folder, *, now: datetime, take_file: Collection[str] = (), keep_edit: Collection[str] = ()
) -> LoadReport:
    """Check the folder, then load it; on any problem nothing changes.

    `take_file` names items whose file shall win over an editor; `keep_edit` those whose conflict is settled for the
    editor.
    """
    memory = Memory.recall()
    fingerprint = digest_of({entry.item + str(entry.where): repr(entry) for entry in folder.entries})
    if folder.problems or memory.get("folder:checked") != fingerprint:
        check_folder(folder)
    choice = Choice(frozenset(take_file), frozenset(keep_edit))
    loader = Loader(folder, memory, TABLES, Stamp(now=now, reason=REASON), choice)
    loader.refuse_unknown_items()
    report = loader.load()
    memory.set("folder:checked", fingerprint)
    memory.save()
    if report.changed_anything:
        index.reindex()
    return report


@dataclass(frozen=True)
class Choice:
    """Items whose conflict is settled: for the file, or for the editor."""

    take_file: frozenset[str] = frozenset()
    keep_edit: frozenset[str] = frozenset()


class Loader:
    """One load: walks the tables in the order of need. What entries may name besides is `known` beforehand."""

    def __init__(
        self,
        folder: Folder,
        memory: Memory,
        tables: Sequence[Table],
        stamp: Stamp,
        choice: Choice,
        *,
        known: Known | None = None,
    ) -> None:
        self.folder = folder
        self.memory = memory
        self.tables = tables
        self.imported = Imported.recall()
        self.stamp = stamp
        self.take_file = choice.take_file
        self.keep_edit = choice.keep_edit
        self.report = LoadReport(counts=Counter(items=len(folder.entries)))
        self.known: Known = {table.noun: {} for table in tables} | (known or {})
        # Deleted or foreign roles and credentials: nothing below them is loaded.
        self.blocked: set[tuple[str, str]] = set()
        # Made in this load: what is below them is made with them, also where it was deleted along with them.
        self.made: set[tuple[str, str]] = set()
        # Roles that went from the files to an editor, with all that is below them.
        self.handed_over: set[str] = set()
        self.removals: list[Removal] = []

    def refuse_unknown_items(self) -> None:
        """Say which named item does not exist."""
        items = {entry.item for entry in self.folder.entries} | self.memory.items
        for item in sorted((self.take_file | self.keep_edit) - items):
            like = nearest(item, items)
            hint = _("Did you mean “%s”?") % like if like else _("Items are named as in the list of conflicts.")
            raise UnknownItemError(_("There is no item “%(item)s”. %(hint)s") % {"item": item, "hint": hint})

    def load(self) -> LoadReport:
        """Create, change and move rows, table by table; then remove what is gone."""
        for table in self.tables:
            self._load_table(table)
        held = remove(self.removals, self.tables, self.stamp)
        self.report.conflicts += [sentence for sentence in held.values() if sentence]
        self.report.counts["kept"] += len(held)
        for removal in self.removals:
            if removal not in held:
                self.memory.forget(removal.item)
                self.report.counts["removed"] += 1
        return self.report

    def _load_table(self, table: Table) -> None:
        rows = table.rows()
        self.known[table.noun] |= {ident: row.pk for ident, row in rows.items()}
        work = _Work()
        entries = {entry.ident: entry for entry in self.folder.of(table.entry)}
        for entry in entries.values():
            if self._can_stand(table, entry):
                self._place(table, entry, rows.get(entry.ident), work)
            else:
                self.report.counts["kept"] += 1
        for ident in sorted(self.memory.idents(table.noun) - entries.keys()):
            self._let_go(table, ident, rows.get(ident))
        table.create(work.create, self.known, self.stamp)
        table.update(work.update, self.known, self.stamp)
        table.move(work.move, self.stamp)

    def _can_stand(self, table: Table, entry: Entry) -> bool:
        """Whether all that the entry needs is there."""
        if _parents(entry) & self.blocked:
            return False
        missing = table.missing(entry, self.known)
        for noun, name in missing:
            text = _("%(item)s cannot be loaded: it needs %(needed)s, which an editor deleted.")
            self.report.conflicts.append(text % {"item": entry.item, "needed": f"{noun}:{name}"})
        return not missing

    def _place(self, table: Table, entry: Entry, row: Row | None, work: _Work) -> None:
        file = digest_of(table.values(entry, self.known))
        decided = decide(file=file, row=row.digest if row else None, loaded=self._loaded(entry, file, row))
        outcome = table.settle(self.imported.settle(decided, entry, row), row)
        self._note(table, outcome, entry.item, entry, row)
        position = getattr(entry, "position", 0) if table.is_ordered else None
        if outcome is Outcome.NEW:
            work.create.append(entry)
            self.made.add((table.noun, entry.ident))
        elif outcome is Outcome.TAKE:
            work.update.append(entry)
        elif row and position is not None and self.memory.position(entry.item) == row.position != position:
            work.move[row.pk] = position
        if not outcome.keeps_loaded:
            self.memory.set(entry.item, file, position)

    def _loaded(self, entry: Entry, file: str, row: Row | None) -> str | None:
        """The digest to take for the one last loaded."""
        if entry.item in self.keep_edit:
            return file
        if entry.item in self.take_file:
            return row.digest if row else None
        if row is None and _parents(entry) & self.made:
            return None
        return self.memory.digest(entry.item)

    def _let_go(self, table: Table, ident: str, row: Row | None) -> None:
        item = f"{table.noun}:{ident}"
        if self.imported.brought(table.noun, row) or (row and row.values.get("role") in self.handed_over):
            self.memory.forget(item)
            return
        loaded = row.digest if row and item in self.take_file else self.memory.digest(item)
        outcome = table.settle(decide(file=None, row=row.digest if row else None, loaded=loaded), row)
        if outcome is Outcome.REMOVE and row:
            self.removals.append(Removal(item, table.noun, row.pk))
            return
        self._note(table, outcome, item, None, row)
        if outcome is not Outcome.FROZEN:
            self.memory.forget(item)
        if outcome is Outcome.GONE_BUT_EDITED and table.noun == "role":
            self.handed_over.add(ident)

    def _note(self, table: Table, outcome: Outcome, item: str, entry: Entry | None, row: Row | None) -> None:
        counted = {
            Outcome.NEW: "new",
            Outcome.TAKE: "changed",
            Outcome.SAME: "unchanged",
            Outcome.IMPORTED: "imported",
            Outcome.FORGET: "forgotten",
        }
        self.report.counts[counted.get(outcome, "kept")] += 1
        if outcome in {Outcome.DELETED, Outcome.DELETED_AND_CHANGED, Outcome.FOREIGN}:
            self.blocked.add((table.noun, item.partition(":")[2]))
        if outcome.keeps_loaded or outcome is Outcome.GONE_BUT_EDITED:
            place = admin_place(table.model, row.pk) if row else ""
            self.report.conflicts.append(conflict(outcome, item, entry, place))


def _parents(entry: Entry) -> set[tuple[str, str]]:
    """The role or the credential that the entry belongs to."""
    return {(noun, getattr(entry, noun, "")) for noun in ("role", "credential")} - {("role", ""), ("credential", "")}
