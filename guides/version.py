"""The version of the content: it changes with every change of a row that a public page may show, whoever made it.

The database keeps it (admin, commands, imports, a shell and plain SQL alike), by triggers that put a new random token
into `guides_version`: under the name of the table, and under an empty name that stands for all of them. A version is
therefore never used twice, not even after a change that was taken back or a backup that was restored. On SQLite rows
are rewritten: writers wait for each other there anyway. On PostgreSQL each change leaves rows of its own and removes
those that nobody else is changing, so that no writer waits for another and none can deadlock; the version is all the
rows of a name together. The reasons are in docs/decisions/0010-content-version-by-triggers.md.
"""

from collections.abc import Iterator
from hashlib import blake2b

from django.apps import apps
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper

from accounts.demo import DEMO_SQL, demo_may_open

TABLE = "guides_version"
# What people leave, and what no page shows: these rows may change without a page changing.
NOT_SHOWN = {"GuideFeedback", "LoadedContent", "PreviewLink", "SavedGuide", "TargetRole"}

_READ = f"SELECT token FROM {TABLE} WHERE name = ''"
_TABLE = f"CREATE TABLE IF NOT EXISTS {TABLE} (name varchar(63) NOT NULL, token bigint NOT NULL)"
_INDEX = f"CREATE INDEX IF NOT EXISTS {TABLE}_name ON {TABLE} (name)"
_TOUCH = f"""
CREATE OR REPLACE FUNCTION guides_touch_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM {TABLE} WHERE ctid IN (
        SELECT ctid FROM {TABLE} WHERE name IN ('', TG_TABLE_NAME) FOR UPDATE SKIP LOCKED
    );
    INSERT INTO {TABLE} (name, token)
    SELECT name, hashtextextended(gen_random_uuid()::text, 0) FROM (VALUES (''), (TG_TABLE_NAME)) AS names (name);
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


def table_versions() -> dict[str, frozenset[int]]:
    """The version of each table by itself, for what depends on few of them."""
    found: dict[str, set[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name, token FROM {TABLE}")
        for name, token in cursor.fetchall():
            found.setdefault(name, set()).add(token)
    return {name: frozenset(tokens) for name, tokens in found.items()}


def key_of(*parts: object) -> str:
    """A key for what depends on all these, the version among them."""
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def shown_models() -> list[type[models.Model]]:
    """Every model whose rows a public page may show, histories and tables of links included.

    Apps above say in their configuration, as `shown_in_public`, which of theirs public pages show.
    """
    found = apps.get_app_config("guides").get_models(include_auto_created=True)
    above = [
        config.get_model(name) for config in apps.get_app_configs() for name in getattr(config, "shown_in_public", ())
    ]
    return [model for model in (*found, *above) if model._meta.managed and model.__name__ not in NOT_SHOWN]


def keep_version(database: BaseDatabaseWrapper) -> None:
    """Make the table and the triggers that are missing. SQLite drops triggers when a migration rebuilds a table."""
    with database.cursor() as cursor:
        present = {*database.introspection.table_names(cursor)}
        tables = [table for model in shown_models() if (table := model._meta.db_table) in present]
        if not tables:
            return
        for statement in (_TABLE, _INDEX, *([_TOUCH] if database.vendor == "postgresql" else [])):
            cursor.execute(statement)
        for name in ("", *tables):
            missing = f"WHERE NOT EXISTS (SELECT 1 FROM {TABLE} WHERE name = %s)"
            cursor.execute(f"INSERT INTO {TABLE} (name, token) SELECT %s, 1 {missing}", [name, name])
        existing = triggers(database)
        for table in tables:
            for name, statement in _statements(database.vendor, table):
                if (known := existing.get((table, name))) not in {None, statement, ""}:
                    cursor.execute(f'DROP TRIGGER "{name}"')  # an older release made it
                    known = None
                if known is None:
                    cursor.execute(statement)


def triggers(database: BaseDatabaseWrapper) -> dict[tuple[str, str], str]:
    """The triggers that exist, by table and name, with what they do; on PostgreSQL all call one function."""
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(
                "SELECT relname, tgname, '' FROM pg_trigger "
                "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"
            )
        else:
            cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {(table, name): does for table, name, does in cursor.fetchall()}


def _statements(vendor: str, table: str) -> Iterator[tuple[str, str]]:
    """The name of each trigger of a table, and the statement that makes it."""
    if vendor == "postgresql":
        for event in ("insert", "update", "delete", "truncate"):
            does = "FOR EACH STATEMENT EXECUTE FUNCTION guides_touch_content()"
            yield f"version_{event}", f'CREATE TRIGGER version_{event} AFTER {event} ON "{table}" {does}'
        return
    for event in ("insert", "update", "delete"):
        name = f"{table}_version_{event}"
        does = f"BEGIN UPDATE {TABLE} SET token = random() WHERE name IN ('', '{table}'); END"
        yield name, f'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" {does}'
