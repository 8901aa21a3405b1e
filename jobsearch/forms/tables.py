"""A table of applications as someone sends it: what its rows say, which are known, and which must be put right."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self

from django import forms
from django.core import signing
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobsearch.actions.bringing import Told
from jobsearch.forms.table_rows import RowForm
from jobsearch.models import Application
from jobsearch.reading import fingerprint
from jobsearch.tables.columns import COLUMNS, NEEDED
from kit.csv_tables import TableError, TableRow, cells_of, columns_of, read_rows
from kit.fields import TableFileField

MOST_ROWS: Final = 3000
# A form may bring 5 MB; the rest of it is small.
MOST_CARRIED: Final = 4_500_000
_SALT: Final = "jobsearch.table"
_HEAD: Final = 80
# More than any field takes, so that what is too long is told, not cut.
_LONGEST_CELL: Final = 131_072
# The place of a column that the file does not have.
_NOWHERE: Final = 1_000_000
# What is wrong with no single cell stands at the title.
_WHERE: Final = {"__all__": "title"}


class TableForm(forms.Form):
    """The file with the table."""

    file = TableFileField(
        label=gettext_lazy("The CSV file"),
        help_text=gettext_lazy("Up to 10 MB and 3,000 jobs. You see every row before anything is kept."),
        megabytes=10,
    )


class StepForm(forms.Form):
    """The table that was looked through, and what is to be done with it."""

    table = forms.CharField(max_length=MOST_CARRIED + 1000, strip=False)
    step = forms.ChoiceField(choices=[(name, name) for name in ("look", "earlier", "later", "keep", "leave")])
    page = forms.IntegerField(min_value=1, max_value=MOST_ROWS, required=False)


@dataclass
class SentRow:
    """A row as it came, or as it was put right since; `raw` is the line of one that cannot be split into cells."""

    line: int
    cells: dict[str, str]
    raw: str = ""


@dataclass
class SentTable:
    """All that goes to the page and back: the rows, and for which of them the tick was changed."""

    rows: list[SentRow]
    # Where each column stands in a line of the file.
    columns: dict[str, int]
    ignored: list[str] = field(default_factory=list)
    ticks: dict[int, bool] = field(default_factory=dict)

    @classmethod
    def of_text(cls, text: str) -> Self:
        """The table of a file; one of another shape raises TableError with a sentence."""
        rows = [*read_rows(text, longest=_LONGEST_CELL)]
        if not rows:
            raise TableError(_("There is nothing in this file."))
        if rows[0].damaged:
            raise TableError(_("The first line cannot be read. It must name the columns, as our template does."))
        columns, ignored = columns_of(rows[0].cells, COLUMNS, needed=NEEDED)
        if len(rows) == 1:
            raise TableError(_("This file has a head, and no job below it."))
        if len(rows) - 1 > MOST_ROWS:
            words = _("This file has %(rows)d jobs; 3,000 is the most at a time. Split it into several files.")
            raise TableError(words % {"rows": len(rows) - 1})
        return cls([_sent(row, columns) for row in rows[1:]], columns, ignored)

    @classmethod
    def unpacked(cls, packed: str, *, owner: int) -> Self:
        """What the page brings back; `signing.BadSignature` where it is not what we gave."""
        told = signing.loads(packed, salt=f"{_SALT}:{owner}")
        columns: dict[str, int] = told["columns"]
        rows = [SentRow(line, dict(zip(columns, cells, strict=False)), raw) for line, raw, cells in told["rows"]]
        return cls(rows, columns, told["ignored"], {line: bool(tick) for line, tick in told["ticks"]})

    def packed(self, *, owner: int) -> str:
        """The whole table in one field, so that no number of rows is too many fields."""
        told = {
            "columns": self.columns,
            "ignored": self.ignored,
            "rows": [[row.line, row.raw, [row.cells.get(key, "") for key in self.columns]] for row in self.rows],
            "ticks": [*self.ticks.items()],
        }
        packed = signing.dumps(told, salt=f"{_SALT}:{owner}", compress=True)
        if len(packed) > MOST_CARRIED:
            raise TableError(_("The texts in this table are too long for one time. Split it, or leave the ads out."))
        return packed

    def take_in(self, post: QueryDict) -> None:
        """What was put right on the page, and which rows were ticked there."""
        by_line = {row.line: row for row in self.rows}
        for name, typed in post.dict().items():
            kind, _dash, rest = name.partition("-")
            line, _dash, key = rest.partition("-")
            row = by_line.get(int(line)) if line.isdecimal() else None
            if row is not None and kind == "cell" and key in COLUMNS:
                row.cells[key] = str(typed)
                self.columns.setdefault(key, _NOWHERE)
            elif row is not None and kind == "cell" and not key:
                self._mend(row, str(typed))
        ticked = {*post.getlist("take")}
        for shown in filter(None, post.get("shown", "").split(",")):
            line = shown.lstrip("-")
            if line.isdecimal() and int(line) in by_line:
                self._tick(int(line), line in ticked, usual=not shown.startswith("-"))

    def _tick(self, line: int, tick: bool, *, usual: bool) -> None:
        """Only a tick that someone changed is remembered: what was new when it was shown may be known by now."""
        if tick == usual:
            self.ticks.pop(line, None)
        else:
            self.ticks[line] = tick

    def _mend(self, row: SentRow, raw: str) -> None:
        found = [*read_rows(raw, longest=_LONGEST_CELL)]
        if len(found) == 1 and not found[0].damaged:
            row.cells, row.raw = cells_of(found[0].cells, self.columns), ""
        else:
            row.raw = raw


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a cell, and what stands there."""

    key: str
    name: str
    cell: str
    words: str
    is_long: bool


