"""The lines of a section, told apart: heads of entries, items of lists, running text."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from resumes.review.document import Line
from resumes.review.parsed import Piece
from resumes.review.understanding.headings import Look, look
from resumes.review.understanding.heads import LABEL, is_address, is_employer, is_title
from resumes.review.understanding.periods import around, lengths, periods
from resumes.review.understanding.pieces import gaps, split, whole, without
from resumes.review.understanding.places import is_place, places
from resumes.review.understanding.verbs import begins_with_verb

MOST_LETTERS, MOST_WORDS, SHORT = 110, 15, 60
# Between an employer's name and the position there are no more lines than these.
MOST_DETAILS = 4
# What ends on a point without ending a sentence.
_ABBREVIATED = re.compile(r"\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|Dept|Bros|Mfg|[A-Z]|[A-Z]\.[A-Z])\.$")
_DETAIL = re.compile(r"^[^\W\d_][\w /&'-]{2,28}:\s+\S")
_COMMAS = re.compile(r",\s+|\t|\s[|•·–—-]\s|\s{3,}|\s+at\s+|:\s+")
_BEGINNING = re.compile(r"\W*[\w-]+,?\s+(?=[a-z\d$])")


class Role(Enum):
    """What a line does in its section."""

    HEAD = "head"
    ITEM = "item"
    PROSE = "prose"
    # Says more about the employer, between its name and the position.
    DETAIL = "detail"


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
    # What stands before its colon, as in "Employer: Acme".
    label: str = ""


def rows_of(lines: Sequence[Line], usual: Look) -> list[Row]:
    """Every line that is not empty, with what it does."""
    rows = [_row(line, is_apart, usual) for line, is_apart in gaps(lines)]
    _promote(rows)
    return rows


def _row(line: Line, is_apart: bool, usual: Look) -> Row:
    piece = whole(line)
    found = periods(piece)
    spans = [around(piece, period) for period in found] + list(lengths(piece))
    rest = [part for part in without(piece, spans) if not is_place(part.text) and not is_address(part)]
    row = Row(line, is_apart, Role.PROSE, bool(found), bool(rest), _has_evidence(rest) or _ends_on_place(piece))
    if label := LABEL.match(line.body):
        row.label = " ".join(label["what"].casefold().split())
    if line.kind == "bullet":
        row.role = Role.ITEM
    elif row.label:
        row.role = Role.PROSE if row.label.startswith(("duties", "responsib")) else Role.HEAD
    elif _is_dated_head(piece, rest, found) or _is_styled_head(line, usual) or _is_place_alone(row):
        row.role = Role.HEAD
    return row


def _is_place_alone(row: Row) -> bool:
    return not row.has_text and not row.has_period and not row.is_apart


def _is_dated_head(piece: Piece, rest: Sequence[Piece], found: Sequence[object]) -> bool:
    """A time, with little else beside it, or with a head before it."""
    if not found or (_DETAIL.match(piece.text) and not periods(piece)[0].starts_on):
        return False
    length = sum(len(part.text) for part in rest)
    is_stretch = any(period.starts_on or period.is_current for period in periods(piece))
    if not is_stretch:
        return length <= SHORT and not _ends_sentence(piece.text) and (not rest or _has_evidence(rest))
    if length <= MOST_LETTERS:
        return not _is_doing(piece.text) or _ends_on_time(piece)
    # The rest of the entry follows on the same line.
    return bool(rest) and len(rest[0].text) <= MOST_LETTERS and rest[0].start == piece.start and _has_evidence(rest[:1])


def _ends_on_time(piece: Piece) -> bool:
    """“Foster and transport, Paws Rescue, 2015 to present”, and not “Led the team from 2015 to 2017”."""
    last = periods(piece)[-1]
    before = piece.text[: last.start - piece.start]
    return last.end >= piece.end - 1 and bool(re.search(r"[,(|\t–—-]\s*$", before))


def _is_styled_head(line: Line, usual: Look) -> bool:
    """Set apart by its letters, and short."""
    its = look(line)
    differs = its.is_marked or (line.bold and not usual.is_bold) or line.italic or (its.is_upper and not usual.is_upper)
    is_larger = its.size is not None and usual.size is not None and its.size > usual.size + 0.4
    return (differs or is_larger) and could_be_head(line)


def could_be_head(line: Line) -> bool:
    """Short, beginning with a capital or a figure, and no sentence."""
    text = line.body.strip()
    if len(text) > MOST_LETTERS or len(text.split()) > MOST_WORDS or _ends_sentence(text) or not text:
        return False
    return (text[0].isupper() or not text[0].isalpha()) and not _DETAIL.match(text)


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", ";", "!", "?")) and not _ABBREVIATED.search(text[-12:])


def _is_doing(text: str) -> bool:
    """Whether it tells what someone did, and not what someone was."""
    return bool(_BEGINNING.match(text)) and begins_with_verb(text) and not is_title(re.split("[,;]", text)[0])


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
    if not _has_dated_head(rows):
        _promote_items(rows)
    _promote_where(rows, range(1, len(rows) - 1), _is_dated_alone)
    _promote_where(rows, range(len(rows) - 2, -1, -1), _leads)
    if not _has_dated_head(rows):
        _promote_undated(rows)
    _promote_where(rows, range(1, len(rows)), _follows)
    for at in range(1, len(rows)):
        if rows[at].role is Role.HEAD and rows[at].has_period and rows[at - 1].role is Role.PROSE:
            _promote_employer(rows, at)


def _has_dated_head(rows: Sequence[Row]) -> bool:
    return any(row.role is Role.HEAD and row.has_period for row in rows)


def _promote_where(rows: list[Row], order: Iterable[int], belongs: Callable[[Sequence[Row], int], bool]) -> None:
    for at in order:
        if rows[at].role is Role.PROSE and belongs(rows, at):
            rows[at].role = Role.HEAD


def _promote_items(rows: list[Row]) -> None:
    """Jobs that are themselves the items of a list: "• Welder, Acme Steel, 2012 to 2016"."""
    for row in rows:
        found = periods(whole(row.line)) if row.role is Role.ITEM and len(row.line.body) <= MOST_LETTERS else []
        if row.has_evidence and any(period.starts_on for period in found) and not begins_with_verb(row.line.body):
            row.role = Role.HEAD


def _is_dated_alone(rows: Sequence[Row], at: int) -> bool:
    """“Crew, Chipotle, 2021” above a list."""
    row, before, behind = rows[at], rows[at - 1], rows[at + 1]
    if not row.has_period or len(row.line.body) > SHORT or not could_be_head(row.line):
        return False
    found = periods(whole(row.line))
    ends = found[-1].end >= row.line.end - 1 or found[0].start <= row.line.body_start + 1
    return ends and behind.role is Role.ITEM and (before.role is Role.ITEM or row.is_apart)


def _promote_employer(rows: list[Row], at: int) -> None:
    """The employer's name above a sentence about the employer, above the position."""
    for above in range(at - 1, max(-1, at - 1 - MOST_DETAILS), -1):
        row = rows[above]
        if row.role is not Role.PROSE:
            return
        is_begin = row.is_apart or above == 0 or rows[above - 1].role is Role.ITEM
        if is_begin and above < at - 1 and could_be_head(row.line) and row.has_evidence:
            row.role = Role.HEAD
            for between in rows[above + 1 : at]:
                between.role = Role.DETAIL
            return


