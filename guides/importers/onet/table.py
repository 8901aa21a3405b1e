"""One data file of a release: text between tabs, columns found by their headers."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from guides.importers.files import DataFile
from guides.importers.onet.layout import Column
from guides.importers.onet.opening import read_bytes
from guides.importers.problems import DataFileError, refused
from guides.importers.problems import gettext_noop as _

MISSING = "n/a"
_CODE = re.compile(r"\d\d-\d{4}\.\d\d")
_NUMBER = re.compile(r"-?\d{1,6}(\.\d{1,8})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_CENTS = Decimal("0.01")


class Reason(StrEnum):
    """Why a row was passed over."""

    SUPPRESSED = _("advised to suppress")
    NOT_RELEVANT = _("not relevant to the occupation")
    NO_OCCUPATION = _("no such occupation")
    REPEATED = _("said before")
    OTHER_SCALE = _("another scale or kind")
    EMPTY = _("no value")
    LEVEL_ALONE = _("a level whose importance is held back")
    NO_NAME = _("a level of education without a name")
    ITSELF = _("the occupation itself")


class Remark(StrEnum):
    """What was not as expected in a row that was taken."""

    UNKNOWN_KIND = _("of a kind that we do not know, taken as not stated")
    NO_END = _("line without an end: the file may be cut off")


@dataclass
class FileReport:
    """What became of a file: its rows, those passed over by reason, and those with a remark."""

    name: str
    version: str
    rows: int = 0
    skipped: Counter[Reason] = field(default_factory=Counter)
    remarks: Counter[Remark] = field(default_factory=Counter)


def decoded(file: DataFile) -> str:
    """The text of a file; an error says where it stops being text."""
    data = read_bytes(file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(file.where, _("This is not text in UTF-8. Download the file again."), line=line) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise refused(file.where, _("This holds signs that are no text. Download the file again."), line=line)
    return text


class Table:
    """The rows of a file by the columns that we need, and what was passed over."""

    def __init__(self, file: DataFile, version: str, columns: Sequence[Column]) -> None:
        self.where = file.where
        self.report = FileReport(file.name, version)
        self._columns = columns
        text = decoded(file)
        if not text.strip():
            raise refused(file.where, _("This file is empty."))
        if text.lstrip()[:1] == "<":
            raise refused(file.where, _("This is a web page and not a data file. Download the file again."))
        if not text.endswith("\n"):
            self.report.remarks[Remark.NO_END] += 1
        self._lines = text.split("\n")
        self._header = self._cells(self._lines[0])
        self._places = [self._place(column) for column in columns]

    @staticmethod
    def _cells(line: str) -> list[str]:
        return [cell.strip() for cell in line.rstrip("\r").split("\t")]

    def _place(self, column: Column) -> int:
        for name in column.names:
            if name in self._header:
                return self._header.index(name)
        if len(self._header) == 1:
            raise self.refuse(1, _("The first line holds no columns with tabs between them. Is it the text release?"))
        raise self.refuse(1, _("The column “%(column)s” is missing."), column=" / ".join(column.names))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Line number and the cells of the columns we need; what is missing is empty."""
        width, wanted = len(self._header), [*zip(self._places, self._columns, strict=True)]
        for number, line in enumerate(self._lines[1:], start=2):
            if not line.strip():
                continue
            cells = self._cells(line)
            if len(cells) != width:
                text = _("This line has %(found)d columns, and the first line has %(wanted)d.")
                raise self.refuse(number, text, found=len(cells), wanted=width)
            self.report.rows += 1
            yield number, [self._cell(number, cells[place], column) for place, column in wanted]
        if not self.report.rows:
            raise self.refuse(0, _("This file has a first line and no rows."))

    def _cell(self, line: int, cell: str, column: Column) -> str:
        if len(cell) > column.most:
            text = _("The cell under “%(column)s” is longer than %(most)d characters.")
            raise self.refuse(line, text, column=column.names[0], most=column.most)
        return "" if cell == MISSING else cell

    def skip(self, reason: Reason) -> None:
        """Count a row that is passed over."""
        self.report.skipped[reason] += 1

    def refuse(self, line: int, text: str, **values: object) -> DataFileError:
        """An error at a line of this file."""
        return refused(self.where, text, line=line, **values)

    def code(self, line: int, cell: str) -> str:
        """An O*NET-SOC code."""
        if not _CODE.fullmatch(cell):
            raise self.refuse(line, _("“%(cell)s” is not an O*NET-SOC code such as 29-2052.00."), cell=cell)
        return cell

    def text(self, line: int, cell: str) -> str:
        """A text that must not be missing."""
        if not cell:
            raise self.refuse(line, _("A text is missing in this line."))
        return cell

    def whole(self, line: int, cell: str, most: int) -> int:
        """A whole number, from nought."""
        if not _WHOLE.fullmatch(cell) or int(cell) > most:
            raise self.refuse(line, _("“%(cell)s” is not a whole number up to %(most)d."), cell=cell, most=most)
        return int(cell)

    def number(self, line: int, cell: str, low: int, high: int) -> Decimal:
        """A number on a scale, to two places."""
        if _NUMBER.fullmatch(cell) and low <= (found := Decimal(cell)) <= high:
            return found.quantize(_CENTS, ROUND_HALF_UP)
        text = _("“%(cell)s” is not a number from %(low)d to %(high)d.")
        raise self.refuse(line, text, cell=cell, low=low, high=high)

    def choice(self, cell: str, choices: Mapping[str, str]) -> str:
        """One of a few words, as we write it; empty, with a remark, when it is none of them."""
        found = choices.get(cell.lower(), "")
        if cell and not found:
            self.report.remarks[Remark.UNKNOWN_KIND] += 1
        return found
