"""Cutting pieces out of a document without losing the place they stand at."""

import re
from collections.abc import Iterable, Iterator, Sequence

from resumes.review.document import Line
from resumes.review.parsed import Piece

# What stands between pieces and belongs to none of them.
_EDGE = " \t\n,;|•·‧∙●▪■◆◇♦►➢➤*~_/–—-:=+<>^`´¦│┃"
_CLOSED = {")": "(", "]": "["}
_OPENED = {"(": ")", "[": "]"}


def whole(line: Line) -> Piece:
    """A line without its mark."""
    return Piece(line.body, line.body_start, line.end)


def cut(piece: Piece, start: int, end: int) -> Piece:
    """A part of a piece, counted from the piece's own beginning."""
    return Piece(piece.text[start:end], piece.start + start, piece.start + end)


def strip(piece: Piece, edge: str = _EDGE) -> Piece:
    """Without white space, separators and lonely brackets at its ends."""
    text, start, end = piece.text, 0, len(piece.text)
    before = None
    while before != (start, end):
        before = start, end
        start = end - len(text[start:end].lstrip(edge + ")]"))
        end = start + len(text[start:end].rstrip(edge + "(["))
        start, end = _without_brackets(text, start, end)
    return piece if (start, end) == (0, len(text)) else cut(piece, start, end)


def _without_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the pair around the whole, or one bracket that lost its other half."""
    inner = text[start:end]
    first, last = inner[:1], inner[-1:]
    if first in _OPENED and last in _CLOSED and not re.search(r"[)\]].*[(\[]", inner):
        return start + 1, end - 1
    if last in _CLOSED and _CLOSED[last] not in inner:
        return start, end - 1
    if first in _OPENED and _OPENED[first] not in inner:
        return start + 1, end
    return start, end


def split(piece: Piece, separator: re.Pattern[str]) -> list[Piece]:
    """The parts between the separators, without empty ones; nothing is cut inside brackets."""
    found, at = [], 0
    for match in separator.finditer(piece.text):
        before = piece.text[at : match.start()]
        if before.count("(") > before.count(")"):
            continue
        found.append(strip(cut(piece, at, match.start())))
        at = match.end()
    found.append(strip(cut(piece, at, len(piece.text))))
    return [part for part in found if part.text]


def without(piece: Piece, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """What is left of a piece when the spans, which are offsets in the document, are taken out."""
    found, at = [], piece.start
    for start, end in sorted(spans):
        found.append(strip(cut(piece, at - piece.start, max(at, start) - piece.start)))
        at = max(at, end)
    found.append(strip(cut(piece, min(at, piece.end) - piece.start, len(piece.text))))
    return [part for part in found if part.text]


def joined(pieces: Sequence[Piece]) -> Piece:
    """Pieces that follow one another as one, with a space between."""
    return Piece(" ".join(piece.text for piece in pieces), pieces[0].start, pieces[-1].end)


def tokens(text: str) -> list[str]:
    """Its words in small letters, without marks around them."""
    return [word for word in (_bare(word) for word in text.casefold().replace("/", " ").split()) if word]


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’.,;:!?()[]{}<>|•·*–—-®™")


def gaps(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Every line that is not empty, and whether an empty one, or the beginning, stands before it."""
    is_apart = True
    for line in lines:
        if line.text.strip():
            yield line, is_apart
        is_apart = not line.text.strip()