def _promote_undated(rows: list[Row]) -> None:
    """In a section without times, what stands above a list and is like a title or an employer is a head."""
    for row, following in pairwise(rows):
        if row.role is Role.PROSE and following.role is Role.ITEM and row.has_evidence and could_be_head(row.line):
            row.role = Role.HEAD


def _leads(rows: Sequence[Row], at: int) -> bool:
    """Whether a plain line above a head is part of it."""
    row, following = rows[at], rows[at + 1]
    if (
        following.role is not Role.HEAD
        or not could_be_head(row.line)
        or _is_doing(row.line.body)
        or (following.is_apart and not row.has_evidence)
    ):
        return False
    is_first = at == 0 or row.is_apart or rows[at - 1].role is not Role.PROSE or _lacks_text(rows, at + 1)
    lacks = not following.has_text or following.has_evidence or row.has_evidence
    return lacks and (row.has_evidence or is_first)


def _lacks_text(rows: Sequence[Row], at: int) -> bool:
    """Whether the head that begins here is all time and place."""
    for row in rows[at:]:
        if row.role is not Role.HEAD:
            break
        if row.has_text:
            return False
    return True


def _follows(rows: Sequence[Row], at: int) -> bool:
    """Whether a plain line below a head is part of it."""
    row, before = rows[at], rows[at - 1]
    text = row.line.body
    if (
        before.role is not Role.HEAD
        or row.is_apart
        or not could_be_head(row.line)
        or _is_doing(text)
        or not text[:1].isupper()
    ):
        return False
    following = rows[at + 1] if at + 1 < len(rows) else None
    is_inside = (
        following is not None and following.role is Role.HEAD and not following.is_apart and not following.has_text
    )
    is_last = following is not None and following.role is Role.ITEM and len(text) <= SHORT and before.has_period
    return row.has_evidence or is_inside or is_last
