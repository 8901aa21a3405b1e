"""The rows of a region: marks found or drawn, icons left out, wide gaps as tabs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from resumes.review.reading.grid import DATED
from resumes.review.reading.letters import HEADING_WORDS, TAB, clean
from resumes.review.reading.marks import BULLET, SIGNS, from_symbol_font, is_picture, is_symbol_font, split_mark
from resumes.review.reading.pdf.columns import Region, level
from resumes.review.reading.pdf.ink import Box, Page, Word
from resumes.review.reading.pdf.segments import Segment
from resumes.review.reading.wrapping import Block, Row, common

_NARROW_LETTERS = 46
# A drawn bullet, in points: its sides, and its distance from the text.
_DOT_SIDE = (0.9, 9.0)
_DOT_SHAPE = 3.0
_DOT_DISTANCE = 30.0
# In heights of a letter.
_WIDE_GAP, _DATE_GAP = 1.5, 0.6
_BEGINS_WITH_DATE = re.compile(r"[\W_]*(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}/)?(?:19|20)\d\d\b")
_RAIL_FROM = 0.55


@dataclass(slots=True)
class PageRow(Row):
    """A row with what a paragraph needs to know of it."""

    words: list[Word] = field(default_factory=list)
    has_rail: bool = False


def rows_of(region: Region, page: Page) -> list[PageRow]:
    """The region's rows, from top to bottom; items that stand beside each other one after the other."""
    dots = _dots(page)
    edge = max((segment.right for segment in region.segments), default=0)
    left = min((segment.x for segment in region.segments), default=0)
    rows: list[PageRow] = []
    for group in level(region.segments):
        for part in _items(group):
            for piece in _labelled(part, left):
                if row := _row(piece, dots, page.number, left=left, edge=edge):
                    rows.append(row)  # noqa: PERF401 -- with its condition
    return _with_whole_dates(rows)


def _items(group: Sequence[Segment]) -> list[list[Segment]]:
    """Items of lists that stand on one height are items of their own."""
    parts: list[list[Segment]] = []
    for segment in group:
        if parts and not _begins_item(segment):
            parts[-1].append(segment)
        else:
            parts.append([segment])
    return parts


def _labelled(group: Sequence[Segment], left: float) -> list[Sequence[Segment]]:
    """A heading that stands left of its text is a row of its own."""
    first = group[0]
    words = first.text.lower().replace("&", "and").split()
    is_heading = first.text.isupper() or all(word.look.bold for word in first.words)
    if len(group) > 1 and first.x <= left + 1 and is_heading and HEADING_WORDS.issuperset(words):
        return [group[:1], group[1:]]
    return [group]


# A date whose second half stands on the next row.
_HALF_DATE = re.compile(
    r"(?:[-–—]|\bto|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)$", re.IGNORECASE
)
_REST_OF_DATE = re.compile(r"(?:(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d|present|current|now)$", re.IGNORECASE)


def _with_whole_dates(rows: Sequence[PageRow]) -> list[PageRow]:
    """A title and its date that were broken into two rows each are one row."""
    whole: list[PageRow] = []
    for row in rows:
        title, tab, rest = row.text.rpartition(TAB)
        if whole and tab and whole[-1].has_rail and _REST_OF_DATE.match(rest) and _HALF_DATE.search(whole[-1].text):
            above, _, date = whole[-1].text.rpartition(TAB)
            whole[-1].text = f"{above} {title}{TAB}{date} {rest}"
            whole[-1].words += row.words
        else:
            whole.append(row)
    return whole


def _begins_item(segment: Segment) -> bool:
    first = segment.words[0]
    return len(segment.words) > 1 and (
        first.text in SIGNS or (is_picture(first.text) and is_symbol_font(first.look.font))
    )


def _row(group: Sequence[Segment], dots: Sequence[Box], page: int, *, left: float, edge: float) -> PageRow | None:
    mark, words_of = _mark(group)
    pieces = [_readable(words) for words in words_of]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    words = [word for piece in pieces for word in piece]
    text = _text(pieces)
    first = words[0]
    dot = None
    if not mark:
        mark, text = split_mark(text)
        dot = None if mark else _dot(first, words, dots)
        mark = mark or (BULLET if dot else "")
    row = PageRow(
        text=text,
        x=dot.x if dot else min(segment.x for segment in group),
        right=max(word.right for word in words),
        y=median(word.y for word in words),
        text_x=first.x if len(text) == len(_text(pieces)) else _after_mark(words),
        first_word=first.right - first.x,
        mark=mark,
        begins=_look(first),
        ends=_look(words[-1]),
        page=page,
        words=words,
    )
    row.has_rail = _has_rail(row, pieces, left=left, edge=edge)
    return row


def _look(word: Word) -> tuple[float, bool, bool]:
    return (word.look.size, word.look.bold, word.look.italic)


