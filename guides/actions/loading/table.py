"""How the entries of one noun become rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from guides.actions.loading.decisions import Outcome
from guides.actions.loading.digests import digest_of, tidy
from guides.content_files.entries import Entry, RoleEntry
from guides.models import Credential, Role

# Fields that name another row: the noun they name, and where a row holds that name.
REFERENCES = {
    "role": ("role", "role__slug"),
    "target": ("role", "target__slug"),
    "credential": ("credential", "credential__slug"),
    "source": ("source", "source__key"),
    "state": ("state", "state_id"),
}
# Names that may lead nowhere for now: the reference is left empty, and filled once the row is there.
LENIENT = {"target", "roles"}
_NOT_VALUES = {"where", "position", "body_line"}

# Primary keys by noun and identity.
Known = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Stamp:
    """When rows are written, what history says of it, and whom it names."""

    now: datetime
    reason: str
    by: models.Model | None = None


@dataclass(frozen=True)
class Row:
    """A row as the loader sees it."""

    pk: Any
    digest: str
    position: int | None
    values: Mapping[str, Any]


class Table:
    """One noun: its entries, its model, and the way between them."""

    references: Mapping[str, tuple[str, str]] = REFERENCES
    # Values that stand in rows of other tables.
    beside: tuple[str, ...] = ("roles",)

    def __init__(self, entry: type[Entry], model: Any) -> None:
        self.entry = entry
        self.model = model
        self._make: Any = entry
        self.noun = entry.NOUN
        names = [spec.name for spec in fields(entry)]
        self.is_ordered = "position" in names and entry is not RoleEntry
        self.names = [name for name in names if name not in _NOT_VALUES or (name == "position" and entry is RoleEntry)]
        self.columns = [name for name in self.names if name not in self.beside]

    @property
    def has_history(self) -> bool:
        """Whether changes of its rows are kept."""
        return hasattr(self.model, "history")

    def values(self, entry: Entry, known: Known) -> dict[str, Any]:
        """What the entry says, as a row can hold it now: names that lead nowhere yet are left out."""
        values = {name: getattr(entry, name) for name in self.names}
        if values.get("target") not in known["role"]:
            values.pop("target", None)
        if "roles" in values:
            values["roles"] = tuple(slug for slug in values["roles"] if slug in known["role"])
        return values

    def missing(self, entry: Entry, known: Known) -> list[tuple[str, str]]:
        """The nouns and names that the entry cannot do without, and that are not there."""
        named = ((noun, getattr(entry, name)) for name, (noun, _path) in self._references().items())
        return [(noun, name) for noun, name in named if name and name not in known[noun]]

    def _references(self) -> dict[str, tuple[str, str]]:
        return {name: self.references[name] for name in self.columns if name in self.references and name not in LENIENT}

    def settle(self, outcome: Outcome, row: Row | None) -> Outcome:  # noqa: ARG002 -- for tables that know more
        """The outcome for an item, where its row has a say in it."""
        return outcome

    def path(self, name: str) -> str:
        """Where a row holds a value."""
        return self.references[name][1] if name in self.references else name

    def cell(self, name: str, value: Any) -> Any:  # noqa: ARG002 -- for tables that hold other kinds of values
        """A row's value as an entry holds it."""
        return value

    def row_value(self, name: str, value: Any) -> Any:  # noqa: ARG002 -- as above
        """An entry's value as a row holds it."""
        return tidy(value) if isinstance(value, str) else value

    def rows(self, which: models.Q | None = None) -> dict[str, Row]:
        """Rows by identity: all of them, or those that a condition finds."""
        paths = [self.path(name) for name in self.columns]
        position = ["position"] if self.is_ordered else []
        beside = self.found_beside()
        found: dict[str, Row] = {}
        query = self.model.objects.filter(which or models.Q()).distinct()
        for pk, *cells in query.values_list("pk", *paths, *position):
            values = {name: self.cell(name, cell) for name, cell in zip(self.columns, cells, strict=False)}
            values |= {name: by_row[pk] for name, by_row in beside.items()}
            ident = "/".join(str(values[name]) for name in self.entry.IDENT)
            found[ident] = Row(pk, digest_of(values), cells[-1] if position else None, values)
        return found

    def found_beside(self) -> Mapping[str, Mapping[Any, Any]]:
        """By name and primary key, the values that stand in other tables."""
        if "roles" not in self.names:
            return {}
        roles: defaultdict[Any, tuple[str, ...]] = defaultdict(tuple)
        for pk, slug in Credential.roles.through.objects.values_list("credential_id", "role__slug"):
            roles[pk] += (slug,)
        return {"roles": roles}

    def entry_of(self, row: Row) -> Any:
        """The entry that a row would be written as."""
        values = {
            name: "" if value is None and name in self.references else value for name, value in row.values.items()
        }
        values = {name: tidy(value) if isinstance(value, str) else value for name, value in values.items()}
        return self._make(**(values if row.position is None else {**values, "position": row.position}))

    def troubles(self, entry: Entry) -> list[str]:
        """What the model would not accept, as sentences."""
        row = self.model(**self._own_values(entry))
        referring = [name for name in self.columns if name in self.references]
        written = {*self.columns} - {*referring}
        exclude = {field.name for field in self.model._meta.fields if field.name not in written}
        try:
            row.clean_fields(exclude=exclude)
        except ValidationError as error:
            return [f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()]
        return []

    def _own_values(self, entry: Entry) -> dict[str, Any]:
        """The values that stand in the row itself."""
        values = {name: getattr(entry, name) for name in self.columns if name not in self.references}
        return {name: self.row_value(name, value) for name, value in values.items()}

    def _columns_of(self, entry: Entry, known: Known, now: datetime) -> dict[str, Any]:
        """Every column of the entry's row."""
        columns = self._own_values(entry)
        for name in self.columns:
            if name in self.references:
                columns[f"{name}_id"] = known[self.references[name][0]].get(getattr(entry, name))
        if self.is_ordered:
            columns["position"] = getattr(entry, "position", 0)
        if columns.get("status") == Role.Status.PUBLISHED:
            columns["published_at"] = now
        return columns

    def create(self, entries: Sequence[Entry], known: Known, stamp: Stamp) -> None:
        """Make the rows of entries, and make them known."""
        rows = [self.model(**self._columns_of(entry, known, stamp.now)) for entry in entries]
        if self.has_history:
            rows = bulk_create_with_history(rows, self.model, default_user=stamp.by, default_change_reason=stamp.reason)
        else:
            rows = self.model.objects.bulk_create(rows)
        known[self.noun] |= {entry.ident: row.pk for entry, row in zip(entries, rows, strict=True)}
        self.set_beside(entries, known)

    def update(self, entries: Sequence[Entry], known: Known, stamp: Stamp) -> None:
        """Make the rows say what the entries say."""
        rows = self.model.objects.in_bulk([known[self.noun][entry.ident] for entry in entries])
        changed: set[str] = set()
        for entry in entries:
            row = rows[known[self.noun][entry.ident]]
            columns = self._columns_of(entry, known, stamp.now)
            if getattr(row, "published_at", None):
                columns.pop("published_at", None)
            for name, value in columns.items():
                setattr(row, name, value)
            changed |= columns.keys()
        self._save([*rows.values()], changed, stamp)
        self.set_beside(entries, known)

    def move(self, positions: Mapping[Any, int], stamp: Stamp) -> None:
        """Put rows, given by primary key, into other places."""
        rows = self.model.objects.in_bulk([*positions])
        for pk, position in positions.items():
            rows[pk].position = position
        self._save([*rows.values()], {"position"}, stamp)

    def _save(self, rows: list[models.Model], names: Iterable[str], stamp: Stamp) -> None:
        names = [name for name in names if name != self.model._meta.pk.attname]
        if not (rows and names):
            return
        if self.has_history:
            bulk_update_with_history(rows, self.model, names, default_user=stamp.by, default_change_reason=stamp.reason)
        else:
            self.model.objects.bulk_update(rows, names)

    def set_beside(self, entries: Sequence[Entry], known: Known) -> None:
        """Write the values of entries that stand in other tables."""
        if "roles" not in self.names or not entries:
            return
        through = Credential.roles.through
        pks = [known[self.noun][entry.ident] for entry in entries]
        through.objects.filter(credential_id__in=pks).delete()
        through.objects.bulk_create(
            through(credential_id=known[self.noun][entry.ident], role_id=known["role"][slug])
            for entry in entries
            for slug in dict.fromkeys(getattr(entry, "roles", ()))
            if slug in known["role"]
        )

    def instances(self, pks: Iterable[Any]) -> dict[Any, list[models.Model]]:
        """The rows of items, by the primary key the loader knows them by."""
        return {pk: [row] for pk, row in self.model.objects.in_bulk([*pks]).items()}
