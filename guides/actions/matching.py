"""Makes the rows of a table what an import says: rows that say the same already are left as they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

T = TypeVar("T")
_BATCH = 2_000
_DELETED_AT_ONCE = 500


@dataclass
class Changes:
    """What became of the rows of one table; those that are gone are named, for they may have to wait."""

    new: int = 0
    changed: int = 0
    same: int = 0
    gone: list[Any] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many rows the table holds now."""
        return self.new + self.changed + self.same

    @property
    def any(self) -> bool:
        """Whether anything is not as it was."""
        return bool(self.new or self.changed or self.gone)


def match(rows: QuerySet[Any], wanted: Iterable[tuple[Any, ...]], fields: Sequence[str], *, keys: int) -> Changes:
    """Create and change rows so that they hold the wanted values; the first `keys` fields say which row is meant.

    What nobody wants is left standing, and named: `remove` takes it away when nothing points at it any more.
    """
    there, changes = _by_key(rows, fields, keys)
    create: list[tuple[Any, ...]] = []
    update: list[tuple[Any, ...]] = []
    for values in wanted:
        row = there.pop(values[:keys], None)
        if row is None:
            create.append(values)
        elif row[1:] == values:
            changes.same += 1
        else:
            update.append((row[0], *values))
    changes.gone += [row[0] for row in there.values()]
    changes.new, changes.changed = len(create), len(update)
    _create(rows.model, create, fields)
    _update(rows.model, update, fields, fields[keys:])
    return changes


def _by_key(
    rows: QuerySet[Any], fields: Sequence[str], keys: int
) -> tuple[dict[tuple[Any, ...], tuple[Any, ...]], Changes]:
    """The rows that are there, and those that say once more what another says."""
    there: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    changes = Changes()
    for row in rows.order_by("pk").values_list("pk", *fields):
        if there.setdefault(row[1 : keys + 1], row) is not row:
            changes.gone.append(row[0])
    return there, changes


def _create(model: type[Model], rows: Iterable[tuple[Any, ...]], fields: Sequence[str]) -> None:
    for some in _batches(rows, _BATCH):
        model._default_manager.bulk_create([model(**dict(zip(fields, values, strict=True))) for values in some])


def _update(
    model: type[Model], rows: Iterable[tuple[Any, ...]], fields: Sequence[str], changing: Sequence[str]
) -> None:
    """Write over rows by their number: many times quicker than a statement that names every case."""
    key = model._meta.pk.attname
    names = [key, *fields] if key not in fields else [*fields]
    for some in _batches(rows, _BATCH):
        model._default_manager.bulk_create(
            [model(**dict(zip(names, values[-len(names) :], strict=True))) for values in some],
            update_conflicts=True,
            update_fields=changing,
            unique_fields=[key],
        )


def remove(model: type[Model], gone: Iterable[Any]) -> None:
    """Delete rows that an import no longer has."""
    for some in _batches(gone, _DELETED_AT_ONCE):
        model._default_manager.filter(pk__in=some).delete()


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while some := [*islice(left, size)]:
        yield some
