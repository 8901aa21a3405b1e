"""Tables: rows of short cells are read across, cells that hold a column of text one after the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resumes.review.reading.letters import TAB
from resumes.review.reading.marks import split_mark
from resumes.review.reading.sheet import Paragraph

Cell = list[Paragraph]

_SHORT, _LONG = 45, 140
_MOST_SIDE_LINES = 3
_FEWEST_LINES_OF_COLUMN = 4
_LARGER = 1.25
DATED = re.compile(r"\b(?:(?:19|20)\d\d|present|current|to date|'\d\d|\d{1,2}/\d{2,4})\b", re.IGNORECASE)


def lay(rows: Sequence[Sequence[Cell]]) -> Iterator[Paragraph]:
    """The paragraphs of a table in reading order."""
    for row in rows:
        cells = [(column, cell) for column, cell in enumerate(row) if any(part.text.strip() for part in cell)]
        cells = [(column, [part for part in cell if part.text.strip()]) for column, cell in cells]
        if len(cells) > 1 and all(_is_plain(cell) for _, cell in cells):
            yield _across([cell[0] for _, cell in cells])
        elif len(cells) == 2 and (zipped := _beside(cells[0][1], cells[1][1])):  # noqa: PLR2004 -- left and right
            yield from zipped
        else:
            yield from _one_by_one(cells)


def columns_in(rows: Sequence[Sequence[Cell]]) -> int:
    """How many columns of running text the table sets side by side."""
    return max((sum(_is_column(cell) for cell in row) for row in rows), default=0)


def _is_column(cell: Cell) -> bool:
    return sum(bool(part.text.strip()) for part in cell) >= _FEWEST_LINES_OF_COLUMN


def _is_plain(cell: Cell) -> bool:
    only = cell[0]
    is_bullet = bool(only.mark) or bool(split_mark(only.text)[0])
    return len(cell) == 1 and not is_bullet and len(only.text) <= _LONG and only.kind != "heading"


def _across(parts: Sequence[Paragraph]) -> Paragraph:
    """One line out of a row; a short second cell with a date is a date at the right edge."""
    has_rail = len(parts) == 2 and bool(DATED.search(parts[1].text)) and len(parts[1].text) <= _SHORT  # noqa: PLR2004
    text = TAB.join(part.text.replace(TAB, " ") for part in parts)
    return replace(parts[0], text=text, kind="text" if has_rail else "table", has_rail=has_rail)


def _beside(left: Cell, right: Cell) -> list[Paragraph]:
    """Dates and places in a narrow cell belong to the lines that they stand beside; empty where they do not."""
    side, main = (left, right) if len(left) < len(right) or _is_side(left) else (right, left)
    if not _is_side(side) or len(side) > len(main) or any(part.mark for part in main[: len(side)]):
        return []
    pairs = list(zip(main, side, strict=False))
    if any((part.size or 1) >= _LARGER * (beside.size or part.size or 1) for part, beside in pairs):
        return []
    joined = [
        replace(
            part,
            text=f"{beside.text}{TAB}{part.text}" if side is left else f"{part.text}{TAB}{beside.text}",
            kind="text",
            has_rail=side is right,
        )
        for part, beside in pairs
    ]
    return joined + main[len(side) :]


def _is_side(cell: Cell) -> bool:
    return (
        len(cell) <= _MOST_SIDE_LINES
        and all(len(part.text) <= _SHORT and not part.mark for part in cell)
        and any(DATED.search(part.text) for part in cell)
    )


def _one_by_one(cells: Sequence[tuple[int, Cell]]) -> Iterator[Paragraph]:
    for column, cell in cells:
        is_beside = len(cells) > 1
        for number, part in enumerate(cell):
            yield replace(
                part,
                column=column if is_beside else part.column,
                is_apart=part.is_apart or (number == 0 and is_beside and _is_column(cell)),
            )
