"""Reads every file of a release at the paths given; on any trouble, an error and nothing else."""

import re
from collections.abc import Callable, Iterable, Sequence

from guides.importers.files import DataFile, files_at
from guides.importers.problems import DataFileError, refused
from guides.importers.problems import gettext_noop as _
from guides.importers.tables import Table, csv_tables, workbook_tables
from guides.importers.wages.flat import FlatFiles, part_of
from guides.importers.wages.places import Places
from guides.importers.wages.release import Kind, WageRelease
from guides.importers.wages.tabular import WageRows, is_area_list, is_occupation_list, is_wage_table, read_areas
from guides.importers.wages.values import Top

# Called with each file that was read, and how many rows it had.
Tell = Callable[[str, int], None]
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"oesm(\d\d)")
_MONTH = "May"


def read_wages(paths: Sequence[str], *, places: Places, tell: Tell, period: str = "") -> WageRelease:
    """Everything that the files at the paths say; `period` is used where no file says it."""
    release = WageRelease()
    files = files_at(paths)
    flat = [(part_of(file), file) for file in files if part_of(file)]
    periods = _read_flat(flat, places, release, tell)
    for file in sorted((file for file in files if not part_of(file)), key=_names_first):
        for table in _tables(file):
            rows = _read(table, places, release)
            if rows is not None:
                release.files[table.where] = rows
                periods |= {_period(table)} - {""}
                tell(table.where, rows)
    if not any(release.rows.values()):
        raise _nothing_of_use(paths[0], release)
    release.period = _the_period(periods, period, paths[0])
    _drop_unused(release)
    return release


def _nothing_of_use(where: str, release: WageRelease) -> DataFileError:
    """Why not one row is there, or is left."""
    if release.skipped:
        text = _("No row of it can be used: all are of places that this site does not know, or of industries left out.")
        return refused(where, text)
    return refused(where, _("This holds no file of the wage survey, such as state_M2025_dl.xlsx or oe.data.0.Current."))


def _read_flat(flat: Iterable[tuple[str, DataFile]], places: Places, release: WageRelease, tell: Tell) -> set[str]:
    """Names and notes before figures; says of which period they are."""
    reader = FlatFiles(places, release)
    for part, file in sorted(flat, key=lambda item: item[0] == "data"):
        rows = reader.read(part, file)
        release.files[file.where] = rows
        tell(file.where, rows)
    reader.finish()
    return {f"{_MONTH} {reader.year}"} if reader.year else set()


def _names_first(file: DataFile) -> bool:
    return not file.name.lower().startswith(("area", "oe.area"))


def _tables(file: DataFile) -> Iterable[Table]:
    name = file.name.lower()
    if name.endswith(".csv"):
        return csv_tables(file)
    return workbook_tables(file) if name.endswith(".xlsx") else ()


def _read(table: Table, places: Places, release: WageRelease) -> int | None:
    """Take a table; says how many rows it had, or nothing where it is about something else."""
    if is_wage_table(table):
        return WageRows(table, places, release, top=Top()).read()
    if is_area_list(table):
        return read_areas(table, places, release)
    return sum(1 for _row in table.rows) if is_occupation_list(table) else None


def _period(table: Table) -> str:
    for text in (table.name, table.where):
        if found := _YEAR.search(text):
            return f"{_MONTH} {found[1]}"
        if short := _SHORT_YEAR.search(text):
            return f"{_MONTH} 20{short[1]}"
    return ""


def _the_period(periods: set[str], given: str, where: str) -> str:
    if given:
        return given
    if len(periods) == 1:
        return periods.pop()
    if not periods:
        raise refused(where, _("No file says of which year it is. Say it with --period, such as --period “May 2025”."))
    said = ", ".join(sorted(periods))
    raise refused(where, _("These files are of several years: %(years)s. Import one after the other."), years=said)


def _drop_unused(release: WageRelease) -> None:
    """Names of industries that no row of pay is about are no news."""
    used = {place for _soc, place in release.rows.get(Kind.INDUSTRY, ())}
    release.industries = {code: name for code, name in release.industries.items() if code in used}
