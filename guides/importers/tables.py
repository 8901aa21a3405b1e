"""Tables of official files, row by row: CSV, tab-separated text and spreadsheets. Columns go by their names."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO, Protocol, cast
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from guides.importers.files import LARGEST_FILE, DataFile, reading
from guides.importers.problems import gettext_noop as _
from guides.importers.problems import refused

LONGEST_LINE = 100_000
LARGEST_SHEETS = 4 * 1024**3
# The texts of a spreadsheet are held in memory all at once.
LARGEST_TEXTS = 200 * 1024**2
MOST_COLUMNS = 200
# A spreadsheet's title may stand above the names of its columns.
_HEADER_WITHIN = 5
_NO_SPREADSHEET = _("This is not a spreadsheet that can be read, or only a part of one. Download it again.")


class Reader(Protocol):
    """What the csv module reads with."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


@dataclass(frozen=True)
class Table:
    """The names of the columns in small letters, and the rows below them, each with its line."""

    where: str
    name: str
    columns: Mapping[str, int]
    rows: Iterator[tuple[int, Sequence[str]]]

    def column(self, *names: str) -> int | None:
        """The place of the column that has one of the names."""
        return next((self.columns[name] for name in names if name in self.columns), None)


def plain(text: object) -> str:
    """The name of a column in small letters and figures alone: “Employment, 2024” is “employment 2024”."""
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"\[\d+\]", "", str(text or "")).lower()).strip()


def text_table(file: DataFile, lines: Iterable[str], *, delimiter: str = ",") -> Table:
    """The table of a text file whose lines are given; no row may be shorter or longer than the names of the columns."""
    reader = _csv(lines) if delimiter == "," else _unquoted(lines, delimiter)
    numbered = _told(file, reader)
    _line, header = next(numbered, (0, []))
    if not any(header):
        raise refused(file.where, _("This file is empty."))
    if header[0].lstrip().startswith("<"):
        raise refused(file.where, _("This is a web page, not the file. Download it again."))
    return Table(file.where, file.name, _columns(file.where, header), _whole(file.where, numbered, len(header)))


def _csv(lines: Iterable[str]) -> Reader:
    return csv.reader(lines, strict=True)


def _unquoted(lines: Iterable[str], delimiter: str) -> Reader:
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)


def _told(file: DataFile, reader: Reader) -> Iterator[tuple[int, list[str]]]:
    """Rows with their lines; trouble is told with the line where it is."""
    try:
        with reading(file.where):
            for row in reader:
                if row:
                    yield reader.line_num, row
    except UnicodeDecodeError as error:
        text = _("This is not text in UTF-8. Download the file again.")
        raise refused(file.where, text, line=reader.line_num + 1) from error
    except csv.Error as error:
        raise refused(file.where, _("This line cannot be read: %(why)s."), line=reader.line_num, why=error) from error


def _whole(where: str, numbered: Iterator[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    text = _("This line has %(cells)d cells, and the table has %(columns)d columns.")
    for line, row in numbered:
        if len(row) != width:
            raise refused(where, text, line=line, cells=len(row), columns=width)
        yield line, row


def _columns(where: str, header: Sequence[object]) -> dict[str, int]:
    names = [plain(name) for name in header[:MOST_COLUMNS]]
    twice = {name for name in names if name and names.count(name) > 1}
    if twice:
        raise refused(where, _("The column “%(name)s” is there twice."), name=min(twice))
    return {name: place for place, name in enumerate(names) if name}


def lines_of(file: DataFile) -> Iterator[str]:
    """The lines of UTF-8 text, none of them endless, all of them together no larger than any release."""
    size = 0
    with reading(file.where), file.opener() as stream:
        text = io.TextIOWrapper(cast("io.BufferedReader", stream), encoding="utf-8-sig", newline="")
        for number, line in enumerate(iter(partial(text.readline, LONGEST_LINE), ""), start=1):
            size += len(line)
            if size > LARGEST_FILE:
                raise file.too_large()
            if len(line) == LONGEST_LINE:
                sentence = _("This line has more than %(most)d signs: none of a release has.")
                raise refused(file.where, sentence, line=number, most=LONGEST_LINE)
            yield line


def csv_tables(file: DataFile) -> Iterator[Table]:
    """The one table of a CSV file."""
    yield text_table(file, lines_of(file))


def workbook_tables(file: DataFile) -> Iterator[Table]:
    """The tables of a spreadsheet, sheet by sheet; the names of the columns are the first full row of each."""
    with file.open_whole() as whole:
        with _spreadsheet(file.where):
            _check_size(file, whole)
            book = load_workbook(whole, read_only=True, data_only=True, keep_links=False)
        with closing(book):
            for sheet in book.worksheets:
                sheet.reset_dimensions()
                yield from _sheet(f"{file.where}, {sheet.title}", sheet.title, sheet.iter_rows(values_only=True))


def _check_size(file: DataFile, whole: IO[bytes]) -> None:
    """A spreadsheet is a .zip file; no more is ever unpacked of a part than it says of itself here."""
    with zipfile.ZipFile(whole) as packed:
        parts = packed.infolist()
    texts = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
    if sum(part.file_size for part in parts) > LARGEST_SHEETS or texts > LARGEST_TEXTS:
        raise file.too_large()
    whole.seek(0)


@contextmanager
def _spreadsheet(where: str) -> Iterator[None]:
    try:
        yield
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        zlib.error,
        ParseError,
        LookupError,
        ValueError,
        TypeError,
    ) as error:
        raise refused(where, _NO_SPREADSHEET) from error


def _sheet(where: str, name: str, rows: Iterator[Sequence[object]]) -> Iterator[Table]:
    for above in range(_HEADER_WITHIN):
        with _spreadsheet(where):
            header = next(rows, None)
        if header is None:
            return
        if sum(cell is not None for cell in header) > 2:  # noqa: PLR2004 -- a title stands in a cell or two
            yield Table(where, name, _columns(where, header), _texts(where, rows, above + 2))
            return


def _texts(where: str, rows: Iterator[Sequence[object]], start: int) -> Iterator[tuple[int, list[str]]]:
    with _spreadsheet(where):
        for line, row in enumerate(rows, start=start):
            yield line, ["" if cell is None else str(cell).strip() for cell in row]
