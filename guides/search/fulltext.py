"""The database's own full-text index behind three verbs: put, remove, find. SQLite answers by FTS5, PostgreSQL by
tsvector. Only words (letters and digits) of a question ever reach an engine, so no question can be a syntax error.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from django.db import connection

# Around a match in a snippet: control characters that no text holds, turned into <mark> after escaping.
MARK_START, MARK_END = "\x02", "\x03"
_CONTROL = dict.fromkeys(range(32)) | dict.fromkeys(b"\t\n\r", " ")

# The ways in which texts may write one word of the question, such as “drugstore”, “drug store”, “pharmacy”.
Ways = Sequence[str]

_INSERT = "INSERT INTO guides_fulltext (rowid, kind, role_id, anchor, title, body) VALUES (%s, %s, %s, %s, %s, %s)"
_FIND = {
    # FTS5 sorts by rank itself, so it cuts snippets for the rows that are asked for only.
    "sqlite": f"""
        SELECT kind, role_id, anchor, title, snippet(guides_fulltext, 4, '{MARK_START}', '{MARK_END}', '…', 26)
        FROM guides_fulltext
        WHERE guides_fulltext MATCH %s AND rank MATCH 'bm25(0, 0, 0, 6.0, 1.0)' AND rowid BETWEEN %s AND %s
              AND (role_id IS NULL OR role_id IN (#ROLES))
        ORDER BY rank LIMIT %s
    """,
    # Ranking reads every text that holds the words, 16,000 of them where a word is common: the few hundred that hold
    # them in their titles, and as many others, are ranked. The words stand in a CTE so that the index is always used.
    "postgresql": f"""
        WITH asked AS MATERIALIZED (SELECT to_tsquery('english', %s) AS q, %s::bigint AS first, %s::bigint AS last),
        visible (id) AS MATERIALIZED (#ROLES),
        likely AS (
            (SELECT rowid FROM asked, guides_fulltext WHERE title_tsv @@ q AND rowid BETWEEN first AND last
                 AND (role_id IS NULL OR role_id IN (SELECT id FROM visible)) LIMIT 200)
            UNION
            (SELECT rowid FROM asked, guides_fulltext WHERE tsv @@ q AND rowid BETWEEN first AND last
                 AND (role_id IS NULL OR role_id IN (SELECT id FROM visible)) LIMIT 300)
        )
        SELECT kind, role_id, anchor, title, ts_headline('english', body, q,
               'StartSel={MARK_START}, StopSel={MARK_END}, MaxWords=28, MinWords=16, MaxFragments=1')
        FROM (
            SELECT kind, role_id, anchor, title, body, q
            FROM asked, likely JOIN guides_fulltext USING (rowid)
            ORDER BY ts_rank(tsv, q, 1) DESC, rowid LIMIT %s
        ) AS best
    """,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One text that can be found; its number says what it belongs to (see `index.py`)."""

    number: int
    kind: str
    role_id: int | None
    anchor: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Found:
    """A text that answers, and the stretch of it that does."""

    kind: str
    role_id: int | None
    anchor: str
    title: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Within:
    """Where to look: row numbers (both included), and the SQL that selects the roles whose texts readers may see."""

    first: int
    last: int
    roles: str
    params: tuple[Any, ...]


def find(words: Sequence[Ways], within: Within, *, limit: int, any_word: bool = False) -> list[Found]:
    """The texts that hold all of the words (or any of them), best first."""
    if not words:
        return []
    match = _fts5(words, any_word=any_word) if connection.vendor == "sqlite" else _tsquery(words, any_word=any_word)
    with connection.cursor() as cursor:
        cursor.execute(
            _FIND[connection.vendor].replace("#ROLES", within.roles),
            [match, within.first, within.last, *within.params, limit],
        )
        return [Found(*row) for row in cursor.fetchall()]


def put(rows: Iterable[Row]) -> None:
    """Add texts; whatever stood under their numbers must have been removed."""
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, [_values(row) for row in rows])


def remove(first: int, last: int, *, role_id: int | None = None) -> None:
    """Take out the texts with these numbers (both included), or only those of them that are a role's."""
    sql, params = "DELETE FROM guides_fulltext WHERE rowid BETWEEN %s AND %s", [first, last]
    if role_id is not None:
        sql, params = f"{sql} AND role_id = %s", [*params, role_id]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def count_anew() -> None:
    """After many texts came or went: PostgreSQL plans by what it last counted, and counts by itself a minute later."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE guides_fulltext")


def _values(row: Row) -> tuple[Any, ...]:
    return tuple(value.translate(_CONTROL) if isinstance(value, str) else value for value in astuple(row))


def _fts5(words: Sequence[Ways], *, any_word: bool) -> str:
    groups = ("(" + " OR ".join(f'"{way}"' for way in ways) + ")" for ways in words)
    return (" OR " if any_word else " AND ").join(groups)


def _tsquery(words: Sequence[Ways], *, any_word: bool) -> str:
    groups = ("(" + " | ".join(_phrase(way) for way in ways) + ")" for ways in words)
    return (" | " if any_word else " & ").join(groups)


def _phrase(way: str) -> str:
    return "(" + " <-> ".join(f"'{word}'" for word in way.split()) + ")"
