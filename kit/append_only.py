"""Tables that are only added to: the database itself refuses to change or delete their rows, whoever asks.

The triggers are made after each migration and not in one, because SQLite drops those of a table that it rebuilds.
"""

from collections.abc import Collection, Mapping
from typing import Final

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

SENTENCE: Final = "This record is only added to."


def keep_append_only(
    database: BaseDatabaseWrapper,
    model: type[models.Model],
    *,
    emptied: Collection[str] = (),
    set_once: Collection[str] = (),
    blanked: Collection[str] = (),
) -> None:
    """Make the triggers of the model's table, in the place of older ones.

    A column of a field in `emptied` may become NULL (the person it names has left); one of a field in `set_once` may be
    set where it was NULL; a text in `blanked` may become empty (the person it is about is erased). Everything else
    stays as it was written, and no row is deleted.
    """
    free = {**dict.fromkeys(emptied, "emptied"), **dict.fromkeys(set_once, "once"), **dict.fromkeys(blanked, "blanked")}
    table = model._meta.db_table
    with database.cursor() as cursor:
        if table not in database.introspection.table_names(cursor):
            return
        for sql in _drop(database, table) + _make(database, model, free):
            cursor.execute(sql)


def let_go(database: BaseDatabaseWrapper, model: type[models.Model]) -> None:
    """Take the triggers away; the next migration makes them again. For emptying a whole database, such as a test's."""
    table = model._meta.db_table
    with database.cursor() as cursor:
        if table in database.introspection.table_names(cursor):
            for sql in _drop(database, table):
                cursor.execute(sql)


def _names(table: str) -> tuple[str, str]:
    return f"{table}_unchanged", f"{table}_undeleted"


def _drop(database: BaseDatabaseWrapper, table: str) -> list[str]:
    on = f' ON "{table}"' if database.vendor == "postgresql" else ""
    return [f'DROP TRIGGER IF EXISTS "{name}"{on}' for name in _names(table)]


def _make(database: BaseDatabaseWrapper, model: type[models.Model], free: Mapping[str, str]) -> list[str]:
    table = model._meta.db_table
    is_changed = " OR ".join(
        f"({_changed(field.column, _differs(database), free.get(field.name))})" for field in model._meta.concrete_fields
    )
    unchanged, undeleted = _names(table)
    if database.vendor == "postgresql":
        function = f"""
CREATE OR REPLACE FUNCTION careerguide_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'check_violation';
END $$
"""
        does = "EXECUTE FUNCTION careerguide_append_only()"
        return [
            function,
            f'CREATE TRIGGER "{unchanged}" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN ({is_changed}) {does}',
            f'CREATE TRIGGER "{undeleted}" BEFORE DELETE ON "{table}" FOR EACH ROW {does}',
        ]
    does = f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    return [
        f'CREATE TRIGGER "{unchanged}" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN {is_changed} {does}',
        f'CREATE TRIGGER "{undeleted}" BEFORE DELETE ON "{table}" FOR EACH ROW {does}',
    ]


def _differs(database: BaseDatabaseWrapper) -> str:
    """The comparison that knows NULL, in the database's words."""
    return "IS DISTINCT FROM" if database.vendor == "postgresql" else "IS NOT"


def _changed(column: str, comparison: str, way: str | None) -> str:
    new, old = f'NEW."{column}"', f'OLD."{column}"'
    # PostgreSQL compares no json, but its text.
    cast = "::text" if comparison != "IS NOT" else ""
    is_other = f"{new}{cast} {comparison} {old}{cast}"
    allowed = {"emptied": f" AND {new} IS NOT NULL", "once": f" AND {old} IS NOT NULL", "blanked": f" AND {new} <> ''"}
    return is_other + allowed.get(way or "", "")
