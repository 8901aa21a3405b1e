"""The paragraphs and tables of a part of a Word document, in the order in which they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from resumes.review.document import LineKind
from resumes.review.reading.archive import Element
from resumes.review.reading.docx.names import attribute, child, children, local, number, value
from resumes.review.reading.docx.numbering import Numbering
from resumes.review.reading.docx.pieces import COLUMN_END, PAGE_END, RENDERED_PAGE_END, Drawn, pieces
from resumes.review.reading.docx.styles import Styles, is_filled
from resumes.review.reading.grid import columns_in, lay
from resumes.review.reading.marks import BULLET
from resumes.review.reading.runs import Run, Seen, dress, is_hidden, split
from resumes.review.reading.seen import keep_hidden
from resumes.review.reading.sheet import Paragraph

_ENDS = re.compile(f"[{PAGE_END}{COLUMN_END}{RENDERED_PAGE_END}]")
_OUTLINE_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: in what, and on a colored ground or not."""

    kind: LineKind = "text"
    is_shaded: bool = False


class Body:
    """Reads parts of one document."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.seen = Seen()
        self._column = 0

    def read(self, part: Element, place: Place) -> Iterator[Paragraph]:
        """All paragraphs below the element; an empty one stands for a gap."""
        for element in part:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, place)
            elif name == "tbl":
                yield from self._table(element, place)
            elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
                yield from self.read(element, place)

    def _table(self, table: Element, place: Place) -> Iterator[Paragraph]:
        self.seen.tables += 1
        properties = child(table, "tblPr")
        is_filled_by_style = self.styles.has_fill(value(properties, "tblStyle"))
        ground = replace(place, is_shaded=place.is_shaded or bool(is_filled(properties)) or is_filled_by_style)
        rows = [[list(self._cell(cell, ground)) for cell in _cells(row)] for row in _rows(table)]
        self.seen.columns = max(self.seen.columns, columns_in(rows))
        yield from lay(rows)

    def _cell(self, cell: Element, place: Place) -> Iterator[Paragraph]:
        is_shaded = place.is_shaded or bool(is_filled(child(cell, "tcPr")))
        return self.read(cell, replace(place, is_shaded=is_shaded))

    def _paragraph(self, element: Element, place: Place) -> Iterator[Paragraph]:
        properties = child(element, "pPr")
        style = value(properties, "pStyle") or self.styles.usual
        page = self.page
        if child(properties, "pageBreakBefore") is not None:
            self.seen.page_ends += 1
        is_shaded = place.is_shaded or bool(is_filled(properties))
        shown, drawn = self._shown(element, style, is_shaded=is_shaded)
        made = Paragraph("", kind=place.kind, page=page, column=self._column)
        dress(made, shown, self.seen.fonts)
        self._place(made, properties, style)
        yield from split(made, shown, has_right_stop=self._has_right_stop(properties, style))
        for each in drawn:
            yield from self._drawing(each, place)

    @property
    def page(self) -> int:
        """The page on which the next paragraph begins."""
        return 1 + (self.seen.rendered_ends or self.seen.page_ends)

    def _shown(self, element: Element, style: str | None, *, is_shaded: bool) -> tuple[list[Run], list[Drawn]]:
        """The pieces that a reader sees, and the drawings; the rest goes to the hidden texts."""
        below = self.styles.look(style).over(self.styles.default)
        shown: list[Run] = []
        hidden: list[str] = []
        drawn: list[Drawn] = []
        for piece in pieces(element, self.styles, below):
            if isinstance(piece, Drawn):
                drawn.append(piece)
            elif is_hidden(piece[1], is_shaded=is_shaded):
                hidden.append(piece[0])
            else:
                shown.append((self._count_ends(piece[0]), piece[1]))
        keep_hidden(self.seen.hidden, "".join(hidden))
        return shown, drawn

    def _count_ends(self, text: str) -> str:
        if _ENDS.search(text):
            self.seen.rendered_ends += text.count(RENDERED_PAGE_END)
            self.seen.page_ends += text.count(PAGE_END)
            self._column = self._column + text.count(COLUMN_END) if COLUMN_END in text else 0
            return _ENDS.sub("", text)
        return text

    def _place(self, made: Paragraph, properties: Element | None, style: str | None) -> None:
        """Whether it is an item of a list, or a heading."""
        marked = self.numbering.mark(self.styles.property(style, properties, "numPr"))
        name = self.styles.name(style)
        outline = number(attribute(self.styles.property(style, properties, "outlineLvl")))
        if outline is not None and outline < _OUTLINE_LEVELS:
            made.level = outline + 1
        elif name.startswith("heading"):
            made.level = number(name.removeprefix("heading").strip()[:1]) or 1
        is_heading = made.level > 0 or name in {"title", "subtitle"}
        if made.kind == "text" and is_heading:
            made.kind = "heading"
        elif marked:
            made.mark, made.level = marked
        elif name.startswith("list bullet"):
            made.mark = BULLET

    def _has_right_stop(self, properties: Element | None, style: str | None) -> bool:
        stops = children(self.styles.property(style, properties, "tabs"), "tab")
        return any(attribute(stop) in {"right", "end"} for stop in stops)

    def _drawing(self, drawn: Drawn, place: Place) -> Iterator[Paragraph]:
        self.seen.pictures += drawn.pictures
        for box in drawn.boxes:
            self.seen.text_boxes += 1
            kind: LineKind = "text_box" if place.kind == "text" else place.kind
            yield from self.read(box.content, Place(kind, place.is_shaded or box.is_filled))


def _rows(table: Element) -> Iterator[Element]:
    """The rows, those in content controls included, those that were deleted not."""
    for element in table:
        name = local(element)
        if name == "tr" and child(element, "trPr", "del") is None:
            yield element
        elif name in {"sdt", "sdtContent", "customXml"}:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        name = local(element)
        if name == "tc":
            yield element
        elif name in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(element)
