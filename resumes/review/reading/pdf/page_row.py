"""A row of a page, and dates that were broken into two rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from resumes.review.reading.letters import TAB
from resumes.review.reading.pdf.ink import Word
from resumes.review.reading.wrapping import Row

_SAME_EDGE = 4.0
# A date whose second half stands on the next row.
_HALF_DATE = re.compile(
    r"(?:[-–—]|\bto|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?)$", re.IGNORECASE
)
_REST_OF_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? |\d{1,2}/)?(?:(?:19|20)\d\d|present|current|now)(?:\s*[-–—]\s*[\w./ ]{3,15})?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class PageRow(Row):
    """A row with what a paragraph needs to know of it."""

    words: list[Word] = field(default_factory=list)
    # What a wide gap parts, and where each piece begins.
    pieces: list[tuple[float, str]] = field(default_factory=list)
    has_rail: bool = False


def with_whole_dates(rows: Sequence[PageRow]) -> list[PageRow]:
    """The rows with each date in one piece, where a narrow place broke it."""
    whole: list[PageRow] = []
    for row in rows:
        if whole and not row.mark and _complete(whole[-1], row):
            continue
        whole.append(row)
    return whole


def _complete(above: PageRow, row: PageRow) -> bool:
    """Move the second half of a date to the row above; whether the row has nothing left."""
    if len(above.pieces) == 1:
        return False
    for number, (x, text) in enumerate(above.pieces):
        rest = next((piece for piece in row.pieces if _is_rest(text, piece, x, has_others=len(row.pieces) > 1)), None)
        if rest:
            above.pieces[number] = (x, f"{text} {rest[1]}")
            row.pieces.remove(rest)
            _take_second_line(above, row)
            above.text = TAB.join(text for _, text in above.pieces)
            row.text = TAB.join(text for _, text in row.pieces)
            if not row.pieces:
                above.y = row.y
            return not row.pieces
    return False


def _is_rest(text: str, piece: tuple[float, str], x: float, *, has_others: bool) -> bool:
    is_below = abs(piece[0] - x) <= _SAME_EDGE or (has_others and piece[0] > x) or not has_others
    return is_below and bool(_HALF_DATE.search(text)) and bool(_REST_OF_DATE.match(piece[1]))


def _take_second_line(above: PageRow, row: PageRow) -> None:
    """The title beside the date may have been broken as well."""
    is_title = row.pieces and abs(row.pieces[0][0] - above.pieces[0][0]) <= _SAME_EDGE and row.begins == above.begins
    if is_title and len(row.pieces) == 1 and above.has_rail:
        above.pieces[0] = (above.pieces[0][0], f"{above.pieces[0][1]} {row.pieces[0][1]}")
        row.pieces.clear()
