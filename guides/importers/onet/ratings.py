"""Reads how important skills and fields of knowledge are, and how much of them is needed."""

from decimal import Decimal
from typing import Any

from guides.importers.onet.rows import Contents, ElementRow, RatingRow
from guides.importers.onet.table import Reason, Table

YES = "Y"
# Each scale with the column it fills, and its ends.
_SCALES = {"IM": ("importance", 1, 5), "LV": ("level", 0, 7)}


def read_elements(table: Table, contents: Contents) -> None:
    """What the skills and the fields of knowledge mean."""
    for _line, (element, description) in table.rows():
        contents.descriptions.setdefault(element, description)


def read_skills(table: Table, contents: Contents) -> None:
    """Ratings of skills."""
    _read(table, contents, "skill", contents.skills)


def read_knowledge(table: Table, contents: Contents) -> None:
    """Ratings of fields of knowledge."""
    _read(table, contents, "knowledge", contents.knowledge)


def _read(table: Table, contents: Contents, kind: str, ratings: dict[tuple[str, str], RatingRow]) -> None:
    for line, (code, element, name, scale, cell, suppress, irrelevant) in table.rows():
        if not contents.holds(table, line, code):
            continue
        reason = _reason(scale, cell, suppress, irrelevant)
        if reason:
            table.skip(reason)
            continue
        column, low, high = _SCALES[scale]
        _put(table, ratings, (code, element), column, table.number(line, cell, low, high))
        if element not in contents.elements:
            text = contents.descriptions.get(element, "")
            contents.elements[table.text(line, element)] = ElementRow(element, kind, table.text(line, name), text)
    # How much is needed of what nobody may say is important helps no reader.
    for key in [key for key, rating in ratings.items() if rating.importance is None]:
        del ratings[key]
        table.skip(Reason.LEVEL_ALONE)


def _reason(scale: str, cell: str, suppress: str, irrelevant: str) -> Reason | None:
    """Why a rating does not count, if it does not."""
    if scale not in _SCALES:
        return Reason.OTHER_SCALE
    if suppress == YES:
        return Reason.SUPPRESSED
    if irrelevant == YES:
        return Reason.NOT_RELEVANT
    return None if cell else Reason.EMPTY


def _put(
    table: Table, ratings: dict[tuple[str, str], RatingRow], key: tuple[str, str], column: str, value: Decimal
) -> None:
    rating = ratings.get(key) or RatingRow(*key)
    if getattr(rating, column) is None:
        changed: dict[str, Any] = {column: value}
        ratings[key] = rating._replace(**changed)
    else:
        table.skip(Reason.REPEATED)
