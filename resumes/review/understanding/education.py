"""Degrees, diplomas and courses: one entry for each, with its school and its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from resumes.review.document import Line
from resumes.review.parsed import Education, Period, Piece
from resumes.review.understanding.heads import employer_score
from resumes.review.understanding.periods import around, lengths, periods
from resumes.review.understanding.pieces import cut, gaps, split, strip, whole, without
from resumes.review.understanding.places import is_place, places
from resumes.review.understanding.sections import Block
from resumes.review.understanding.words import expressions, parts, words

MOST_LETTERS = 150
# The kinds of awards in `data/awards.txt` that stand before this one are degrees.
DIPLOMA = 4
_STRONG = re.compile(
    r"\s*(?:[-–—_]{4,}|\.{4,})\s*|\t|\s[|•·‧◆●▪■]\s?|\s*[|•●▪■◆]\s*|\s[–—-]{1,2}\s|\s[–—]|[–—]\s|\s{3,}|;\s|(?<=[^\W\d_)]):\s+|\s+(?:from|at)\s+(?=[A-Z])"
)
_COMMA = re.compile(r",\s+|(?<=[a-z]{2})\.\s+(?=[A-Z][a-z]{3})")
_DETAIL = re.compile(
    r"^\W*(?:c?gpa\b|grade\b|honou?rs?\b|dean|relevant|related|coursework|courses\b|major\b|minor\b|concentration|emphasis|"
    r"speciali[sz]|focus|thesis|dissertation|advisor|adviser|activities|member|awards?\b|scholarship|cum laude|magna|"
    r"summa|with (?:honors|distinction)|capstone|president|volunteer|study abroad|studied|graduated|completed|"
    r"electives|skills|topics|credits?\b|\d[\d.,]*\s*(?:/|out of|gpa|credit|semester|hours|clock)|"
    r"class rank|top \d|first generation|languages?|projects?|clinical|honors)",
    re.IGNORECASE,
)
_GPA = re.compile(
    r"[,;(|\s]*\b(?:c?gpa|grade)\b\s*(?:of|:|-)?\s*\d(?:[.,]\d+)?(?:\s*(?:/|out of)\s*\d(?:[.,]\d+)?)?\)?|"
    r"\b\d\.\d+\s*gpa\b",
    re.IGNORECASE,
)
_HIGH_SCHOOL_AWARD = re.compile(
    r"high\s+school\s+(?:diploma|graduate|equivalen|education|certificate)|school\s+(?:leaving\s+)?certificate",
    re.IGNORECASE,
)
_ENDS_AS_AWARD = re.compile(r"\b(?:diploma|certificate|degree|equivalency)\s*$", re.IGNORECASE)
# A degree that does not say in what.
_BARE_DEGREE = re.compile(
    r"(?:(?:bachelor|master|associate|doctor)(?:['’]?s)?(?:\s+degree)?(?:\s+of\s+(?:(?:applied|liberal|general)\s+)?"
    r"(?:science|arts|fine\s+arts|engineering|business|philosophy|education|technology))?|[a-z]{1,4}\.?(?:\s?[a-z]{1,4}\.?){0,3})"
    r"(?:\s+degree)?(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:in progress|ongoing|currently enrolled|incomplete|attending)\b", re.IGNORECASE)


@dataclass
class Entry:
    """What is gathered for one degree."""

    start: int
    end: int
    award: Piece | None = None
    school: Piece | None = None
    location: Piece | None = None
    period: Period | None = None
    unknown: list[Piece] = field(default_factory=list)


def education_of(block: Block) -> list[Education]:
    """Every degree, diploma or course of a section."""
    entries: list[Entry] = []
    for line, is_apart in gaps(block.lines):
        _take(entries, line, is_apart)
    known = [entry for entry in entries if entry.award or entry.school or (entry.unknown and entry.period)]
    _inherit(known)
    return [_finished(entry) for entry in known]


def _take(entries: list[Entry], line: Line, is_apart: bool) -> None:
    """Sort a line's pieces into the entry they belong to."""
    if _is_detail(line):
        if entries:
            entries[-1].end = line.end
            _add_period(entries[-1], periods(whole(line)))
        return
    for at, piece in enumerate(_entries_of(whole(line))):
        found = periods(piece)
        entry = Entry(piece.start, piece.end)
        for part in _rest(piece, found):
            _sort(entry, part)
        _add_period(entry, found)
        if entries and at == 0 and _belongs(entries[-1], entry, is_apart):
            _merge(entries[-1], entry)
        else:
            entries.append(entry)


