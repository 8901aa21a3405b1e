"""Rows, as they stand on a page, become paragraphs: a row that only goes on belongs to the one above it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.review.document import LineKind
from resumes.review.reading.letters import TAB, join


@dataclass(slots=True)
class Row:
    """One row of a column. Widths are points on a page, characters in a text file; y grows downwards."""

    text: str
    x: float
    right: float
    y: float
    # Where the text behind a mark begins.
    text_x: float
    first_word: float
    mark: str = ""
    kind: LineKind = "text"
    # How its first and last words look: what goes on looks alike.
    begins: tuple[float, bool, bool] = (1, False, False)
    ends: tuple[float, bool, bool] = (1, False, False)
    page: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """What the rows of one column have in common."""

    left: float
    right: float
    # The distance from row to row inside a paragraph.
    leading: float
    # The width of a usual character.
    letter: float
    # Rows of a narrow column end anywhere, so their width says little.
    is_narrow: bool
    # Whether any row goes on in the next one.
    is_wrapped: bool = True
    # Where paragraphs stand wider apart than their rows: the most that rows of one paragraph do.
    tight: float = 0


_NARROW = 46
_GOES_ON = re.compile(r"[a-z(&,;]|and\b|\d+[%+]")
_ENDS_OPEN = re.compile(r"(?:[,;&/(|•·◆●○▪■–—-]|\b(?:and|or|of|the|a|an|to|in|for|with|by|at|on|from|as|including))$")
# Words that hold sentences together; names and skills have none or one.
_OF_PROSE = re.compile(r"\b(?:the|an?|of|and|with|for|in|to|at|by|on|who|that|from|is|are|was|my|i)\b", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:\S+@\S+|\(?\+?\d[\d() .-]{6,}\d|(?:https?://|www\.)\S+|[\w.-]+\.[a-z]{2,4}(?:/\S*)?)(?!\S)", re.IGNORECASE
)
_ENDS_SMALL = re.compile(r"\b[a-z]+$")


def paragraphs(rows: Sequence[Row], block: Block) -> Iterator[list[Row]]:
    """The rows of each paragraph."""
    current: list[Row] = []
    for row in rows:
        if current and not _goes_on(current, row, block):
            yield current
            current = []
        current.append(row)
    if current:
        yield current


def text_of(rows: Sequence[Row], known: frozenset[str]) -> str:
    """The rows as one text, without the hyphens that only divide words at a row's end."""
    done: list[str] = []
    last = rows[0].text
    for row in rows[1:]:
        joined = join(last, row.text, known)
        # Only the end of what stands before matters, however long the paragraph is.
        cut = len(joined) - len(row.text)
        done.append(joined[:cut])
        last = joined[cut:]
    return "".join(done) + last


def _goes_on(paragraph: Sequence[Row], row: Row, block: Block) -> bool:
    before = paragraph[-1]
    if row.mark or row.kind != "text" or before.kind != "text" or TAB in row.text or TAB in before.text:
        return False
    if not _look_alike(before.ends, row.begins) or not _is_below(before, row, block):
        return False
    if not _is_in_line(paragraph, row, block):
        return False
    return _fills(paragraph, row, block)


def _look_alike(one: tuple[float, bool, bool], other: tuple[float, bool, bool]) -> bool:
    return abs(one[0] - other[0]) <= 0.08 * one[0] and one[1:] == other[1:]


def _is_below(before: Row, row: Row, block: Block) -> bool:
    """Whether the row stands as close as the next row of a paragraph does; on a new page it may."""
    if row.page != before.page:
        return bool(_GOES_ON.match(row.text)) and not before.text.endswith((".", ":"))
    return 0 < row.y - before.y <= 1.22 * block.leading + 0.5 * (block.leading > 2)  # noqa: PLR2004 -- points, not rows


def _is_in_line(paragraph: Sequence[Row], row: Row, block: Block) -> bool:
    """Whether the row begins where the paragraph's next row has to."""
    first, slack = paragraph[0], 0.8 * block.letter
    if first.mark:
        return row.x >= first.x - slack and row.x <= first.text_x + 4 * block.letter
    if len(paragraph) > 1:
        return abs(row.x - paragraph[-1].x) <= slack
    # The first row may be set in, or the others may hang.
    return -6 * block.letter <= row.x - first.x <= slack or (
        row.x - first.x <= 6 * block.letter and bool(_GOES_ON.match(row.text))
    )


def _fills(paragraph: Sequence[Row], row: Row, block: Block) -> bool:
    """Whether the row above was full, so that the next word had to go on below it."""
    before = paragraph[-1]
    is_open = bool(_ENDS_OPEN.search(before.text))
    if not is_open and (_CONTACT.match(row.text) or _CONTACT.fullmatch(before.text)):
        return False
    goes_on = is_open or bool(_GOES_ON.match(row.text))
    hangs = bool(paragraph[0].mark) and abs(row.x - paragraph[0].text_x) <= block.letter
    if not block.is_wrapped:
        return goes_on and hangs and not before.text.endswith(".")
    is_full = before.right + block.letter * 0.6 + row.first_word > block.right - 0.5 * block.letter
    if block.is_narrow and not hangs:
        return goes_on or (is_full and (row.y - before.y <= block.tight or _is_prose(paragraph, row)))
    return is_full or (goes_on and (hangs or _is_long(before, block)))


_ROWS_OF_SENTENCE = 6


def _is_prose(paragraph: Sequence[Row], row: Row) -> bool:
    """Whether the rows are sentences, so that a capital may stand anywhere; a number goes on after a small word."""
    if row.text[:1].isdigit():
        return bool(_ENDS_SMALL.search(paragraph[-1].text))
    return len(_OF_PROSE.findall(" ".join(row.text for row in paragraph[-_ROWS_OF_SENTENCE:]))) > 1


_WORDS_OF_SENTENCE = 6


def _is_long(before: Row, block: Block) -> bool:
    """Whether the row reaches far, or is a sentence that has not ended."""
    is_sentence = len(before.text.split()) >= _WORDS_OF_SENTENCE and not before.text.endswith((".", ":", ";"))
    return is_sentence or before.right - block.left >= 0.75 * (block.right - block.left)


def common(values: Sequence[float], step: float) -> float | None:
    """The commonest value, rounded to a step; None without values."""
    counted = Counter(round(value / step) for value in values)
    return counted.most_common(1)[0][0] * step if counted else None
