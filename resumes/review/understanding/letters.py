"""What a cover letter has: whom it greets, for which employer, its paragraphs, its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumes.review.document import Line, ReadDocument
from resumes.review.parsed import Letter, Piece
from resumes.review.understanding.contact import EMAIL, is_contact
from resumes.review.understanding.heads import employer_score, is_employer, is_title
from resumes.review.understanding.periods import points
from resumes.review.understanding.pieces import cut, joined, split, strip, whole
from resumes.review.understanding.places import STREET, is_place

SALUTATION = re.compile(
    r"\W*(?:dear\b|to whom (?:it|this) may concern|ladies and gentlemen|sir or madam|"
    r"(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day))\b(?=[\s,!:]|$)|"
    r"(?:hiring|search) (?:manager|committee|team)\s*[,:]\s*$|"
    r"(?:mr|mrs|ms|mx|dr|prof)\.?\s+[^\W\d_][\w'’ -]{1,30}[,:]\s*$)",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\W*(?:(?:yours\s+)?(?:very\s+)?(?:sincerely|truly|faithfully|respectfully|cordially)(?:\s+(?:yours|submitted))?|"
    r"(?:very )?truly yours|yours\b.{0,12}|"
    r"(?:with\s+)?(?:(?:kind|best|warm|warmest|kindest|many)\s+)?(?:regards|wishes)|"
    r"all the best|best|cheers|thanks(?: again)?|many thanks|"
    r"thank you(?: (?:so much|very much|again|in advance|for your (?:time|consideration)"
    r"(?: and (?:time|consideration))?))?|"
    r"gratefully|with (?:gratitude|appreciation|respect|thanks)|warmly|god bless(?: you)?|take care|looking forward|"
    r"in appreciation)\s*[,.!–—-]*\s*$",
    re.IGNORECASE,
)
_WRITER = re.compile(r"^(?:re|subject|regarding|ref|reference)\b\s*[:.]", re.IGNORECASE)
_PERSON = re.compile(
    r"^(?:attn\.?:?\s*|attention:?\s*|c/o\s+)?(?:(?:mr|mrs|ms|mx|dr|prof|professor|rev|sgt|chief|capt|judge|hon)\.?\s+)?"
    r"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:[A-Z]\.|[A-ZÀ-Þ][\w'’-]*|de|la|van|von|der|del)){0,4}(?:,\s*(?:[A-Z][A-Za-z.]*\s?){1,3})?$",
)
_GREETED = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))\s+(?P<who>[^,:!\n]+)|"
    r"^(?P<titled>(?:mr|mrs|ms|mx|dr|prof)\.?\s+[^,:!\n]+)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:hiring|manager|sir|madam|committee|team|recruit\w*|human|resources|hr|department|whom|concern|all|there|everyone|"
    r"employer|staff|office|selection|search|director|supervisor|professional)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"to\s*:\s*", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_TITLED = re.compile(r"^(?:mr|mrs|ms|mx|dr|prof|professor|miss|rev|chief|judge)\b", re.IGNORECASE)
_ENCLOSURE = re.compile(r"^\W*(?:encl(?:osures?)?|attachments?|cc|p\.?s)\b", re.IGNORECASE)
SIGNATURE_WORDS = 6
# How many lines the end of a letter takes, and how long its lines are.
LINES_OF_END, LONG_LINE, MOST_LETTERS, DATE_LETTERS, SHORT_LINE = 8, 100, 90, 45, 60
PHONE_DIGITS = 10
# A date alone on its line may have this many signs beside it.
SIGNS = 5


@dataclass
class _Places:
    """The numbers of the lines that divide a letter."""

    salutation: int | None
    closing: int | None


def letter_of(document: ReadDocument, name: Piece | None) -> Letter:
    """Take a letter apart."""
    lines = [line for line in document.lines if line.text.strip()]
    at = _find(lines)
    above = lines[: at.salutation] if at.salutation is not None else lines[: _first_paragraph(lines)]
    body = lines[(len(above) if at.salutation is None else at.salutation + 1) : at.closing]
    salutation = whole(lines[at.salutation]) if at.salutation is not None else None
    addressee, employer = _addressed(_recipient(above, name))
    closing, signature = _end(lines, at)
    return Letter(
        addressee=addressee or _greeted(salutation),
        salutation=_short(salutation),
        employer=employer,
        date=_date(above),
        paragraphs=tuple(_paragraphs(body, document)),
        closing=closing,
        signature=signature,
    )


def _find(lines: Sequence[Line]) -> _Places:
    salutation = next((at for at, line in enumerate(lines[:30]) if SALUTATION.match(line.text)), None)
    after = 0 if salutation is None else salutation + 1
    closings = [at for at, line in enumerate(lines) if at > after and CLOSING.match(line.text)]
    behind = [at for at in closings if len(lines) - at <= LINES_OF_END]
    return _Places(salutation, behind[0] if behind else None)


def _first_paragraph(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if len(line.text) > LONG_LINE), 0)


def _short(salutation: Piece | None) -> Piece | None:
    """The greeting without the sentence that goes on behind it."""
    if salutation and len(salutation.text) > MOST_LETTERS and (end := re.search(r"[,:]\s", salutation.text)):
        return cut(salutation, 0, end.start() + 1)
    return salutation


def _recipient(above: Sequence[Line], name: Piece | None) -> list[Line]:
    """The block of the addressee: the lines before the greeting, behind the date and what is the writer's."""
    kept: list[Line] = []
    for line in above:
        text = line.text.strip()
        if (
            _date([line])
            or EMAIL.search(text)
            or _has_phone(text)
            or (name and name.start <= line.end and line.start <= name.end)
        ):
            kept = [other for other in kept if _TO.match(other.text)]
        elif not _WRITER.match(text) and not SALUTATION.match(text):
            kept.append(line)
    return kept