def _after_mark(words: Sequence[Word]) -> float:
    return words[1].x if len(words) > 1 else words[0].x


def _mark(group: Sequence[Segment]) -> tuple[str, list[list[Word]]]:
    """The mark that a font of signs writes in front, and the words of each segment without it."""
    words_of = [list(segment.words) for segment in group]
    first = words_of[0][0]
    if not (first.look.is_picture or is_picture(first.text)) or sum(map(len, words_of)) == 1:
        return "", words_of
    mark = _sign(first)
    behind = " ".join(word.text for words in words_of for word in words[1:])
    words_of[0] = words_of[0][1:]
    return ("" if _is_contact(behind) else mark), [words for words in words_of if words]


def _sign(word: Word) -> str:
    """A letter of a font of signs as the mark that it shows; nothing where it shows a picture."""
    if len(word.text) != 1:
        return ""
    if is_symbol_font(word.look.font):
        return word.text if word.text in SIGNS else from_symbol_font(ord(word.text), word.look.font) or BULLET
    if "\uf000" <= word.text <= "\uf0ff" and not word.look.is_picture:
        return from_symbol_font(ord(word.text), "Symbol") or from_symbol_font(ord(word.text), "Wingdings")
    return word.text if word.text in SIGNS else ""


def _is_contact(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return "@" in text or digits >= 7 or any(part in text.lower() for part in ("linkedin", "github", "www.", "http"))  # noqa: PLR2004 -- a phone number


def _readable(words: Iterable[Word]) -> list[Word]:
    """The words without icons."""
    return [word for word in words if not (word.look.is_picture or is_picture(word.text)) and clean(word.text).strip()]


def _text(pieces: Sequence[Sequence[Word]]) -> str:
    """The words with single spaces, and a tab where the gap is wide."""
    text = " ".join(word.text for word in pieces[0])
    for before, piece in pairwise(pieces):
        gap, size = piece[0].x - before[-1].right, max(piece[0].look.size, 1)
        behind = " ".join(word.text for word in piece)
        is_apart = gap > _WIDE_GAP * size or (gap > _DATE_GAP * size and _BEGINS_WITH_DATE.match(behind))
        text += (TAB if is_apart else " ") + behind
    return text


def _has_rail(row: PageRow, pieces: Sequence[Sequence[Word]], *, left: float, edge: float) -> bool:
    """Whether its last piece stands at the right edge of the region, or is a date apart."""
    if row.text.count(TAB) != 1:
        return False
    last = pieces[-1]
    is_at_edge = last[-1].right >= edge - 6 and last[0].x >= left + _RAIL_FROM * (edge - left)
    return is_at_edge or bool(DATED.search(row.text.rpartition(TAB)[2]))


def _dots(page: Page) -> list[Box]:
    """Shapes and pictures that may be bullets."""
    low, high = _DOT_SIDE
    boxes = [shape.box for shape in page.shapes] + [box for box, _ in page.pictures]
    return [
        box
        for box in boxes
        if low <= box.width <= high and low <= box.height <= high and abs(box.width - box.height) <= _DOT_SHAPE
    ]


def _dot(first: Word, words: Sequence[Word], dots: Sequence[Box]) -> Box | None:
    """The bullet that is drawn left of the row; a dot beside a bold line belongs to a time line."""
    if 2 * sum(word.look.bold for word in words) > len(words):
        return None
    size = first.look.size
    beside = (
        dot
        for dot in dots
        if first.y - 0.85 * size <= (dot.y + dot.bottom) / 2 <= first.y + 0.2 * size
        and 0 <= first.x - dot.right <= _DOT_DISTANCE
    )
    return next(beside, None)


def block_of(rows: Sequence[PageRow]) -> Block:
    """What the rows have in common."""
    letters = sum(len(word.text) for row in rows for word in row.words)
    letter = sum(word.right - word.x for row in rows for word in row.words) / max(letters, 1)
    left, right = min(row.x for row in rows), max(row.right for row in rows)
    gaps = [below.y - row.y for row, below in pairwise(rows) if 0 < below.y - row.y <= 2.2 * row.begins[0]]
    leading = _leading(rows) or median(gaps or [1.2 * rows[0].begins[0]])
    return Block(
        left=left,
        right=right,
        leading=leading,
        letter=letter,
        is_narrow=(right - left) < _NARROW_LETTERS * letter,
    )


def _leading(rows: Sequence[PageRow]) -> float | None:
    """The commonest distance between rows of the usual size; the closest of several common ones."""
    sizes = Counter(row.begins[0] for row in rows)
    usual = sizes.most_common(1)[0][0]
    gaps = [
        below.y - row.y
        for row, below in pairwise(rows)
        if row.begins[0] == below.begins[0] == usual and 0 < below.y - row.y <= 2.2 * usual and not below.mark
    ]
    return common(gaps, 0.5)
