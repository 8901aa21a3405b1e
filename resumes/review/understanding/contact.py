"""How to reach the person: e-mail, phone, place and links, from the lines that say so."""

import re
from collections.abc import Iterable, Iterator, Sequence

from resumes.review.document import Line
from resumes.review.parsed import Piece
from resumes.review.understanding.periods import periods
from resumes.review.understanding.pieces import cut, strip, whole
from resumes.review.understanding.places import STREET, places

# How many digits a phone number has: behind a plus, behind a label, and where it begins with a country's own zero.
INTERNATIONAL, LABELED, NATIONAL = range(8, 16), range(7, 16), range(9, 14)
# How far before a number its label stands.
NEAR = 30
# No address is longer.
MOST_LETTERS = 160

EMAIL = re.compile(
    r"(?<![\w.+%@-])[A-Za-z0-9][\w.+%'-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24}(?![\w@-])"
)
# A picture of an envelope or a label can stick to the address.
_STUCK = re.compile(r"^(?:e-?mail|mailto|envelope|[\d+.-]{7,})(?=[a-z][a-z0-9]{2})", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w#/$-])(?<!\d\.)(?P<number>\+?\(?\d[\d\s().\-/–‑]{5,28}\d)"
    r"(?P<extension>\s*,?\s*(?:x|ext\.?|extension|#)\s*\d{1,6})?(?![\d%])(?![^\W\d]+(?![\w.+-]*@))(?!\s?[-/]\d)",
    re.IGNORECASE,
)
_FAX = re.compile(r"\bfax\b\W*$|\bf\s*:\s*$", re.IGNORECASE)
_LABELED = re.compile(
    r"(?<![^\W\d_])(?:phone|telephone|tel|cell|cellular|mobile|mob|ph|call|text|whatsapp|number|home|[cpmt])\b\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:#|\bno\b|licen[cs]e|\bid\b|number of|certificate|registration)[\s:#.]*$", re.IGNORECASE)
_US = re.compile(r"1?[2-9]\d{2}[2-9]\d{6}")
_LINK = re.compile(
    r"(?<![\w@.-])(?:https?://|www\.)[^\s|<>,;•]+|"
    r"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:com|net|org|io|dev|me|co|edu|gov|info|us|uk|ca|de|fr|app|design|art|site|"
    r"online|tech|page|blog|studio|portfolio|photography|xyz|pro|name|ai|in|test|example)(?:/[^\s|<>,;•]*)?(?![\w@-])",
    re.IGNORECASE,
)


def emails(piece: Piece) -> Iterator[Piece]:
    """Every e-mail address in a piece."""
    for match in EMAIL.finditer(piece.text):
        start = match.start()
        if stuck := _STUCK.match(match[0]):
            start += stuck.end()
        yield cut(piece, start, match.end())


def phones(piece: Piece) -> Iterator[Piece]:
    """Every phone number in a piece, fax numbers apart."""
    for match in _PHONE.finditer(piece.text):
        # A postal code may stand before the number without a mark between them.
        for group in re.finditer(r"\+?\(?\d[\d().-]*", match["number"]):
            start = match.start() + group.start()
            before = piece.text[max(0, start - NEAR) : start]
            if _is_phone(match["number"][group.start() :], before) and not _FAX.search(before):
                yield strip(cut(piece, start, match.end()), " \t\n,;|-–")
                break


def _is_phone(number: str, before: str) -> bool:
    digits = re.sub(r"\D", "", number)
    if _NUMBERED.search(before) or periods(Piece(number, 0, len(number))):
        return False
    if number.startswith("+"):
        return len(digits) in INTERNATIONAL
    if _LABELED.search(before):
        return len(digits) in LABELED
    return bool(_US.fullmatch(digits)) or (len(digits) in NATIONAL and digits[0] == "0")


def links(piece: Piece) -> Iterator[Piece]:
    """Every address on the net in a piece, e-mail addresses apart."""
    taken = [match.span() for match in EMAIL.finditer(piece.text)]
    for match in _LINK.finditer(piece.text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield strip(cut(piece, match.start(), match.end()), " .,;:)(")


def first_place(lines: Sequence[Line], without: Iterable[Piece] = ()) -> Piece | None:
    """The place that is written first, streets left out."""
    taken = list(without)
    for line in lines:
        piece = whole(line)
        if len(piece.text) > MOST_LETTERS or any(
            piece.start <= other.start < piece.end and other.end >= piece.end for other in taken
        ):
            continue
        for place in places(piece):
            if not any(place.start < other.end and other.start < place.end for other in taken):
                return _without_street(place)
    return None


def _without_street(place: Piece) -> Piece:
    """“2214 W. Example Ave Chicago, IL” without its street."""
    street = None
    for street in STREET.finditer(place.text):  # noqa: B007 -- the last one is wanted
        pass
    return strip(cut(place, street.end(), len(place.text))) if street and street.end() < len(place.text) else place


def is_contact(text: str) -> bool:
    """Whether the text tells how to reach someone."""
    piece = Piece(text, 0, len(text))
    return bool(EMAIL.search(text) or STREET.search(text) or any(phones(piece)) or any(links(piece)) or places(piece))
