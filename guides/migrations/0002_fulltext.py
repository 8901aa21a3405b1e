"""Tables of the search that no model describes: the full-text index of the database in use, and what goes with it.

SQLite keeps the texts in an FTS5 table, PostgreSQL in a table with a generated tsvector; `guides/search/fulltext.py`
reads and writes both. Rows are put there by the line that saves a text, never by a trigger: SQLite drops triggers
when a later migration rebuilds a table.
"""

from django.db import migrations

SHARED = [
    # One row: a token that changes with the content, so that every process knows when what it remembers is old.
    "CREATE TABLE IF NOT EXISTS guides_search_version (one integer PRIMARY KEY, token varchar(32) NOT NULL)",
    # The words that texts use, to mend slips with.
    "CREATE TABLE IF NOT EXISTS guides_search_word (word varchar(40) PRIMARY KEY)",
]
CREATE = {
    "sqlite": [
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS guides_fulltext USING fts5(
            kind UNINDEXED, role_id UNINDEXED, anchor UNINDEXED, title, body,
            tokenize = "porter unicode61 remove_diacritics 2"
        )
        """,
    ],
    "postgresql": [
        """
        CREATE TABLE IF NOT EXISTS guides_fulltext (
            rowid bigint PRIMARY KEY,
            kind varchar(12) NOT NULL,
            role_id bigint,
            anchor varchar(80) NOT NULL,
            title text NOT NULL,
            body text NOT NULL,
            title_tsv tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED,
            tsv tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'C')
            ) STORED
        )
        """,
        "CREATE INDEX IF NOT EXISTS guides_fulltext_tsv ON guides_fulltext USING gin (tsv)",
        "CREATE INDEX IF NOT EXISTS guides_fulltext_title ON guides_fulltext USING gin (title_tsv)",
    ],
}
DROP = [
    "DROP TABLE IF EXISTS guides_fulltext",
    "DROP TABLE IF EXISTS guides_search_word",
    "DROP TABLE IF EXISTS guides_search_version",
]


def create(apps, schema_editor):
    for statement in [*SHARED, *CREATE[schema_editor.connection.vendor]]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("guides", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