def writers(document: ReadDocument, name: Piece | None) -> list[Line]:
    """The lines of a letter that are not about its addressee."""
    lines = [line for line in document.lines if line.text.strip()]
    at = _find(lines)
    above = lines[: at.salutation] if at.salutation is not None else lines[: _first_paragraph(lines)]
    recipient = _recipient(above, name)
    return [line for line in lines if line not in recipient]


def _has_phone(text: str) -> bool:
    return sum(sign.isdigit() for sign in text) >= PHONE_DIGITS


def _date(above: Sequence[Line]) -> Piece | None:
    for line in above:
        found = points(line.text)
        if (
            found
            and re.search(r"\d{4}|/", line.text)
            and len(line.text) <= DATE_LETTERS
            and found[0].end - found[0].start > SIGNS
        ):
            piece = whole(line)
            return (
                strip(piece)
                if len(piece.text) - (found[0].end - found[0].start) <= SIGNS
                else cut(piece, found[0].start, found[0].end)
            )
    return None


def _addressed(block: Sequence[Line]) -> tuple[Piece | None, Piece | None]:
    """The person and the employer of the addressee's block."""
    person = employer = None
    best = 0.0
    for line in block:
        piece = strip(whole(line))
        if is_place(piece.text) or STREET.search(piece.text) or _is_attention(piece.text):
            continue
        if to := _TO.match(piece.text):
            piece = cut(piece, to.end(), len(piece.text))
        named = [part for part in split(piece, _COMMA) if not _NOBODY.search(part.text)]
        if _NOBODY.search(piece.text) and named:
            piece = named[0]
        score = employer_score(piece.text) - 0.5 * (is_title(piece.text))
        if person is None and _is_person(piece.text):
            person = piece
        elif score > best or (score == best and score > 0 and employer is None):
            best, employer = score, piece
    return person, employer


def _is_attention(text: str) -> bool:
    return bool(re.match(r"(?:attn|attention)\b", text, re.IGNORECASE)) and bool(_NOBODY.search(text))


def _is_person(text: str) -> bool:
    if not _PERSON.match(text) or _NOBODY.search(text) or len(text) > DATE_LETTERS:
        return False
    is_titled = bool(_TITLED.match(text))
    return is_titled or (
        len(text.split()) > 1 and not is_employer(text) and not is_title(text) and not is_contact(text)
    )


def _greeted(salutation: Piece | None) -> Piece | None:
    """The person in the greeting; “Hiring Manager” is none."""
    match = _GREETED.search(salutation.text) if salutation else None
    if not salutation or not match:
        return None
    who = strip(cut(salutation, *match.span("who" if match["who"] else "titled")))
    is_person = not _NOBODY.search(who.text) and len(who.text.split()) <= SIGNATURE_WORDS and who.text[:1].isupper()
    return who if is_person else None


def _paragraphs(body: Sequence[Line], document: ReadDocument) -> list[Piece]:
    """The running text; lines that one paragraph was broken into are joined, where blank lines part paragraphs."""
    starts = {line.start for line in body}
    has_gaps = sum(not line.text.strip() for line in document.lines) > 1
    found: list[list[Piece]] = []
    is_apart = True
    for line in document.lines:
        if not line.text.strip():
            is_apart = True
        elif line.start in starts:
            broken = bool(found) and not is_apart and has_gaps and line.kind == "text" and not _ends(found[-1][-1].text)
            if broken:
                found[-1].append(whole(line))
            else:
                found.append([whole(line)])
            is_apart = False
    return [joined(pieces) for pieces in found]


def _ends(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", ":", "”", '"')) and len(text) < SHORT_LINE


def _end(lines: Sequence[Line], at: _Places) -> tuple[Piece | None, Piece | None]:
    if at.closing is None:
        return None, None
    closing = whole(lines[at.closing])
    for line in lines[at.closing + 1 : at.closing + 4]:
        text = line.text.strip()
        if _ENCLOSURE.match(text) or EMAIL.search(text) or len(text.split()) > SIGNATURE_WORDS:
            break
        if any(sign.isalpha() for sign in text):
            return closing, strip(whole(line), " \t,")
    return closing, None
