"""The head of a job: which of its pieces is the title, the employer, the place and the time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from resumes.review.document import Line
from resumes.review.parsed import Period, Piece
from resumes.review.understanding.contact import emails, links, phones
from resumes.review.understanding.memory import remembered
from resumes.review.understanding.periods import around, lengths, periods
from resumes.review.understanding.pieces import cut, joined, split, strip, tokens, whole, without
from resumes.review.understanding.places import STREET, is_place, places
from resumes.review.understanding.words import parts, words

# Which of the two comes first in a section: above 0 the title, below 0 the employer.
Order = float

MOST_LETTERS = 90
MOST_PIECES = 8
# From here on a piece is taken for a title, or for an employer, without looking at what stands beside it.
CLEAR_TITLE, CLEAR_EMPLOYER = 3.0, 1.4

_STRONG = re.compile(
    r"\s*(?:[-–—_]{4,}|\.{4,})\s*|\t|\s[|•·‧◆●▪■/]\s?|\s*[|•●▪■◆]\s*|\s[–—-]{1,2}\s|\s[–—]|[–—]\s|\s{3,}|;\s|\s-(?=\s)"
)
_COLON = re.compile(r"(?<=[^\W\d_]):\s+")
_COMMA = re.compile(r",\s+")
_AT = re.compile(r"\s+(?:at|with|for|@)\s+(?=(?:the\s+)?[A-Z\d“\"])|\s*@\s*(?=[A-Z])")
LABEL = re.compile(
    r"^\W*(?P<what>job\s+title|position(?:\s+title)?|title|role|employer|company|organization|place\s+of\s+work|location|city(?:/state)?|"
    r"dates?(?:\s+(?:employed|of\s+employment))?|period|duties|responsibilities)\s*[:–]\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_LABELS = {
    "title": ("job title", "position", "position title", "title", "role"),
    "employer": ("employer", "company", "organization", "place of work"),
    "location": ("location", "city", "city/state"),
}
_TITLE_TAIL = re.compile(r"\s+(?:to|of|for|in|at|[–—-])\s.*$|\s*[(,/].*$|\s+(?:[ivx]+|\d+)$", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:department|dept\.?|city|county|town|university|state|office|bank|ministry|bureau|village|"
    r"church) of\b|^u\.?s\.? ",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:self[- ]employed|freelance|independent|private household|own business|various|myself)\b", re.IGNORECASE
)
_NOISE = re.compile(
    r"^(?:full[- ]?time|part[- ]?time|contract|temporary|seasonal|per diem|prn|remote|hybrid|internship|"
    r"hours per week.*|\d+\s*(?:hours?|hrs?)\b.*)$",
    re.IGNORECASE,
)


@dataclass
class Head:
    """What the lines above a job's bullets say."""

    lines: list[Line] = field(default_factory=list)
    # The pieces of each line that are neither time nor place.
    rows: list[list[Piece]] = field(default_factory=list)
    period: Period | None = None
    location: Piece | None = None
    title: Piece | None = None
    employer: Piece | None = None
    # Text that follows the head on its own line.
    rest: Piece | None = None


@remembered
def title_score(text: str) -> float:
    """How much a piece looks like what someone was."""
    found = tokens(_TITLE_TAIL.sub("", text)) or tokens(text)
    if not found or len(text) > MOST_LETTERS:
        return 0
    nouns, ends = words("title_nouns"), _ends()
    score = 3.0 * _is_noun(found[-1], nouns)
    score += 1.0 * any(_is_noun(word, nouns) for word in tokens(text))
    score += 0.5 * (found[0] in words("title_words"))
    return score - 3.0 * bool(set(tokens(text)) & ends)


def _is_noun(word: str, nouns: frozenset[str]) -> bool:
    return word in nouns or word.removesuffix("s") in nouns or word.rpartition("-")[2] in nouns


@remembered
def employer_score(text: str) -> float:
    """How much a piece looks like the name of an employer."""
    found = tokens(text)
    if not found or len(text) > MOST_LETTERS:
        return 0
    score = 3.0 * bool(set(found) & _ends()) + 2.0 * bool(_OF.search(text)) + 1.5 * bool(_SELF.search(text))
    score += min(2.0, 1.5 * sum(word.removesuffix("'s") in _organizations() for word in found))
    score += 0.7 * (" & " in text or "'s" in text or "’s" in text)
    nouns = words("title_nouns")
    return score + 0.4 * (not any(_is_noun(word, nouns) or word in words("title_words") for word in found))


@cache
def _ends() -> frozenset[str]:
    return frozenset(parts("organizations")["end"][0].split())


