"""Tables as CSV: read from whatever a spreadsheet program wrote, and written so that none runs what is in a cell."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

MEDIA_TYPE = "text/csv; charset=utf-8"
_DELIMITERS = (",", ";", "\t")
# A cell that begins so is taken for a formula by spreadsheet programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_CELL = 5000


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


def rows_of(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold something, each with the number of its line, the first being 1."""
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found = []
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((before + 1, [_plain(cell) for cell in cells]))
            before = reader.line_num
    except csv.Error as error:
        words = _("Line %(line)d cannot be read: a quotation mark is open, or stands in the wrong place.")
        raise TableError(words % {"line": before + 1}) from error
    return found


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a file; a cell that a program would run as a formula gets an apostrophe before it."""
    file = io.StringIO(newline="")
    # The mark makes Excel read the letters right.
    file.write("\ufeff")
    csv.writer(file).writerows([_safe(cell) for cell in row] for row in rows)
    return file.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    """The cell without spaces around it, and without the apostrophe that our own files put before a formula."""
    bare = cell.strip()[:_LONGEST_CELL]
    return bare[1:] if bare.startswith("'") and bare[1:].startswith(_FORMULA) else bare
