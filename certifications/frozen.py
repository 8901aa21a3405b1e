"""Published versions of rules are frozen by the database itself: no form, command or shell gets round it.

A trigger refuses to change any column of a published version, but for when it was last checked, how sure we are, that
it ended (once), and who published it, for that person may leave. Triggers are made after each migration and not in one,
because SQLite drops those of a table that a migration rebuilds.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from certifications.models import RenewalRuleVersion
from guides.version import triggers

NAME = "certifications_rule_version_frozen"
SENTENCE = "A published version of a rule does not change: make a new version."
# May change after publishing.
OPEN = {"id", "checked_on", "review_by", "confidence", "in_force_until", "published_by_id"}


def frozen_columns() -> list[str]:
    """The columns that stay as they were published."""
    return [field.column for field in RenewalRuleVersion._meta.concrete_fields if field.column not in OPEN]


def keep_frozen(database: BaseDatabaseWrapper) -> None:
    """Make the trigger, or make it anew where an older release made another."""
    table = RenewalRuleVersion._meta.db_table
    make = _for_postgresql if database.vendor == "postgresql" else _for_sqlite
    with database.cursor() as cursor:
        if table not in database.introspection.table_names(cursor):
            return
        *before, statement = make(table)
        for sql in before:
            cursor.execute(sql)
        known = triggers(database).get((table, NAME))
        if known not in {None, statement, ""}:
            cursor.execute(f'DROP TRIGGER "{NAME}"')
            known = None
        if known is None:
            cursor.execute(statement)


def _for_sqlite(table: str) -> list[str]:
    changed = " OR ".join(f'NEW."{name}" IS NOT OLD."{name}"' for name in frozen_columns())
    ended = 'OLD."in_force_until" IS NOT NULL AND NEW."in_force_until" IS NOT OLD."in_force_until"'
    when = f'OLD."published_at" IS NOT NULL AND ({changed} OR ({ended}))'
    does = f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    return [f'CREATE TRIGGER "{NAME}" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN {when} {does}']


def _for_postgresql(table: str) -> list[str]:
    new, old = (", ".join(f'{row}."{name}"' for name in frozen_columns()) for row in ("NEW", "OLD"))
    ended = 'OLD."in_force_until" IS NOT NULL AND NEW."in_force_until" IS DISTINCT FROM OLD."in_force_until"'
    return [
        f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."published_at" IS NOT NULL AND (ROW({new}) IS DISTINCT FROM ROW({old}) OR ({ended})) THEN
        RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
""",
        f'CREATE TRIGGER {NAME} BEFORE UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION {NAME}()',
    ]