@cache
def _organizations() -> frozenset[str]:
    return frozenset(" ".join(parts("organizations")["word"]).split()) - {
        "of",
        "the",
        "and",
        "club",
        "force",
        "care",
        "security",
        "office",
    }


def is_title(text: str) -> bool:
    """Whether a piece is plainly what someone was."""
    return title_score(text) >= CLEAR_TITLE


def is_employer(text: str) -> bool:
    """Whether a piece is plainly the name of an employer."""
    return employer_score(text) >= CLEAR_EMPLOYER


def leaning(text: str) -> float:
    """Above 0 where a piece is rather a title, below 0 where it is rather an employer."""
    return title_score(text) - employer_score(text)


def is_address(piece: Piece) -> bool:
    """Whether a piece is a street, a phone number or an address on the net."""
    street = STREET.search(piece.text)
    if street and street.start() == 0:
        return True
    reached = sum(len(found.text) for find in (phones, emails, links) for found in find(piece))
    return reached > 0.5 * len(piece.text)


def read(lines: Sequence[Line]) -> Head:
    """Take the time and the place out of a head's lines, and keep the rest in rows."""
    head = Head(lines=list(lines))
    for line in lines:
        if labeled := LABEL.match(line.body):
            _take_labeled(head, line, labeled)
        else:
            _take(head, line)
    return head


def _take_labeled(head: Head, line: Line, match: re.Match[str]) -> None:
    what, value = " ".join(match["what"].casefold().split()), strip(cut(whole(line), *match.span("rest")))
    name = next((name for name, labels in _LABELS.items() if what in labels), None)
    if name and value.text:
        setattr(head, name, getattr(head, name) or value)
    elif what.startswith(("date", "period")):
        found = periods(value)
        head.period = head.period or (found[0] if found else None)
    elif value.text:
        head.rest = value


def _take(head: Head, line: Line) -> None:
    piece = whole(line)
    found = periods(piece)
    spans = [around(piece, period) for period in found]
    head.period = _with(head.period, found)
    if found and (sentence := _sentence(piece, spans)):
        piece, head.rest = sentence
    spans += [span for span in lengths(piece) if not any(a <= span[0] < b for a, b in spans)]
    row = []
    for part in without(piece, [(start, min(end, piece.end)) for start, end in spans if start < piece.end]):
        for fragment in split(part, _STRONG):
            row += _placed(head, fragment)
    row = [fragment for fragment in row if not _NOISE.match(fragment.text) and not is_address(fragment)]
    if row:
        head.rows.append(row)


def _with(period: Period | None, found: Sequence[Period]) -> Period | None:
    """The time of a head, after one more line."""
    if not found:
        return period
    if period is None or period.starts_on is None:
        return next((new for new in found if new.starts_on), found[0])
    if period.is_current and period.text.endswith(("-", "–", "—")) and found[0].starts_on is None:
        # "8/2013–", and "Present" or "7/2016" in the next line.
        return replace(
            period,
            text=f"{period.text} {found[0].text}",
            end=found[0].end,
            ends_on=found[0].ends_on,
            is_current=found[0].is_current,
        )
    return period


def _sentence(piece: Piece, spans: Sequence[tuple[int, int]]) -> tuple[Piece, Piece] | None:
    """“Janitor at the mall 2004 to 2010. Nights, floors.”: the head, and what follows on its line."""
    if spans[0][0] <= piece.start:
        return None
    end = spans[0][1] - piece.start
    behind = piece.text[end:]
    if match := re.match(r"\)?\s*[.:;–—-]\s*(?=\S{3,}.{20,}$)", behind):
        return cut(piece, 0, end), strip(cut(piece, end + match.end(), len(piece.text)), " ")
    return None


def _placed(head: Head, fragment: Piece) -> list[Piece]:
    """The fragment without a place at its end, which is kept as the job's."""
    if is_place(fragment.text):
        head.location = head.location or fragment
        return []
    for place in reversed(places(fragment)):
        before = fragment.text[: place.start - fragment.start]
        is_last = not fragment.text[place.end - fragment.start :].strip(" ),.")
        if is_last and re.search(r"[,(]\s*$", before):
            head.location = head.location or place
            return [kept for kept in [strip(cut(fragment, 0, place.start - fragment.start))] if kept.text]
    return [fragment]


def order_of(heads: Sequence[Head]) -> Order:
    """Whether the section's jobs put the title first, from those that tell."""
    total = 0.0
    for head in heads:
        pair = _pair(head)
        if pair:
            total += max(-3.0, min(3.0, leaning(pair[0].text) - leaning(pair[1].text)))
    return max(-2.0, min(2.0, total / max(1, len(heads)) * 1.5)) if total else 0.6


