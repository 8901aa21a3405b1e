"""The flat files of the survey (oe.data, oe.area, oe.industry, …): a line a figure, named by a series of 25 signs.

A series is OEU, the kind of area, area (7), industry (6), occupation (6) and the kind of figure (2).
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from guides.importers.files import DataFile
from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused
from guides.importers.tables import Table, lines_of, text_table
from guides.importers.wages.places import NATION, Places
from guides.importers.wages.release import CELLS, Cell, Kind, Skipped, WageRelease
from guides.importers.wages.tabular import TOP_NOTE, read_areas
from guides.importers.wages.values import AT_THE_TOP, NotANumberError, Top, figure, pay_of

_NAME = re.compile(r"oe\.(data|area|industry|footnote|release)\b.*")
_SERIES = re.compile(r"OEU([NSMU])([0-9]{7})([0-9A-Z-]{6})([0-9]{6})([0-9]{2})")
_LENGTH = 25
# Kinds of figures: jobs, their error, the mean's error, ten points of pay; means and shares are not kept.
_FIGURES = {code: place for place, code in enumerate(("01", "02", "05", *(f"{number:02d}" for number in range(6, 16))))}
_OWNER = re.compile(r"\d{5}[235]")
_PRIVATE = "000001"


def part_of(file: DataFile) -> str:
    """Which of the flat files it is, such as data or area; empty for any other file."""
    found = _NAME.fullmatch(file.name.lower())
    return found[1] if found else ""


@dataclass
class FlatFiles:
    """The flat files of one release."""

    places: Places
    release: WageRelease
    year: str = ""
    top: Top = field(default_factory=Top)
    _found: dict[str, list[Cell | str]] = field(default_factory=dict)
    _seen: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _last: tuple[str, list[Cell | str] | None] = ("", None)

    def read(self, part: str, file: DataFile) -> int:
        """Take one file; says how many rows it had."""
        table = text_table(file, lines_of(file), delimiter="\t")
        rows = {
            "area": self._areas,
            "industry": self._industries,
            "footnote": self._footnotes,
            "release": self._release,
            "data": self._data,
        }[part](table)
        if not rows:
            raise refused(file.where, _("This file has a first line and no rows."))
        return rows

    def _areas(self, table: Table) -> int:
        _need(table, "area code", "area name", "areatype code")
        return read_areas(table, self.places, self.release)

    def _industries(self, table: Table) -> int:
        code, name = _need(table, "industry code", "industry name")
        named = [(row[code].strip(), row[name].strip()) for _line, row in table.rows]
        self.release.industries.update(named)
        return len(named)

    def _footnotes(self, table: Table) -> int:
        (text,) = _need(table, "footnote text")
        told = [row[text] for _line, row in table.rows]
        self.top = next((top for top in map(Top.told_in, told) if top), self.top)
        return len(told)

    def _release(self, table: Table) -> int:
        rows = [" ".join(row) for _line, row in table.rows]
        years = re.findall(r"\b[A-Z][a-z]+ (\d{4})\b", " ".join(rows))
        self.year = max(years, default=self.year)
        return len(rows)

    def _data(self, table: Table) -> int:
        series, year, value, notes = _need(table, "series id", "year", "value", "footnote codes")
        count = 0
        for line, row in table.rows:
            count += 1
            self.year = self.year or row[year].strip()
            if row[year].strip() != self.year:
                self.release.skipped[Skipped.OTHER_YEAR] += 1
                continue
            name = row[series].strip()
            cells, place = self._row(table, line, name), _FIGURES.get(name[-2:])
            if cells is not None and place is not None:
                cells[place] = self._figure(table, line, CELLS[place], row[value].strip(), row[notes])
        return count

    def _row(self, table: Table, line: int, name: str) -> list[Cell | str] | None:
        """The cells of the row that a series belongs to; nothing where it is left out."""
        if name[:-2] == self._last[0] and len(name) == _LENGTH:
            return self._last[1]
        found = _SERIES.fullmatch(name)
        if found is None:
            text = _("“%(cell)s” is not a series of the wage survey.")
            raise refused(table.where, text, line=line, cell=name[:40])
        if reason := _left_out(found[1], found[3]):
            # A row has seventeen figures; it is counted once.
            self._seen[reason].add(name[:-2])
            cells = None
        else:
            cells = self._found.setdefault(name[:-2], [None] * len(CELLS))
        self._last = name[:-2], cells
        return cells

    def _figure(self, table: Table, line: int, column: str, value: str, notes: str) -> Cell | str:
        try:
            return AT_THE_TOP if notes and TOP_NOTE in notes.replace(",", " ").split() else figure(column, value)
        except NotANumberError as error:
            raise refused(table.where, _("“%(cell)s” is not a number."), line=line, cell=value[:40]) from error

    def finish(self) -> None:
        """Make rows of the figures that were found."""
        self.release.industries = {
            code: name for code, name in self.release.industries.items() if not _left_out("N", code)
        }
        for reason, series_left_out in self._seen.items():
            self.release.skipped[reason] += len(series_left_out)
        while self._found:
            series, cells = self._found.popitem()
            code = series[17:23]
            kind, place = self._where(series[3], series[4:11], series[11:17])
            if kind is None:
                self.release.skipped[Skipped.UNKNOWN_PLACE] += 1
            else:
                self.release.add(kind, f"{code[:2]}-{code[2:]}", place, pay_of(cells, self.top))

    def _where(self, letter: str, area: str, industry: str) -> tuple[Kind | None, str]:
        if industry != "000000":
            return Kind.INDUSTRY, industry
        if letter == "N":
            return Kind.NATION, NATION
        if letter == "S":
            usps = self.places.by_fips.get(area[:2], "")
            return (Kind.STATE if usps else None), usps
        return (Kind.AREA if area in self.release.areas else None), area


@lru_cache(maxsize=2_000)
def _left_out(letter: str, industry: str) -> str:
    """Why figures of an industry are left out; empty where they are kept."""
    if industry == "000000":
        return ""
    if letter != "N":
        return Skipped.PLACED_INDUSTRY
    if "-" in industry:
        return Skipped.SECTOR
    return Skipped.OWNER if industry == _PRIVATE or _OWNER.fullmatch(industry) else ""


def _need(table: Table, *names: str) -> Sequence[int]:
    for name in names:
        if name not in table.columns:
            text = _("The column “%(column)s” is missing.")
            raise refused(table.where, text, line=1, column=name.replace(" ", "_"))
    return [table.columns[name] for name in names]
