"""Reads the occupations, how much preparation they need, and what sort of interests they meet."""

from typing import Any

from guides.importers.onet.rows import Contents, OccupationRow, ZoneRow, put
from guides.importers.onet.table import Reason, Table

SOC_LENGTH = 7
MOST_ZONE = 99
_LOW, _HIGH = 1, 7
_SCALE = "OI"
_INTERESTS = {
    "1.B.1.a": "realistic",
    "1.B.1.b": "investigative",
    "1.B.1.c": "artistic",
    "1.B.1.d": "social",
    "1.B.1.e": "enterprising",
    "1.B.1.f": "conventional",
}


def read_occupations(table: Table, contents: Contents) -> None:
    """Every occupation of the release; all other files speak of these."""
    for line, (cell, title, description) in table.rows():
        code = table.code(line, cell)
        row = OccupationRow(code, table.text(line, title), description, code[:SOC_LENGTH])
        put(table, contents.occupations, code, row)


def read_zone_names(table: Table, contents: Contents) -> None:
    """The job zones in words."""
    for line, (cell, name, *texts) in table.rows():
        number = table.whole(line, cell, MOST_ZONE)
        put(table, contents.zones, number, ZoneRow(number, table.text(line, name), *texts))


def read_zones(table: Table, contents: Contents) -> None:
    """Which zone an occupation is in; a zone that is not described is known by its number."""
    for line, (code, cell) in table.rows():
        if not contents.holds(table, line, code):
            continue
        occupation = contents.occupations[code]
        if not cell or occupation.job_zone_id is not None:
            table.skip(Reason.REPEATED if cell else Reason.EMPTY)
            continue
        number = table.whole(line, cell, MOST_ZONE)
        contents.zones.setdefault(number, ZoneRow(number, f"Job Zone {number}"))
        contents.occupations[code] = occupation._replace(job_zone_id=number)


def read_interests(table: Table, contents: Contents) -> None:
    """How well an occupation meets each of the six kinds of interest."""
    for line, (code, element, scale, cell) in table.rows():
        if not contents.holds(table, line, code):
            continue
        name, occupation = _INTERESTS.get(element), contents.occupations[code]
        if scale != _SCALE or name is None:
            table.skip(Reason.OTHER_SCALE)
        elif not cell or getattr(occupation, name) is not None:
            table.skip(Reason.REPEATED if cell else Reason.EMPTY)
        else:
            changed: dict[str, Any] = {name: table.number(line, cell, _LOW, _HIGH)}
            contents.occupations[code] = occupation._replace(**changed)