def _pair(head: Head) -> tuple[Piece, Piece] | None:
    """The first two pieces that stand apart."""
    rows = [row for row in head.rows if row]
    if len(rows) > 1:
        return rows[0][0], rows[1][0]
    pieces = rows[0] if rows else []
    if len(pieces) == 1:
        pieces = _divided(pieces[0])
    return (pieces[0], pieces[1]) if len(pieces) > 1 else None


def _divided(piece: Piece) -> list[Piece]:
    """One piece that may hold both: divided at “at”, at a colon, or at its commas."""
    for separator in (_AT, _COLON):
        found = separator.search(piece.text)
        if found and title_score(piece.text[: found.start()]) + title_score(piece.text[found.end() :]) > 0:
            return [strip(cut(piece, 0, found.start())), strip(cut(piece, found.end(), len(piece.text)))]
    return _with_suffixes(split(piece, _COMMA)[:MOST_PIECES])


def _with_suffixes(divided: list[Piece]) -> list[Piece]:
    """“Heron Foods, Inc.” is one piece."""
    found: list[Piece] = []
    for piece in divided:
        if found and set(tokens(piece.text)) <= _ends():
            found[-1] = _spanning([found[-1], piece])
        else:
            found.append(piece)
    return found


def assign(head: Head, order: Order) -> Head:
    """Decide which piece is the title and which the employer."""
    if head.title or head.employer:
        return head
    rows = [row for row in head.rows if row]
    fields = [joined(row) if _is_one(row) else row for row in rows[:3]]
    if len(rows) == 1:
        pieces = _single(rows[0], order)
        return _assigned(_with_town(head, rows[0], pieces), pieces, order)
    flat: list[Piece] = []
    for its in fields:
        flat += its if isinstance(its, list) else [its]
    return _assigned(head, flat, order)


_TOWN = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:\s[A-ZÀ-Þ][\w'’.-]+){0,2}")


def _with_town(head: Head, row: list[Piece], pieces: list[Piece]) -> Head:
    """“Host, Pho Lane, Tukwila”: what is left at the end, a name like that of a town, is where it was."""
    last = split(row[-1], _COMMA)[-1]
    is_left = len(pieces) > 1 and pieces[1].end < last.start
    if head.location or not is_left or not _TOWN.fullmatch(last.text) or is_title(last.text) or is_employer(last.text):
        return head
    return replace(head, location=last)


def _is_one(row: list[Piece]) -> bool:
    return len(row) == 1


def _single(row: list[Piece], order: Order) -> list[Piece]:
    """The pieces of a head of one line."""
    if len(row) > 1:
        return row
    piece = row[0]
    divided = _divided(piece)
    if len(divided) == 1:
        return [piece]
    return _best_division(divided, order)


def _best_division(divided: list[Piece], order: Order) -> list[Piece]:
    """Three or more pieces between commas as two: where the sides differ most."""
    found: list[tuple[float, list[Piece]]] = []
    for at in range(1, len(divided)):
        for end in range(at + 1, len(divided) + 1):
            # What follows the second piece, such as a department, belongs to neither; the fewer of it, the better.
            cost = 0.25 * (end - at - 1) + 0.2 * (len(divided) - end) + 0.3 * (at - 1)
            left, right = _spanning(divided[:at]), _spanning(divided[at:end])
            titled = title_score(divided[0].text) + employer_score(right.text) + 0.3 * order
            employed = employer_score(left.text) + title_score(divided[at].text) - 0.3 * order
            found.append((max(titled, employed) - cost, [left, right]))
    return max(found, key=lambda each: each[0])[1]


def _spanning(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one line with what stands between them."""
    return Piece(", ".join(piece.text for piece in pieces), pieces[0].start, pieces[-1].end)


def _assigned(head: Head, pieces: list[Piece], order: Order) -> Head:
    if not pieces:
        return head
    if len(pieces) == 1:
        is_employer = leaning(pieces[0].text) + 0.2 * max(order, 0) < 0
        return replace(head, employer=pieces[0]) if is_employer else replace(head, title=pieces[0])
    ranked = sorted(
        range(len(pieces)), key=lambda at: leaning(pieces[at].text) + (order if at == 0 else 0), reverse=True
    )
    title, employer = ranked[0], ranked[-1]
    if len(pieces) > len((title, employer)):
        # The employer is one of the first two unless a later one says so plainly.
        others = [at for at in ranked if at != title]
        employer = max(others, key=lambda at: employer_score(pieces[at].text) - 0.5 * at)
    return replace(head, title=pieces[title], employer=pieces[employer])
