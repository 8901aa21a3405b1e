"""Nouns with rows below them that come and go with them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from guides.actions.loading.table import Known, Table
from guides.content_files.entries import Entry


class ParentTable(Table, ABC):
    """A noun with rows below it: kept as one item, and changed as one."""

    def __init__(self, entry: type[Entry], model: Any, child: Any, *, name: str, parent: str) -> None:
        self.beside = (name,)
        super().__init__(entry, model)
        self.child = child
        self.child_name = name
        self.parent = parent

    @abstractmethod
    def children(self, entry: Entry, known: Known, parent: Mapping[str, Any]) -> Iterable[models.Model]:
        """The rows below the entry's row, in their order."""

    def set_beside(self, entries: Sequence[Entry], known: Known) -> None:
        """Put the rows of the entries in place of those that are there."""
        pks = {entry.ident: known[self.noun][entry.ident] for entry in entries}
        self.child.objects.filter(**{f"{self.parent}__in": pks.values()}).delete()
        self.child.objects.bulk_create(
            child for entry in entries for child in self.children(entry, known, {f"{self.parent}_id": pks[entry.ident]})
        )

    def instances(self, pks: Iterable[Any]) -> dict[Any, list[models.Model]]:
        """The rows of items, those below them first."""
        rows = {pk: [row] for pk, row in self.model.objects.in_bulk([*pks]).items()}
        found: dict[Any, list[models.Model]] = {pk: [] for pk in rows}
        for child in self.child.objects.filter(**{f"{self.parent}__in": rows}):
            found[getattr(child, f"{self.parent}_id")].append(child)
        return {pk: [*found[pk], *row] for pk, row in rows.items()}
