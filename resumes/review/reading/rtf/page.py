"""Where the paragraphs of an RTF file go: the body, a table's cells, a header or footer, a text box."""

from dataclasses import dataclass, field
from typing import Literal

from resumes.review.document import LineKind
from resumes.review.reading.grid import Cell, columns_in, lay
from resumes.review.reading.runs import Run, Seen, dress, split
from resumes.review.reading.sheet import Paragraph

Flow = Literal["text", "header", "footer", "text_box"]


@dataclass(slots=True)
class Manner:
    """How the current paragraph is set."""

    in_table: bool = False
    has_right_stop: bool = False
    outline: int | None = None
    style: int | None = None
    level: int = 0


@dataclass(slots=True)
class Page:
    """Collects paragraphs."""

    styles: dict[int, str]
    seen: Seen = field(default_factory=Seen)
    body: list[Paragraph] = field(default_factory=list)
    heads: list[Paragraph] = field(default_factory=list)
    feet: list[Paragraph] = field(default_factory=list)
    _cell: Cell = field(default_factory=list)
    _row: list[Cell] = field(default_factory=list)
    _rows: list[list[Cell]] = field(default_factory=list)

    def end_paragraph(self, shown: list[Run], mark: str, manner: Manner, flow: Flow) -> None:
        """Put a finished paragraph in its place."""
        kind: LineKind = flow
        made = Paragraph("", kind=kind, mark=mark, level=manner.level if mark else 0, page=1 + self.seen.page_ends)
        dress(made, shown, self.seen.fonts)
        self._call_heading(made, manner)
        parts = list(split(made, shown, has_right_stop=manner.has_right_stop))
        if flow == "header":
            self.heads += parts
        elif flow == "footer":
            self.feet += parts
        elif manner.in_table and flow == "text":
            self._cell += parts
        else:
            self.end_table()
            self.body += parts

    def _call_heading(self, made: Paragraph, manner: Manner) -> None:
        name = self.styles.get(manner.style or 0, "")
        if made.kind != "text" or made.mark:
            return
        if manner.outline is not None and manner.outline < 9:  # noqa: PLR2004 -- nine is body text
            made.kind, made.level = "heading", manner.outline + 1
        elif name.startswith(("heading", "title", "subtitle")):
            made.kind = "heading"

    def end_cell(self) -> None:
        """A cell of the current row is full."""
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """The current row is full."""
        if self._row:
            self._rows.append(self._row)
        self._row = []

    def end_table(self) -> None:
        """Lay the rows that were collected."""
        if self._cell:
            self.end_cell()
        self.end_row()
        if self._rows:
            self.seen.tables += 1
            self.seen.columns = max(self.seen.columns, columns_in(self._rows))
            self.body += lay(self._rows)
            self._rows = []
