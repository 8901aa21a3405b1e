"""Rows of pay from spreadsheets and CSV files, under the names of either the spreadsheets or the flat files."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from guides.importers.problems import DataFileError, refused
from guides.importers.problems import gettext_noop as _
from guides.importers.tables import Table, plain
from guides.importers.wages.places import NATION, Places
from guides.importers.wages.release import CELLS, POINTS, Cell, Kind, Skipped, WageRelease
from guides.importers.wages.values import AT_THE_TOP, NotANumberError, Top, figure, pay_of

_NAMES: dict[str, tuple[str, ...]] = {
    "employment": ("tot emp", "employment"),
    "employment_error": ("emp prse",),
    "mean_error": ("mean prse",),
    **{f"hour_{point}": (f"h {point}", f"h {point.replace('p', 'pct')}") for point in POINTS},
    **{f"year_{point}": (f"a {point}", f"a {point.replace('p', 'pct')}") for point in POINTS},
}
_SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
_LONGEST_NAME = 160
# The footnote of the flat files that says “equal to or greater than”.
TOP_NOTE = "5"
# Columns that only tables with a place, or with an industry, in each row have.
_OF_PLACES = {"area", "area code", "area type", "area name", "area title", "prim state", "state", "st"}
_OF_INDUSTRIES = {"naics title", "industry", "i group"}
_NATION, _STATES, _AREAS = {"1", "N"}, {"2", "3", "S"}, {"4", "6", "M", "U"}


def is_wage_table(table: Table) -> bool:
    """Whether the columns are those of pay by occupation."""
    return "occ code" in table.columns and bool(
        table.columns.keys() & {"h median", "a median", "tot emp", "employment"}
    )


def is_area_list(table: Table) -> bool:
    """Whether the table names areas and nothing else."""
    return {"area code", "area name"} <= table.columns.keys() and "occ code" not in table.columns


def is_occupation_list(table: Table) -> bool:
    """Whether the table names occupations and nothing else."""
    return "occ code" in table.columns and not is_wage_table(table)


def read_areas(table: Table, places: Places, release: WageRelease) -> int:
    """Take the names of areas; says how many rows there were."""
    code, name, state = table.columns["area code"], table.columns["area name"], table.column("state fips", "state code")
    kind, count = table.column("area type", "areatype code"), 0
    for _line, row in table.rows:
        count += 1
        if kind is None or row[kind].upper() in _AREAS:
            also = places.by_fips.get(row[state].zfill(2), "") if state is not None else ""
            entry = places.area(row[code].zfill(7), row[name][:_LONGEST_NAME], also=also)
            release.areas[entry.code] = entry
    return count


class WageRows:
    """One table of pay by occupation."""

    def __init__(self, table: Table, places: Places, release: WageRelease, *, top: Top) -> None:
        self.table = table
        self.places = places
        self.release = release
        self.top = top
        self.cells = [self._place_of(name) for name in CELLS]
        self.soc = table.columns["occ code"]
        self.naics = table.column("naics")
        self.industry = table.column("naics title", "industry")
        self.group = table.column("i group")
        self.area = table.column("area code", "area")
        self.area_type = table.column("area type")
        self.area_name = table.column("area name", "area title")
        self.state = table.column("state fips")
        self.first_state = table.column("prim state")
        self.notes = table.column("footnotes")
        self._need_places()

    def _need_places(self) -> None:
        """What is told of one state or industry must not be taken for the whole country, or for all industries."""
        if self.state is None and not self._has_places and self.table.columns.keys() & _OF_PLACES:
            raise self._missing("area" if self.area is None else "area_type")
        if self.naics is None and self.table.columns.keys() & _OF_INDUSTRIES:
            raise self._missing("naics")

    def _place_of(self, name: str) -> int:
        place = self.table.column(*_NAMES[name])
        if place is None:
            raise self._missing(_NAMES[name][0].replace(" ", "_"))
        return place

    def _missing(self, column: str) -> DataFileError:
        return self._refused(1, _("The column “%(column)s” is missing."), column=column)

    def _refused(self, line: int, text: str, **values: object) -> DataFileError:
        return refused(self.table.where, text, line=line, **values)

    def read(self) -> int:
        """Take every row; says how many there were."""
        count = 0
        for line, row in self.table.rows:
            if any(row):
                count += 1
                self._take(line, row)
        if not count:
            raise self._refused(0, _("This file has a first line and no rows."))
        return count

    def _take(self, line: int, row: Sequence[str]) -> None:
        soc = row[self.soc] if len(row) > self.soc else ""
        if not _SOC.fullmatch(soc):
            raise self._refused(line, _("“%(cell)s” is not an occupation's code such as 29-2052."), cell=soc[:40])
        kind, place = self._kind(row)
        if kind is None:
            self.release.skipped[place] += 1
            return
        try:
            cells = list(self._cells(row))
        except NotANumberError as error:
            raise self._refused(line, _("“%(cell)s” is not a number."), cell=str(error)[:40]) from error
        self.release.add(kind, soc, place, pay_of(cells, self.top))

    def _cells(self, row: Sequence[str]) -> Iterator[Cell | str]:
        at_top = self._at_top(row)
        for name, place in zip(CELLS, self.cells, strict=True):
            text = row[place] if place < len(row) else ""
            yield AT_THE_TOP if text == AT_THE_TOP or place in at_top else figure(name, text)

    def _at_top(self, row: Sequence[str]) -> set[int]:
        """The places of cells whose footnote says that they stand at the top of the scale."""
        told = row[self.notes] if self.notes is not None else ""
        if TOP_NOTE not in told:
            return set()
        pairs = (note.partition(":") for note in told.split(";"))
        return {self.table.columns.get(plain(name), -1) for name, _colon, note in pairs if note.strip() == TOP_NOTE}

    def _kind(self, row: Sequence[str]) -> tuple[Kind | None, str]:
        """What the row is about and the code of its place; nothing and a reason where it is left out."""
        naics, reason = self._industry(row)
        if reason:
            return None, reason
        kind, place = self._where(row)
        if kind is None or not naics:
            return kind, place
        if kind is not Kind.NATION:
            return None, Skipped.PLACED_INDUSTRY
        self.release.industries.setdefault(naics, self._cell(row, self.industry)[:_LONGEST_NAME])
        return Kind.INDUSTRY, naics

    def _cell(self, row: Sequence[str], place: int | None) -> str:
        return row[place] if place is not None and place < len(row) else ""

    def _industry(self, row: Sequence[str]) -> tuple[str, str]:
        """The industry's code, or the reason to leave the row out."""
        naics, group = self._cell(row, self.naics), self._cell(row, self.group).lower()
        if "ownership" in group:
            return "", Skipped.OWNER
        if group == "sector":
            return "", Skipped.SECTOR
        return ("", "") if group == "cross-industry" or naics in {"", "000000", "0"} else (naics[:6], "")

    @cached_property
    def _has_places(self) -> bool:
        return self.area_type is not None and self.area is not None

    def _where(self, row: Sequence[str]) -> tuple[Kind | None, str]:
        if self.state is not None:
            return self._state(self._cell(row, self.state))
        if not self._has_places:
            return Kind.NATION, NATION
        kind, code = self._cell(row, self.area_type).upper(), self._cell(row, self.area)
        if kind in _NATION:
            return Kind.NATION, NATION
        if kind in _STATES:
            return self._state(code[:2])
        return self._area(row, code.zfill(7)) if kind in _AREAS else (None, Skipped.UNKNOWN_PLACE)

    def _state(self, fips: str) -> tuple[Kind | None, str]:
        usps = self.places.by_fips.get(fips.zfill(2))
        return (Kind.STATE, usps) if usps else (None, Skipped.UNKNOWN_PLACE)

    def _area(self, row: Sequence[str], code: str) -> tuple[Kind, str]:
        if code not in self.release.areas:
            name = self._cell(row, self.area_name)[:_LONGEST_NAME]
            self.release.areas[code] = self.places.area(code, name, also=self._cell(row, self.first_state))
        return Kind.AREA, code
