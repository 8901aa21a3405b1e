"""Requirements that no list of names knows: “experience with X, Y and Z”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from resumes.review.matching.noise import CUTS, is_empty, is_fluff
from resumes.review.matching.posting.asking import Part
from resumes.review.matching.posting.wording import Field, Found, tidied, with_head, with_hyphens
from resumes.review.matching.wordlists import any_of
from resumes.review.matching.words import Word, words_of

_LONGEST = 5
# “… or similar tools” asks for nothing more.
_OR_THE_LIKE = frozenset({"similar", "equivalent", "comparable", "related", "other", "relevant", "any"})
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_YEARS = re.compile(
    rf"\b{_NUMBER}\s*(?:\(\d+\)\s*)?(?:\+|plus|or more)?(?:\s*(?:-|–|to)\s*{_NUMBER})?\+?\s*"
    r"(?:years?|yrs?|months?)[’']?(?:\s+or more)?(?:\s+(?:of|with|in))?\b",
    re.IGNORECASE,
)
_INTRO = re.compile(rf"^\W*(?:{any_of('intro.txt', 'intro')})", re.IGNORECASE)
_JOINS = frozenset(
    ["and", "or", "plus", "including", "include", "includes", "such", "like", "as", "via", "well", "versus"]
)


def asked_in(text: str, part: Part, field: Field) -> Iterator[Found]:
    """Phrases between the commas, where no well-known name says it all."""
    text = _YEARS.sub(_blank, text)
    pieces = [*_pieces(text, field)]
    for place, piece in enumerate(pieces):
        if piece.is_behind_and and piece.words[0].plain in _OR_THE_LIKE:
            continue
        behind = pieces[place + 1] if place + 1 < len(pieces) else None
        words = piece.rest
        if not piece.is_known:
            words = with_head(piece.words, behind.words if behind and behind.is_behind_and else ())
        phrase = tidied(_without_intro(text, words), longest=_LONGEST, source=text)
        if phrase and not (piece.is_known and len(phrase.words) == 1):
            yield Found(phrase.text, phrase.kind, part.required, part.sentence)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _without_intro(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """The words without “experience with”, “knowledge of” and the like."""
    words = [*dropwhile(lambda word: is_fluff(word.plain), with_hyphens(words))]
    while words and (intro := _INTRO.match(text[words[0].start : words[-1].end] + " ")):
        rest = [word for word in words if word.start >= words[0].start + intro.end()]
        if len(rest) == len(words):
            break
        words = rest
    return words


@dataclass(frozen=True)
class _Piece:
    words: tuple[Word, ...]
    # Where a well-known name stands in it: the longest run beside it.
    rest: tuple[Word, ...] = ()
    is_known: bool = False
    is_behind_and: bool = False


def _pieces(text: str, field: Field) -> Iterator[_Piece]:
    """The text cut at commas, slashes, “and” and the like, but not within a well-known name."""
    words = [*words_of(text)]
    known = {place for one in field.named_in(words) for place in range(one.first, one.last + 1)}
    held: list[int] = []
    behind_and = False
    for place, word in enumerate(words):
        gap = text[words[place - 1].end : word.start] if place else ""
        inside = place in known and place - 1 in known
        joins = word.plain in _JOINS and place not in known
        if held and not inside and (joins or re.search(r"[,;:()/|–—]|\s-\s", gap)):
            yield _piece(words, held, known, behind_and=behind_and)
            held, behind_and = [], False
        if joins:
            behind_and = word.plain in {"and", "or"}
        else:
            held.append(place)
    if held:
        yield _piece(words, held, known, behind_and=behind_and)


def _piece(words: Sequence[Word], places: list[int], known: set[int], *, behind_and: bool) -> _Piece:
    runs: list[list[Word]] = [[]]
    for place in places:
        if place in known:
            runs.append([])
        else:
            runs[-1].append(words[place])
    is_known = any(place in known for place in places)
    rest = max(runs, key=_content) if is_known else []
    return _Piece(
        tuple(words[place] for place in places),
        tuple(rest) if _content(rest) + _gerunds(rest) > 1 else (),
        is_known,
        behind_and,
    )


def _gerunds(words: Sequence[Word]) -> int:
    """How many words that say little alone make a deed of the next: building dashboards."""
    return sum(is_empty(word.plain) and word.plain.endswith("ing") for word in words)


def _content(words: Sequence[Word]) -> int:
    """How many words say something."""
    return sum(
        not (is_empty(word.plain) or is_fluff(word.plain) or word.plain in CUTS or word.plain == "of") for word in words
    )
