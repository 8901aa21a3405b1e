"""Whether notes fit beside their text: what would run on far below it stands under the text instead."""

import re
from functools import lru_cache
from math import ceil

from guides.page.notes import Note

# Measured on the page: letters in a line, and a line's height in pixels, of the text and of the margin.
_TEXT_LETTERS, _TEXT_LINE = 68, 26
_NOTE_LETTERS, _NOTE_LINE, _NOTE_GAP = 31, 21, 16
# How far notes may run on below their text before the empty place beside them is a nuisance.
_SLACK = 130
_BLOCK_END = re.compile(r"</(?:p|li|h3|h4|tr)>")
_MARKUP = re.compile(r"<[^>]+>")


def split_notes(html: str, notes: tuple[Note, ...]) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The notes that fit beside a text, and those that stand under it; the order is kept."""
    if not notes:
        return (), ()
    room = _height_of_text(html) + _SLACK
    beside: list[Note] = []
    below: list[Note] = []
    for note in notes:
        room -= _height_of_note(note)
        (below if below or (beside and room < 0) else beside).append(note)
    return tuple(beside), tuple(below)


@lru_cache(maxsize=2_000)
def _height_of_text(html: str) -> int:
    pieces = (_MARKUP.sub("", piece).strip() for piece in _BLOCK_END.split(html))
    return sum(ceil(len(piece) / _TEXT_LETTERS) * _TEXT_LINE + 10 for piece in pieces if piece)


def _height_of_note(note: Note) -> int:
    lines = [f"{note.title} {note.text}"] if note.text else [note.title]
    lines += [f"{fact.label} {fact.note or '-' * 60}" for fact in note.facts]
    lines += [
        f"{cited.source.title} {cited.source.publisher} {cited.edition} {cited.published}" for cited in note.sources
    ]
    return sum(ceil(len(line) / _NOTE_LETTERS) * _NOTE_LINE for line in lines) + _NOTE_GAP