def _entries_of(piece: Piece) -> list[Piece]:
    """Lines that were run together, each with its own time and award, taken apart again."""
    found = periods(piece)
    awards = sum(bool(_ranks(part.text)) for part in split(piece, _COMMA))
    if len(found) == 1 or len(found) > awards or not found:
        return [piece]
    is_first = not piece.text[: found[0].start - piece.start].strip()
    cuts = [period.start for period in found[1:]] if is_first else [period.end for period in found[:-1]]
    bounds = [piece.start, *cuts, piece.end]
    return [strip(cut(piece, a - piece.start, b - piece.start)) for a, b in pairwise(bounds)]


def _is_detail(line: Line) -> bool:
    """Whether the line only tells more about the entry above."""
    text = line.body
    if line.kind == "bullet" and not _ranks(text) and not is_school(text):
        return True
    if _DETAIL.match(text) and not (is_school(text) and periods(whole(line))):
        return not any(rank < DIPLOMA for rank in _ranks(text)) or bool(
            re.match(r"\W*(?:gpa|relevant|course|minor|dissert|thesis)", text, re.IGNORECASE)
        )
    return len(text) > MOST_LETTERS and not periods(whole(line))


def _rest(piece: Piece, found: Sequence[Period]) -> list[Piece]:
    spans = [around(piece, period) for period in found]
    spans += [span for span in lengths(piece) if not any(a <= span[0] < b for a, b in spans)]
    spans += [(piece.start + match.start(), piece.start + match.end()) for match in _GPA.finditer(piece.text)]
    spans += [(piece.start + match.start(), piece.start + match.end()) for match in _OPEN.finditer(piece.text)]
    kept = [part for part in without(piece, spans) for part in split(part, _STRONG)]
    return [part for part in kept if len(part.text) > 1]


def _sort(entry: Entry, part: Piece) -> None:
    """Divide a piece at its commas, and give each group of pieces its place."""
    groups: list[tuple[str, list[Piece]]] = []
    for small in split(_without_place(entry, part), _COMMA):
        if is_place(small.text):
            entry.location = entry.location or small
            continue
        kind = _kind(small.text)
        if groups and _goes_on(groups[-1], kind, small):
            groups[-1][1].append(small)
        else:
            groups.append(("unknown" if kind == "detail" and groups else kind, [small]))
    for kind, pieces in groups:
        _give(entry, Piece(", ".join(piece.text for piece in pieces), pieces[0].start, pieces[-1].end), kind)


def _goes_on(group: tuple[str, list[Piece]], kind: str, piece: Piece) -> bool:
    """Whether a piece behind a comma belongs to the one before."""
    before, pieces = group
    if kind == before:
        return not (kind == "award" and _both_degrees(pieces[-1], piece))
    if before == "award" and kind == "unknown":
        return len(pieces) == 1 and not _is_complete(pieces[0].text)
    # "B.A., History, with distinction"; "College of Nursing, North Campus".
    return kind == "detail" or (before == "school" and bool(re.search("campus|branch", piece.text, re.IGNORECASE)))


def _is_complete(award: str) -> bool:
    """Whether an award says in what: "Bachelor of Arts in History", "GED"; what follows is rather a school."""
    if is_degree(award):
        return not _BARE_DEGREE.fullmatch(award)
    return len(award.split()) > 1 or award.isupper()


