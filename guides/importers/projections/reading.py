"""Reads tables 1.2, 1.10 and 1.12; on any trouble, an error and nothing else. Other tables have no use here."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from guides.importers.files import DataFile, files_at
from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused
from guides.importers.projections.release import Jobs, Leaving, ProjectionRelease, Reason
from guides.importers.tables import Table, csv_tables, workbook_tables

# Called with each table that was read, and how many rows it had.
Tell = Callable[[str, int], None]
K = TypeVar("K")
T = TypeVar("T")

_SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
_NUMBER = re.compile(r"-?[0-9]{1,7}(\.[0-9]{1,12})?")
_NOT_AVAILABLE = {"", "—", "–", "-", "N/A", "n/a"}
_CODE = r"\d{4} national employment matrix (occupation )?code"
_EDUCATION, _EXITS = r"typical education needed for entry", r"labor force exits( \d{4}.*)?"
_REASON = r"factors affecting occupational utilization"
_LONGEST_NAME, _LONGEST_REASON = {"words": 80, "industry": 160}, 4_000

_SEVERAL = _("These tables are of several editions. Import one after the other.")
AGAIN = _("the same as a row before")
DIFFERS = _("other than a row before for the same occupation; the first one counts")


def read_projections(paths: Sequence[str], *, tell: Tell) -> ProjectionRelease:
    """Everything that the files at the paths say of the tables in use."""
    release = ProjectionRelease()
    for file in files_at(paths):
        for table in _tables(file):
            reader = _reader(table)
            if reader is not None:
                rows = reader(table, release)
                if not rows:
                    raise refused(table.where, _("This table has no rows."))
                release.files[table.where] = rows
                tell(table.where, rows)
    if not release.jobs:
        raise refused(
            paths[0], _("Table 1.2, occupational projections, is missing. It is in the workbook occupation.xlsx.")
        )
    if release.reasons_from - {release.years[0]}:
        raise refused(paths[0], _SEVERAL)
    return release


def _tables(file: DataFile) -> Iterable[Table]:
    name = file.name.lower()
    if name.endswith(".csv"):
        return csv_tables(file)
    return workbook_tables(file) if name.endswith(".xlsx") else ()


def _reader(table: Table) -> Callable[[Table, ProjectionRelease], int] | None:
    for pattern, reader in ((_EDUCATION, _read_jobs), (_EXITS, _read_leaving), (_REASON, _read_reasons)):
        if _found(table, pattern):
            return reader
    return None


def _read_jobs(table: Table, release: ProjectionRelease) -> int:
    base, target = _years(table, release)
    code, kind = _column(table, _CODE), _column(table, "occupation type")
    change = _column(table, r"employment change percent .*")
    people = [
        _column(table, name) for name in (f"employment {base}", f"employment {target}", "occupational openings .*")
    ]
    words = [
        _column(table, pattern) for pattern in (_EDUCATION, r"typical on the job training .*", r"work experience .*")
    ]
    count = 0
    for line, row in _rows(table, code):
        count += 1
        now, then, openings = (_persons(table, line, row[place]) for place in people)
        percent = _number(table, line, row[change])
        told = (_words(table, line, row[place], _LONGEST_NAME["words"]) for place in words)
        is_summary = row[kind].strip().lower() == "summary"
        jobs = Jobs(row[code], is_summary, now, then, percent and percent.quantize(Decimal("0.1")), openings, *told)
        _keep(release, release.jobs, jobs.soc, jobs)
    return count


def _read_leaving(table: Table, release: ProjectionRelease) -> int:
    _years(table, release)
    code, exits = _column(table, _CODE), _column(table, _EXITS)
    transfers, count = _column(table, r"occupational transfers( \d{4}.*)?"), 0
    for line, row in _rows(table, code):
        count += 1
        leaving = Leaving(*(_persons(table, line, row[place]) for place in (exits, transfers)))
        _keep(release, release.leaving, row[code], leaving)
    return count


def _read_reasons(table: Table, release: ProjectionRelease) -> int:
    code, industry = _column(table, _CODE), _column(table, r"\d{4} national employment matrix industry code")
    name, text = _column(table, r"\d{4} national employment matrix industry title"), _column(table, _REASON)
    release.reasons_from |= {int(name[:4]) for name in table.columns if re.fullmatch(_CODE, name)}
    count = 0
    for line, row in _rows(table, code):
        count += 1
        title = _words(table, line, row[name], _LONGEST_NAME["industry"])
        reason = Reason(row[code], row[industry][:6], title, _words(table, line, row[text], _LONGEST_REASON))
        _keep(release, release.reasons, (reason.soc, reason.industry_code), reason)
    return count


def _keep(release: ProjectionRelease, rows: dict[K, T], key: K, row: T) -> None:
    """Take a row; of two for the same occupation the first one counts."""
    before = rows.setdefault(key, row)
    if before is not row:
        release.skipped[AGAIN if before == row else DIFFERS] += 1


def _years(table: Table, release: ProjectionRelease) -> tuple[int, int]:
    """The first and the last year of a table, which all tables must have in common."""
    found = [int(match[1]) for name in table.columns if (match := re.fullmatch(r"employment (\d{4})", name))]
    if len(found) != 2:  # noqa: PLR2004 -- one column for now, one for then
        raise refused(table.where, _("The columns “Employment” of two years are missing."), line=1)
    years = (min(found), max(found))
    if release.years not in {(0, 0), years}:
        raise refused(table.where, _SEVERAL)
    release.years = years
    return years


def _found(table: Table, pattern: str) -> str | None:
    return next((name for name in table.columns if re.fullmatch(pattern, name)), None)


def _column(table: Table, pattern: str) -> int:
    name = _found(table, pattern)
    if name is None:
        said = re.sub(r"\(.*?\)\??|\\d\{4\}|\.\*", "", pattern).strip()
        raise refused(table.where, _("The column “%(column)s” is missing."), line=1, column=" ".join(said.split()))
    return table.columns[name]


def _rows(table: Table, code: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows about an occupation; notes below the table fill one cell alone."""
    for line, row in table.rows:
        if len(row) > code and _SOC.fullmatch(row[code]):
            if len(row) < len(table.columns):
                text = _("This line has %(cells)d cells, and the table has %(columns)d columns.")
                raise refused(table.where, text, line=line, cells=len(row), columns=len(table.columns))
            yield line, row
        elif sum(bool(cell) for cell in row) > 1:
            cell = row[code][:40] if len(row) > code else ""
            raise refused(
                table.where, _("“%(cell)s” is not an occupation's code such as 29-2052."), line=line, cell=cell
            )


def _number(table: Table, line: int, cell: str) -> Decimal | None:
    text = cell.strip().replace(",", "").replace("−", "-")
    if text in _NOT_AVAILABLE:
        return None
    if not _NUMBER.fullmatch(text):
        raise refused(table.where, _("“%(cell)s” is not a number."), line=line, cell=cell[:40])
    return Decimal(text)


def _persons(table: Table, line: int, cell: str) -> int | None:
    """A number of people out of one in thousands."""
    thousands = _number(table, line, cell)
    if thousands is not None and thousands < 0:
        raise refused(table.where, _("“%(cell)s” is no number of people."), line=line, cell=cell[:40])
    return None if thousands is None else round(thousands * 1000)


def _words(table: Table, line: int, cell: str, most: int) -> str:
    text = cell.strip()
    if len(text) > most:
        raise refused(table.where, _("A text of this line is longer than %(most)d signs."), line=line, most=most)
    return "" if text in _NOT_AVAILABLE else text
