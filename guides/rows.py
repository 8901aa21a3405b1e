"""Rows that were fetched before, while none of the tables that they came from has changed since.

Which tables those are is not said by anyone: it is seen in the statements that are sent. What is handed out is shared:
read it, never change it.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar, cast

from django.db import connection, models

from guides.version import table_versions

T = TypeVar("T")
Versions = dict[str, frozenset[int]]

_TABLES = re.compile(r'(?:FROM|JOIN) "?(\w+)"?')
_MOST = 2000
_remembered: "OrderedDict[tuple[object, ...], Found]" = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Found:
    """Rows, the version of each table that they came from, and how many other rows hung on them."""

    versions: Versions
    rows: Any
    links: int


class Rows:
    """What one page asks the database, at one version of each table."""

    def __init__(self, versions: Versions | None = None) -> None:
        self.versions = versions or {}

    def get(self, key: tuple[object, ...], fetch: Callable[[], T]) -> T:
        """What `fetch` brings; the key names the question and everything that it depends on but the rows."""
        found = _remembered.get(key)
        if found is not None and self._are(found.versions) and _links(found.rows) == found.links:
            return cast("T", found.rows)
        tables: set[str] = set()
        with connection.execute_wrapper(_watch(tables)):
            rows = fetch()
        if tables and tables <= self.versions.keys():
            versions = {name: self.versions[name] for name in tables}
            _let_go(rows, tables)
            for row in _models(rows):
                mark_shared(row)
            _remember(key, Found(versions, rows, _links(rows)))
        return rows

    def _are(self, versions: Versions) -> bool:
        return all(self.versions.get(name) == version for name, version in versions.items())


def _remember(key: tuple[object, ...], found: Found) -> None:
    with _lock:
        _remembered[key] = found
        _remembered.move_to_end(key)
        while len(_remembered) > _MOST:
            _remembered.popitem(last=False)


def _let_go(rows: object, tables: set[str]) -> None:
    """Take off what hangs on the rows without having come with them, such as the role whose rows they are."""
    for row in _models(rows):
        for name in [*row._state.fields_cache]:
            if (held := row._state.fields_cache[name]) is not None and held._meta.db_table not in tables:
                del row._state.fields_cache[name]


def _links(rows: object) -> int:
    """How many other rows hang on these. One that was fetched through a row later on is not known to be current."""
    return sum(len(row._state.fields_cache) for row in _models(rows))


def _models(rows: object) -> Iterator[models.Model]:
    listed = rows if isinstance(rows, list) else [*rows.values()] if isinstance(rows, dict) else [rows]
    return (row for row in listed if isinstance(row, models.Model))


def mark_shared(row: models.Model) -> None:
    """From now on the row, and what hangs on it, is only read: whoever tells it apart from others need do so once."""
    row._state.shared = True  # type: ignore[attr-defined]
    for held in row._state.fields_cache.values():
        if isinstance(held, models.Model):
            mark_shared(held)


def forget() -> None:
    """Start anew."""
    _remembered.clear()


def rows_now() -> Rows:
    """Rows as of this moment."""
    return Rows(table_versions())


def _watch(tables: set[str]) -> Callable[..., Any]:
    def watch(execute: Callable[..., Any], sql: str, *given: Any) -> Any:
        tables.update(_TABLES.findall(sql))
        return execute(sql, *given)

    return watch