def _both_degrees(first: Piece, second: Piece) -> bool:
    return is_degree(first.text) and is_degree(second.text)


def is_degree(text: str) -> bool:
    """Whether it names a degree of a college."""
    return any(rank < DIPLOMA for rank in _ranks(text))


def _give(entry: Entry, piece: Piece, kind: str) -> None:
    if kind == "award" and entry.award is None:
        entry.award = piece
    elif kind == "award" and entry.award and set(_ranks(piece.text)) & set(_ranks(entry.award.text)):
        # “Bachelor of Arts - BA, Psychology” names one award twice.
        entry.award = Piece(f"{entry.award.text} - {piece.text}", entry.award.start, piece.end)
    elif kind == "school" and entry.school is None:
        entry.school = piece
    elif kind == "unknown":
        entry.unknown.append(piece)


def _without_place(entry: Entry, part: Piece) -> Piece:
    for place in reversed(places(part)):
        before = part.text[: place.start - part.start]
        behind = part.text[place.end - part.start :].strip(" ,.)")
        if not behind and (not before.strip() or re.search(r"[,(]\s*$", before)):
            entry.location = entry.location or place
            return strip(cut(part, 0, place.start - part.start))
    return part


def _kind(text: str) -> str:
    """Award, school, detail, or not known."""
    if is_school(text) and not _ENDS_AS_AWARD.search(text):
        return "school"
    if _ranks(text) or (text.isupper() and text.casefold() in words("credentials")):
        return "award"
    return "detail" if _DETAIL.match(text) else "unknown"


def _ranks(text: str) -> list[int]:
    """The kinds of awards that the text names, from 0, the highest."""
    return [rank for rank, form in enumerate(expressions("awards")) if form.search(text)]


@cache
def _school_words() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{line})", re.IGNORECASE) for line in parts("schools")["name"])


def is_school(text: str) -> bool:
    """Whether the text names a school."""
    bare = _HIGH_SCHOOL_AWARD.sub(" ", text)
    return any(form.search(bare) for form in _school_words()) or bool(re.search(r"\bhigh\s*$", bare, re.IGNORECASE))


def _add_period(entry: Entry, found: Sequence[Period]) -> None:
    if found and entry.period is None:
        entry.period = found[-1]


def _belongs(entry: Entry, new: Entry, is_apart: bool) -> bool:
    """Whether a line goes on with the entry above."""
    if not (new.award or new.school or new.unknown or new.period or new.location):
        return True
    if is_apart and (new.award or new.school) and entry.award and entry.school:
        return False
    clash = (new.award and entry.award) or (new.school and entry.school) or (new.period and entry.period)
    if clash:
        return bool(new.award is None and new.school is None and new.period is None)
    is_more = bool(new.award or new.school or new.period or new.location)
    return is_more or not is_apart


def _merge(entry: Entry, new: Entry) -> None:
    entry.end = new.end
    entry.award, entry.school = entry.award or new.award, entry.school or new.school
    entry.location, entry.period = entry.location or new.location, entry.period or new.period
    entry.unknown += new.unknown


def _inherit(entries: list[Entry]) -> None:
    """Two degrees of one school, which is named once, above them."""
    for before, entry in pairwise(entries):
        if entry.school is None and not entry.unknown and entry.award and before.school and before.award:
            school_first = before.school.start < before.award.start
            if school_first and is_degree(entry.award.text):
                entry.school, entry.location = before.school, entry.location or before.location


def _finished(entry: Entry) -> Education:
    """What is known of neither kind is what is missing: first the award, then the school."""
    unknown = list(entry.unknown)
    award, school = entry.award, entry.school
    if unknown and school is None and award is not None:
        school = max(unknown, key=lambda piece: employer_score(piece.text))
    elif unknown and award is None and school is not None:
        award = unknown[0]
    elif unknown and award is None and school is None:
        award, school = unknown[0], unknown[1] if len(unknown) > 1 else None
    return Education(entry.start, entry.end, award, school, entry.location, entry.period)
