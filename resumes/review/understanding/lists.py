"""Skills and languages: the items of lists, however they are set."""

import re
from collections.abc import Iterator

from resumes.review.document import Line
from resumes.review.parsed import Piece
from resumes.review.understanding.pieces import cut, gaps, split, strip, whole
from resumes.review.understanding.sections import Block

MOST_LETTERS, MOST_WORDS = 80, 9
_STRONG = re.compile(r"\t|\s*[|•●▪■◆·‧]\s*|;\s*|\s{3,}|\s[-–—*]\s|\s/{1,2}\s")
_SOFT = re.compile(r",\s*(?!\d{3}\b)|;\s*")
_CATEGORY = re.compile(r"^\W*[^\W\d_][\w &/()'’.+-]{1,40}?\s*:\s*")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")
_AND = re.compile(r"^(?:and|&|or)\s+", re.IGNORECASE)


def items_of(block: Block) -> list[Piece]:
    """Every item of a section; sentences are none."""
    found: list[Piece] = []
    for line, _ in gaps(block.lines):
        found += _of_line(line)
    return found


def _of_line(line: Line) -> Iterator[Piece]:
    piece = whole(line)
    if category := _CATEGORY.match(piece.text):
        piece = cut(piece, category.end(), len(piece.text))
    if _SENTENCE.search(piece.text) or (
        len(piece.text.split()) > MOST_WORDS and not re.search(r"[,;|•·\t]", piece.text)
    ):
        return
    parts = split(piece, _STRONG)
    for part in parts:
        for small in split(part, _SOFT):
            item = _bare(small)
            if (1 < len(item.text) <= MOST_LETTERS and len(item.text.split()) <= MOST_WORDS) or item.text in {"R", "C"}:
                yield item


def _bare(piece: Piece) -> Piece:
    """Without “and” in front and a point behind."""
    if joint := _AND.match(piece.text):
        piece = cut(piece, joint.end(), len(piece.text))
    piece = strip(piece)
    return cut(piece, 0, len(piece.text) - 1) if piece.text.endswith(".") and not piece.text.endswith("..") else piece
