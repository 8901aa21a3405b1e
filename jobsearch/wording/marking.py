"""The words of a text with what is said about them in its place: blanks, and words that remarks are about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kit.said import Said

# Our own blanks, and what people and programs put where something is still to be filled in. A bracket that lost its
# other half is one as well: nobody means to send it.
BLANK: Final = re.compile(r"\[\[([^\[\]]*)\]\]|\[([^\[\]\n]*)\]|\[\[|\]\]|_{3,}|\bX{3,}\b")
WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True)
class Remark:
    """A sentence about a text; where it is about certain words, the places in which they stand."""

    said: Said
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Piece:
    """A stretch of the text: plain, a blank that shows what belongs there, or words that a remark is about."""

    text: str
    is_blank: bool = False
    # The number of the remark that the words belong to, beginning with 1; 0 for none.
    number: int = 0


def blank_name(found: re.Match[str]) -> str:
    """What belongs in a blank."""
    return " ".join((found[1] or found[2] or "").split()) or found[0]


def in_order(remarks: Sequence[Remark]) -> list[Remark]:
    """Those about certain words first, as the words stand; then those about the whole."""
    return sorted(remarks, key=lambda remark: (not remark.places, remark.places[:1]))


def pieces_of(text: str, remarks: Sequence[Remark] = ()) -> Iterator[Piece]:
    """The text cut into pieces; of marks that overlap, the one that begins first stands."""
    blanks = [(found.start(), found.end(), Piece(blank_name(found), is_blank=True)) for found in BLANK.finditer(text)]
    marks = [
        (start, end, Piece(text[start:end], number=number))
        for number, remark in enumerate(remarks, start=1)
        for start, end in remark.places
    ]
    at = 0
    for start, end, piece in sorted(blanks + marks, key=lambda stretch: stretch[:2]):
        if start < at:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield piece
        at = end
    if at < len(text):
        yield Piece(text[at:])
