"""The lines of a section, told apart: heads of entries, items of lists, running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from resumes.review.document import Line
from resumes.review.parsed import Piece
from resumes.review.understanding.headings import Look, look
from resumes.review.understanding.heads import LABEL, is_employer, is_title
from resumes.review.understanding.periods import around, lengths, periods
from resumes.review.understanding.pieces import gaps, split, whole, without
from resumes.review.understanding.places import is_place, places

MOST_LETTERS, MOST_WORDS, SHORT = 110, 15, 60
_ENDS_SENTENCE = re.compile(
    r"(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)(?<!\bJr)(?<!\bSr)(?<!\bSt)(?<!\bDept)(?<!\b[A-Z])[.;!?]$"
)
_DETAIL = re.compile(r"^[^\W\d_][\w /&'-]{2,28}:\s+\S")
_COMMAS = re.compile(r",\s+|\t|\s[|•·–—-]\s|\s{3,}|\s+at\s+|:\s+")
_DOING = re.compile(r"^[A-Z][a-z]+(?:ed|ing)\s")


class Role(Enum):
    """What a line does in its section."""

    HEAD = "head"
    ITEM = "item"
    PROSE = "prose"


@dataclass
class Row:
    """A line of a section."""

    line: Line
    # An empty line, or the heading, stands above it.
    is_apart: bool
    role: Role
    has_period: bool
    # Whether anything is left of it without time and place.
    has_text: bool
    # Whether its words look like a title, an employer or a place.
    has_evidence: bool = False


def rows_of(lines: Sequence[Line], usual: Look) -> list[Row]:
    """Every line that is not empty, with what it does."""
    rows = [_row(line, is_apart, usual) for line, is_apart in gaps(lines)]
    _promote(rows)
    return rows


def _row(line: Line, is_apart: bool, usual: Look) -> Row:
    piece = whole(line)
    found = periods(piece)
    spans = [around(piece, period) for period in found] + list(lengths(piece))
    rest = [part for part in without(piece, spans) if not is_place(part.text)]
    row = Row(line, is_apart, Role.PROSE, bool(found), bool(rest), _has_evidence(rest) or _ends_on_place(piece))
    if line.kind == "bullet":
        row.role = Role.ITEM
    elif (
        (LABEL.match(line.body) and not re.match(r"\W*(?:duties|responsib)", line.body, re.IGNORECASE))
        or _is_dated_head(piece, rest, found)
        or _is_styled_head(line, usual)
    ):
        row.role = Role.HEAD
    return row


def _is_dated_head(piece: Piece, rest: Sequence[Piece], found: Sequence[object]) -> bool:
    """A time, with little else beside it, or with a head before it."""
    if not found or (_DETAIL.match(piece.text) and not periods(piece)[0].starts_on):
        return False
    length = sum(len(part.text) for part in rest)
    is_stretch = any(period.starts_on or period.is_current for period in periods(piece))
    if not is_stretch:
        return length <= SHORT and not _ENDS_SENTENCE.search(piece.text) and (not rest or _has_evidence(rest))
    if length <= MOST_LETTERS:
        return not _is_doing(piece.text)
    # The rest of the entry follows on the same line.
    return bool(rest) and len(rest[0].text) <= MOST_LETTERS and rest[0].start == piece.start and _has_evidence(rest[:1])


def _is_styled_head(line: Line, usual: Look) -> bool:
    """Set apart by its letters, and short."""
    its = look(line)
    differs = its.is_marked or (line.bold and not usual.is_bold) or line.italic or (its.is_upper and not usual.is_upper)
    is_larger = its.size is not None and usual.size is not None and its.size > usual.size + 0.4
    return (differs or is_larger) and could_be_head(line)


def could_be_head(line: Line) -> bool:
    """Short, beginning with a capital or a figure, and no sentence."""
    text = line.body.strip()
    if len(text) > MOST_LETTERS or len(text.split()) > MOST_WORDS or _ENDS_SENTENCE.search(text) or not text:
        return False
    return (text[0].isupper() or not text[0].isalpha()) and not _DETAIL.match(text)


def _is_doing(text: str) -> bool:
    """Whether it tells what someone did, and not what someone was."""
    return bool(_DOING.match(text)) and not is_title(_COMMAS.split(text)[0])


def _has_evidence(pieces: Sequence[Piece]) -> bool:
    """Whether a part of it is like a title or an employer."""
    parts = [part for piece in pieces for part in split(piece, _COMMAS)]
    return any(is_title(part.text) or is_employer(part.text) for part in parts)


def _ends_on_place(piece: Piece) -> bool:
    """“Shoreline Periodontics, Branford, CT”."""
    found = places(piece) if len(piece.text) <= MOST_LETTERS else []
    return bool(found) and found[-1].end >= piece.end - 2


def _promote(rows: list[Row]) -> None:
    """Plain lines next to a head belong to it, where they can."""
    for at in range(len(rows) - 2, -1, -1):
        if rows[at].role is Role.PROSE and rows[at + 1].role is Role.HEAD and _leads(rows, at):
            rows[at].role = Role.HEAD
    for at in range(1, len(rows)):
        if rows[at].role is Role.PROSE and rows[at - 1].role is Role.HEAD and _follows(rows, at):
            rows[at].role = Role.HEAD


def _leads(rows: Sequence[Row], at: int) -> bool:
    """Whether a plain line above a head is part of it."""
    row, following = rows[at], rows[at + 1]
    if not could_be_head(row.line) or _is_doing(row.line.body) or (following.is_apart and not row.has_evidence):
        return False
    is_first = at == 0 or row.is_apart or rows[at - 1].role is not Role.PROSE
    lacks = not following.has_text or following.has_evidence or row.has_evidence
    return lacks and (row.has_evidence or is_first)


def _follows(rows: Sequence[Row], at: int) -> bool:
    """Whether a plain line below a head is part of it."""
    row, before = rows[at], rows[at - 1]
    text = row.line.body
    if row.is_apart or not could_be_head(row.line) or _is_doing(text) or not text[:1].isupper():
        return False
    following = rows[at + 1] if at + 1 < len(rows) else None
    is_inside = (
        following is not None and following.role is Role.HEAD and not following.is_apart and not following.has_text
    )
    is_last = following is not None and following.role is Role.ITEM and len(text) <= SHORT and before.has_period
    return row.has_evidence or is_inside or is_last
