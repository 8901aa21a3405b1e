"""The document as it was read, cut into blocks and pieces, with a mark at every place that a note is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from resumes.page.notes import Note
from resumes.review.document import Line, ReadDocument


@dataclass(frozen=True)
class Segment:
    """A piece of a line; with a note, it is marked."""

    text: str
    note: Note | None = None


@dataclass(frozen=True)
class Block:
    """One line or paragraph with the notes about it."""

    # "name", "heading", "bullet" or "text".
    kind: str
    start: int
    text: str
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...] = ()
    level: int = 0

    @property
    def is_bullet(self) -> bool:
        """Whether it stands in a list."""
        return self.kind == "bullet"


@dataclass(frozen=True)
class Run:
    """Blocks that belong together: the bullets of one list, or a single block."""

    is_list: bool
    blocks: list[Block] = field(default_factory=list)


def sheet(document: ReadDocument, notes: Sequence[Note], *, headings: Iterable[int], name: int | None) -> list[Run]:
    """Blocks in reading order. `headings` are the offsets at which sections begin, `name` where the name stands."""
    begins = frozenset(headings)
    placed = sorted((note for note in notes if note.has_place), key=lambda note: (note.start, note.end))
    runs: list[Run] = []
    for line in document.lines:
        if not line.text.strip():
            continue
        block = _block(line, placed, begins, name)
        if not (runs and runs[-1].is_list and block.is_bullet):
            runs.append(Run(is_list=block.is_bullet))
        runs[-1].blocks.append(block)
    return runs


def _block(line: Line, placed: Sequence[Note], headings: frozenset[int], name: int | None) -> Block:
    about = [note for note in placed if line.start <= note.start < line.end or _begins_in(note, line)]
    kind = "text"
    if line.start in headings:
        kind = "heading"
    elif name is not None and line.start <= name < line.end:
        kind = "name"
    elif line.mark:
        kind = "bullet"
    segments = tuple(_segments(line, about))
    return Block(kind, line.body_start, line.body, segments, tuple(about), line.level)


def _begins_in(note: Note, line: Line) -> bool:
    """A note at the very end of a line belongs to it."""
    return note.start == line.end


def _segments(line: Line, about: Sequence[Note]) -> Iterator[Segment]:
    at = line.body_start
    for note in about:
        start, end = max(note.start, at), min(note.end, line.end)
        if start > at:
            yield Segment(_cut(line, at, start))
        # Where another mark has taken its words, only the number stands.
        yield Segment(_cut(line, start, max(start, end)), note)
        at = max(at, end, start)
    if at < line.end:
        yield Segment(_cut(line, at, line.end))


def _cut(line: Line, start: int, end: int) -> str:
    return line.text[start - line.start : end - line.start]
