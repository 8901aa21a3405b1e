"""The version of the content: it changes with every change of a row that a public page may show, whoever made it.

The database keeps it (admin, commands, imports, a shell and plain SQL alike), by triggers that put a new random token
into `guides_content_version`. A version is therefore never used twice, not even after a change that was taken back or
a backup that was restored. On SQLite one row is rewritten: writers wait for each other there anyway. On PostgreSQL
each change leaves a row of its own and removes those that nobody else is changing, so that no writer waits for another
and none can deadlock; the version is all the rows together. The reasons are in
docs/decisions/0010-content-version-by-triggers.md.
"""

from collections.abc import Iterator
from hashlib import blake2b

from django.apps import apps
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper

from accounts.demo import DEMO_SQL, demo_may_open

TABLE = "guides_content_version"
# What people leave, and what no page shows: these rows may change without a page changing.
NOT_SHOWN = {"GuideFeedback", "LoadedContent", "PreviewLink", "SavedGuide", "TargetRole"}

_READ = f"SELECT token FROM {TABLE}"
_TABLE = f"CREATE TABLE IF NOT EXISTS {TABLE} (token bigint NOT NULL)"
_TOUCH = f"""
CREATE OR REPLACE FUNCTION guides_touch_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM {TABLE} WHERE ctid IN (SELECT ctid FROM {TABLE} FOR UPDATE SKIP LOCKED);
    INSERT INTO {TABLE} (token) VALUES (hashtextextended(gen_random_uuid()::text, 0));
    RETURN NULL;
END $$
"""


def content_version() -> str:
    """The version as this moment's reader sees it; empty where it is not kept, and then nothing may be remembered.

    Every page announces the demonstration while it exists, so whether it does is a part of the version.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"{_READ} UNION ALL {DEMO_SQL}" if demo_may_open() else _READ)
        return ",".join(sorted(str(token) for (token,) in cursor.fetchall()))


def key_of(*parts: object) -> str:
    """A key for what depends on all these, the version among them."""
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def shown_models() -> list[type[models.Model]]:
    """Every model whose rows a public page may show, histories and tables of links included."""
    found = apps.get_app_config("guides").get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and model.__name__ not in NOT_SHOWN]


def keep_version(database: BaseDatabaseWrapper) -> None:
    """Make the table and the triggers that are missing. SQLite drops triggers when a migration rebuilds a table."""
    with database.cursor() as cursor:
        tables = {*database.introspection.table_names(cursor)}
        if TABLE not in tables and "guides_role" not in tables:
            return
        cursor.execute(_TABLE)
        cursor.execute(f"INSERT INTO {TABLE} (token) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM {TABLE})")
        if database.vendor == "postgresql":
            cursor.execute(_TOUCH)
        existing = triggers(database)
        for model in shown_models():
            table = model._meta.db_table
            for name, statement in _statements(database.vendor, table) if table in tables else ():
                if (table, name) not in existing:
                    cursor.execute(statement)


def triggers(database: BaseDatabaseWrapper) -> set[tuple[str, str]]:
    """The triggers that exist, as table and name."""
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(
                "SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"
            )
        else:
            cursor.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
        return {*cursor.fetchall()}


def _statements(vendor: str, table: str) -> Iterator[tuple[str, str]]:
    """The name of each trigger of a table, and the statement that makes it."""
    if vendor == "postgresql":
        for event in ("insert", "update", "delete", "truncate"):
            does = "FOR EACH STATEMENT EXECUTE FUNCTION guides_touch_content()"
            yield f"version_{event}", f'CREATE TRIGGER version_{event} AFTER {event} ON "{table}" {does}'
        return
    for event in ("insert", "update", "delete"):
        name, does = f"{table}_version_{event}", f"BEGIN UPDATE {TABLE} SET token = random(); END"
        yield name, f'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" {does}'
