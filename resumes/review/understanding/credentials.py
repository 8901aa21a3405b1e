"""Certifications, licenses and registrations, each with the dates beside it."""

import re
from collections.abc import Sequence

from resumes.review.document import Line
from resumes.review.parsed import Certification, Period, Piece
from resumes.review.understanding.periods import around, periods
from resumes.review.understanding.pieces import cut, gaps, split, strip, whole
from resumes.review.understanding.places import is_place
from resumes.review.understanding.sections import Block

MOST_LETTERS = 140
# A line is a list of names where there are this many, none of more words than these.
FEWEST, MOST_WORDS = 3, 3
_STRONG = re.compile(r"\s*[|•●▪■◆]\s*|;\s+|\t")
_COMMA = re.compile(r",\s+")
_NUMBER = re.compile(
    r"(?:[,;:(–—-]\s*)?\s*"
    r"(?:(?<=[,;:(–—-] )(?:certificat(?:e|ion)|licen[cs]e|registration|reg\.?|cert\.?|lic\.?|member|id)\s*)?"
    r"(?:#|no\.?\s|number\b|nr\.?\s)\s*:?\s*[A-Z]{0,4}[\w.-]*\d[\w.-]*\)?",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"[\s,:(–—-]+(?=[A-Z\d.\s-]{0,12}\d)[A-Z]{0,3}[.\s-]?\d{4,}[A-Z]{0,2}(?:-[A-Z\d]+)?\)?(?=[\s,;.)]|$)|,\s+\d{4,}-?[A-Z]\b"
)
_EXPIRES = re.compile(
    r"(?:exp(?:ir(?:es|ed|y|ing|ation))?\.?|valid (?:through|until|thru|to)|good (?:through|until)|"
    r"renew(?:s|al)?(?:\s+(?:due|by|date))?|current (?:through|until|to)|until|through|thru|recert\w*\s+due)"
    r"(?:\s+(?:date|on|in))?\s*[:.–-]?\s*$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"[\s,;(–—-]*(?:issued|earned|obtained|received|awarded|completed|granted|passed|since|renewed|recertified|certified|current|active|in)(?:\s+(?:date|on|in))?\s*[:.–-]?\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[\s,;:(–—-]*(?:exp(?:ir(?:es|ed|y|ing|ation))?\.?|valid|good|renew(?:s|al|ed)?|current|active|issued|obtained|recertified)?(?:\s+(?:date|on|in|through|until|thru|to|by|due))*\s*[:.–-]?\s*$",
    re.IGNORECASE,
)
_STATE_LINE = re.compile(r"^(?:state of|board|issued|license|number|expir|exp\b|credential id)", re.IGNORECASE)


def certifications_of(block: Block) -> list[Certification]:
    """Every credential of a section."""
    found: list[Certification] = []
    for line, _ in gaps(block.lines):
        if len(line.body) <= MOST_LETTERS:
            found += _of_line(line)
    return found


def _of_line(line: Line) -> list[Certification]:
    pieces: list[Piece] = []
    for piece in split(whole(line), _STRONG):
        dates_only = periods(piece) and not _name(piece, periods(piece))
        if pieces and (dates_only or is_place(piece.text)):
            pieces[-1] = Piece(
                line.text[pieces[-1].start - line.start : piece.end - line.start], pieces[-1].start, piece.end
            )
        else:
            pieces += _listed(piece)
    return [found for piece in pieces if (found := _certification(piece))]


def _listed(piece: Piece) -> list[Piece]:
    """“BLS, ACLS, PALS” is three; “Basic Life Support (BLS), American Heart Association” is one."""
    parts = split(piece, _COMMA)
    if len(parts) == 1 or periods(piece) or _NUMBER.search(piece.text) or _CODE.search(piece.text):
        return [piece]
    short = [len(part.text.split()) <= MOST_WORDS and any(sign.isupper() for sign in part.text) for part in parts]
    codes = [bool(re.search(r"\b[A-Z]{2,}\b|\d", part.text)) for part in parts]
    is_list = all(codes) or (len(parts) >= FEWEST and sum(short) >= max(FEWEST, len(parts) - 1))
    return parts if is_list and not any(is_place(part.text) for part in parts[1:]) else [piece]


def _certification(piece: Piece) -> Certification | None:
    found = periods(piece)
    name = _name(piece, found)
    if not name or not any(sign.isalpha() for sign in name.text) or is_place(name.text):
        return None
    issued, expires = _dates(piece, found)
    return Certification(name, issued, expires)


def _name(piece: Piece, found: Sequence[Period]) -> Piece | None:
    """What stands before the number and the dates, or behind them where they come first."""
    text = piece.text
    ends = [len(text)]
    for form in (_NUMBER, _CODE):
        ends += [match.start() or len(text) for match in form.finditer(text)][:1]
    for period in found:
        start = around(piece, period)[0] - piece.start
        lead = _LEAD.search(text, 0, start)
        ends.append(lead.start() if lead else start)
    begin = 0
    if found and min(ends) <= 1:
        begin, ends = around(piece, found[0])[1] - piece.start, [len(text)]
    name = strip(cut(piece, begin, max(begin, min(ends))))
    return name if name.text else None


def _dates(piece: Piece, found: Sequence[Period]) -> tuple[str | None, str | None]:
    issued = expires = None
    for period in found:
        before = piece.text[: around(piece, period)[0] - piece.start]
        if period.starts_on:
            issued, expires = issued or period.starts_on, expires or period.ends_on
        elif _EXPIRES.search(before) and not _ISSUED.search(before):
            expires = expires or period.ends_on
        else:
            issued = issued or period.ends_on
    return issued, expires
