"""Tables as CSV: read from whatever a spreadsheet program wrote, and written so that none runs what is in a cell."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MEDIA_TYPE = "text/csv; charset=utf-8"
_DELIMITERS = (",", ";", "\t")
# A cell that begins so is taken for a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_CELL = 5000
# A row is guarded by one apostrophe more than it has.
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
# Excel writes so which character parts the cells.
_SEPARATOR = re.compile(r"sep=([,;\t])\s*", re.IGNORECASE)
# Every damaged row makes the rest be read again.
_MOST_DAMAGED = 100
# Days as tables have them, beside those that people type into a form; the month stands first.
DAYS = (
    "%B %d %Y",
    "%b %d %Y",
    "%m/%d/%y",
    "%m-%d-%Y",
    "%Y/%m/%d",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%Y-%m-%d %H:%M:%S",
    "%m/%d/%Y %H:%M",
)


class TableError(ValueError):
    """The file cannot be read as a table; the message says what to do."""


def text_of(data: bytes) -> str:
    """The text of a file as spreadsheet programs write it: UTF-8, UTF-16 with its mark, or the old Windows letters."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableError(_("This is a workbook, not a CSV file. Open it, choose “Save as”, then “CSV”, and send that."))
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        raise TableError(_("This is a document or a picture, not a CSV file. Save your table as CSV and send that."))
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise TableError(_("This is no text inside. Save your table as CSV and send that file."))
    return text


@dataclass(frozen=True)
class TableRow:
    """One row with the number of its line; of a row that cannot be split into cells, the text as it stands."""

    line: int
    cells: list[str]
    damaged: str = ""


def read_rows(text: str, *, longest: int = _LONGEST_CELL) -> Iterator[TableRow]:
    """The rows that hold something. After one that is damaged, reading goes on with the next line."""
    # As the csv module counts lines: it knows no other ends.
    lines = [*io.StringIO(text, newline="")]
    place, delimiter = _delimiter(lines)
    damaged = 0
    while place < len(lines):
        reader = csv.reader(lines[place:], delimiter=delimiter, strict=True)
        done = 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield TableRow(place + done + 1, [_plain(cell)[:longest] for cell in cells])
                done = reader.line_num
        except csv.Error as error:
            damaged += 1
            if damaged > _MOST_DAMAGED:
                raise TableError(_no_cells(place + done + 1)) from error
            yield TableRow(place + done + 1, [], damaged=lines[place + done].strip("\r\n"))
            place += done + 1
        else:
            place = len(lines)


def rows_of(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold something, each with the number of its line, the first being 1; all can be read, or none."""
    found = []
    for row in read_rows(text):
        if row.damaged:
            raise TableError(_no_cells(row.line))
        found.append((row.line, row.cells))
    return found


def columns_of(
    head: Sequence[str], names: Mapping[str, Sequence[str]], *, needed: Sequence[str]
) -> tuple[dict[str, int], list[str]]:
    """Where each column stands, in any order, and the columns that mean nothing to us."""
    keys = {name: key for key, known in names.items() for name in known}
    found: dict[str, int] = {}
    ignored = []
    for place, cell in enumerate(head):
        key = keys.get(" ".join(cell.lower().replace("_", " ").split()))
        if key is None or key in found:
            ignored.append(cell[:40])
        else:
            found[key] = place
    missing = [names[key][0] for key in needed if key not in found]
    if missing:
        words = ngettext(
            "This table has no column called %(missing)s. Its first line must name the columns, as our template does.",
            "This table has no columns called %(missing)s. Its first line must name the columns, as our template does.",
            len(missing),
        )
        raise TableError(words % {"missing": ", ".join(f"“{name}”" for name in missing)})
    return found, [cell for cell in ignored if cell]


def cells_of(cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """A row by the names of its columns; a short row has nothing in those that are missing."""
    return {key: cells[place] if place < len(cells) else "" for key, place in columns.items()}


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a file; a cell that a program would run as a formula gets an apostrophe before it."""
    file = io.StringIO(newline="")
    # The mark makes Excel read the letters right.
    file.write("\ufeff")
    csv.writer(file).writerows([_safe(cell) for cell in row] for row in rows)
    return file.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) or _GUARDED.match(cell) else cell


def _plain(cell: str) -> str:
    """The cell without spaces around it, and without the apostrophe that our own files put before a formula."""
    bare = cell.strip()
    return bare[1:] if _GUARDED.match(bare) else bare


def _delimiter(lines: Sequence[str]) -> tuple[int, str]:
    """The line where the table begins, and what stands between its cells."""
    start = next((place for place, line in enumerate(lines) if line.strip()), 0)
    first = lines[start] if lines else ""
    if told := _SEPARATOR.fullmatch(first):
        return start + 1, told[1]
    return start, max(_DELIMITERS, key=first.count)


def _no_cells(line: int) -> str:
    words = _("Line %(line)d cannot be read: a quotation mark is open, or stands in the wrong place.")
    return words % {"line": line}
