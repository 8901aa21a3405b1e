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
# A category in a column of its own: "Software\tExcel, Word".
_BESIDE = re.compile(r"^[^\t,;]{2,40}\t(?=[^\t]*[,;][^\t]*$)")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")
_AND = re.compile(r"^(?:and|&|or)\s+", re.IGNORECASE)


def items_of(block: Block) -> list[Piece]:
    """Every item of a section; sentences are none."""
    lines = [line for line, _ in gaps(block.lines)]
    some_bold = any(line.bold for line in lines) and not all(line.bold for line in lines)
    found: list[Piece] = []
    for line in lines:
        is_category = some_bold and line.bold and not re.search(r"[,;|•·\t:]", line.body)
        if not is_category:
            found += _of_line(line)
    return found


def _of_line(line: Line) -> Iterator[Piece]:
    piece = whole(line)
    if category := _CATEGORY.match(piece.text) or _BESIDE.match(piece.text):
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