@dataclass(frozen=True)
class Row:
    """One row as we read it: the application it would become, or what must be put right first."""

    sent: SentRow
    told: Told | None
    troubles: Sequence[Trouble]
    same: str
    take: bool

    @property
    def title(self) -> str:
        """What to call it on the page."""
        return self.sent.cells.get("title", "")[:_HEAD] or self.sent.raw[:_HEAD]

    @property
    def is_bad(self) -> bool:
        """Whether it must be put right before it can be kept."""
        return self.told is None

    @property
    def number(self) -> str:
        """The number of its line."""
        return str(self.sent.line)

    @property
    def shown(self) -> str:
        """Its number as it goes to the page and back, with a dash where it is not ticked unless someone does."""
        return f"-{self.number}" if self.same else self.number

    @property
    def group(self) -> str:
        """Under which heading it stands."""
        if self.is_bad:
            return _("To put right") if self.take else _("Left out")
        return _("Perhaps you have them already") if self.same else _("To be kept")

    @property
    def stage(self) -> str:
        """Its stage in words."""
        return str(Application.Stage(self.told.values["stage"]).label) if self.told else ""


@dataclass(frozen=True)
class Preview:
    """What would happen if the table were kept; what needs a look comes first."""

    rows: Sequence[Row]

    @property
    def bad(self) -> Sequence[Row]:
        """Those to put right."""
        return [row for row in self.rows if row.is_bad and row.take]

    @property
    def same(self) -> Sequence[Row]:
        """Those that are known."""
        return [row for row in self.rows if row.same]

    @property
    def left(self) -> Sequence[Row]:
        """Those that are left out by choice."""
        return [row for row in self.rows if not row.take and not row.same]

    @property
    def chosen(self) -> Sequence[Row]:
        """Those that would be kept."""
        return [row for row in self.rows if row.told and row.take]


def preview_of(table: SentTable, form: RowForm, known: Collection[tuple[str, ...]]) -> Preview:
    """Read every row, with the form that is made once."""
    seen: dict[tuple[str, ...], int] = {}
    rows = [_row(sent, form, known, seen, table.ticks) for sent in table.rows]
    return Preview(sorted(rows, key=_urgency))


def known_keys(postings: Iterable[tuple[str, str, str, str]]) -> set[tuple[str, ...]]:
    """By what jobs that are kept already are recognized: title, employer and place, or the words of the ad."""
    return {key for title, employer, place, mark in postings for key in _keys(title, employer, place, mark)}


def _row(
    sent: SentRow,
    form: RowForm,
    known: Collection[tuple[str, ...]],
    seen: dict[tuple[str, ...], int],
    ticks: Mapping[int, bool],
) -> Row:
    told = None if sent.raw else form.read(sent.cells)
    if told is None:
        return Row(sent, None, [*_troubles(sent, form)], "", ticks.get(sent.line, True))
    same = _same(sent, told.values, known, seen)
    return Row(sent, told, (), same, ticks.get(sent.line, not same))


def _same(
    sent: SentRow,
    values: Mapping[str, Any],
    known: Collection[tuple[str, ...]],
    seen: dict[tuple[str, ...], int],
) -> str:
    mark = fingerprint(values["text"])
    if any(key in known for key in _keys(values["title"], values["employer"], values["place"], mark)):
        return _("You have this job already.")
    # The same job can be applied for twice; a row that says the very same is a slip.
    whole = tuple(sent.cells.values())
    if whole in seen:
        return _("Line %(line)d says the same.") % {"line": seen[whole]}
    seen[whole] = sent.line
    return ""


def _keys(title: str, employer: str, place: str, mark: str) -> Iterator[tuple[str, ...]]:
    yield ("job", *(" ".join(part.casefold().split()) for part in (title, employer, place)))
    if mark:
        yield ("ad", mark)


def _troubles(sent: SentRow, form: RowForm) -> Iterator[Trouble]:
    if sent.raw:
        words = _("A quotation mark is open, or stands in the wrong place.")
        yield Trouble("", _("The whole line"), sent.raw, words, is_long=True)
        return
    for field_name, errors in form.errors.items():
        key = _WHERE.get(field_name, field_name)
        cell = sent.cells.get(key, "")
        yield Trouble(key, COLUMNS[key][0], cell, " ".join(map(str, errors)), is_long=len(cell) > _HEAD or "\n" in cell)


def _urgency(row: Row) -> tuple[int, int]:
    if row.is_bad:
        return (0 if row.take else 3), row.sent.line
    return (1 if row.same else 2), row.sent.line


def _sent(row: TableRow, columns: Mapping[str, int]) -> SentRow:
    return SentRow(row.line, {} if row.damaged else cells_of(row.cells, columns), row.damaged)
