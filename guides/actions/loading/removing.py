"""Removes what is gone from the files, unless something else needs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from guides.actions.loading.table import Stamp, Table


@dataclass(frozen=True)
class Removal:
    """An item whose file is gone, and whose row nobody changed."""

    item: str
    noun: str
    pk: Any


def remove(removals: Sequence[Removal], tables: Sequence[Table], stamp: Stamp) -> dict[Removal, str]:
    """Delete the rows; those that something else needs stay, each with a sentence that says so."""
    rows = {
        removal: found
        for table in tables
        for removal, found in _rows(table, [removal for removal in removals if removal.noun == table.noun])
    }
    going = {(type(row), row.pk) for found in rows.values() for row in found}
    held: dict[Removal, str] = {}
    # Roles first: where one must stay, so must all that is below it.
    for removal in (removal for removal in rows if removal.noun == "role"):
        if needed := _needed_by(rows[removal], going):
            held |= _hold(removal, needed, rows)
    going -= {(type(row), row.pk) for removal in held for row in rows[removal]}
    for table in reversed(tables):
        for removal in (removal for removal in rows if removal.noun == table.noun and removal not in held):
            if needed := _needed_by(rows[removal], going):
                held[removal] = _sentence(removal, needed)
                going -= {(type(row), row.pk) for row in rows[removal]}
            else:
                delete(rows[removal], stamp)
    return held


def _rows(table: Table, removals: Sequence[Removal]) -> Iterator[tuple[Removal, list[models.Model]]]:
    if removals:
        found = table.instances([removal.pk for removal in removals])
        for removal in removals:
            yield removal, found.get(removal.pk, [])


def _needed_by(rows: Sequence[models.Model], going: set[tuple[type[models.Model], Any]]) -> str:
    """What would be lost or broken with the rows, in words; empty where nothing would."""
    for row in rows:
        collector = Collector(using="default", origin=row)
        try:
            collector.collect([row])
        except (ProtectedError, RestrictedError) as error:
            others = {*getattr(error, "protected_objects", ()), *getattr(error, "restricted_objects", ())}
            return _others(others, going) or _("others")
        lost = {other for found in collector.data.values() for other in found}
        lost |= {other for query in collector.fast_deletes for other in query}
        if words := _others({other for other in lost if not type(other)._meta.auto_created}, going):
            return words
    return ""


def _others(rows: set[models.Model], going: set[tuple[type[models.Model], Any]]) -> str:
    kinds = {str(row._meta.verbose_name) for row in rows if (type(row), row.pk) not in going}
    return ", ".join(sorted(kinds))


def _hold(role: Removal, needed: str, rows: dict[Removal, list[models.Model]]) -> dict[Removal, str]:
    below = [
        removal for removal, found in rows.items() if any(getattr(row, "role_id", None) == role.pk for row in found)
    ]
    return {role: _sentence(role, needed), **dict.fromkeys(below, "")}


def _sentence(removal: Removal, needed: str) -> str:
    text = _("%(item)s is gone from the files, but it stays: it is still needed by %(needed)s.")
    return capfirst(text % {"item": removal.item, "needed": needed})


def delete(rows: Sequence[models.Model], stamp: Stamp) -> None:
    """Delete rows, and say in their history why and by whom."""
    for row in rows:
        row._change_reason = stamp.reason  # type: ignore[attr-defined]  # noqa: SLF001
        row._history_user = stamp.by  # type: ignore[attr-defined]  # noqa: SLF001
        row.delete()
