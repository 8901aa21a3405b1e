"""The document as it was read, cut into blocks and pieces, with a mark at every place that a note is about."""

from collections.abc import Iterator, Sequence
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

    # "name", "heading", "head" of a job or school, "bullet" or "text".
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
class Places:
    """What was understood of the document, as far as it shows on the sheet."""

    # Where sections begin, and where the name stands.
    headings: frozenset[int] = frozenset()
    name: int | None = None
    # Stretches about jobs and schools, and what these are called.
    stretches: tuple[tuple[int, int], ...] = ()
    called: tuple[str, ...] = ()

    def kind_of(self, line: Line) -> str:
        """What a line is."""
        if line.start in self.headings:
            return "heading"
        if self.name is not None and line.start <= self.name < line.end:
            return "name"
        if line.mark:
            return "bullet"
        return "head" if self._is_head(line) else "text"

    def _is_head(self, line: Line) -> bool:
        """Whether it names a job or a school, and is no sentence about it."""
        return (
            any(start <= line.start < end for start, end in self.stretches)
            and len(line.text.split()) <= LONGEST_HEAD
            and any(name in line.text for name in self.called)
        )


LONGEST_HEAD = 18


@dataclass(frozen=True)
class Run:
    """Blocks that belong together: the bullets of one list, or a single block."""

    is_list: bool
    blocks: list[Block] = field(default_factory=list)


def sheet(document: ReadDocument, notes: Sequence[Note], places: Places) -> list[Run]:
    """Blocks in reading order."""
    placed = sorted((note for note in notes if note.has_place), key=lambda note: (note.start, note.end))
    runs: list[Run] = []
    for line in document.lines:
        if not line.text.strip():
            continue
        block = _block(line, placed, places.kind_of(line))
        if not (runs and runs[-1].is_list and block.is_bullet):
            runs.append(Run(is_list=block.is_bullet))
        runs[-1].blocks.append(block)
    return runs


def _block(line: Line, placed: Sequence[Note], kind: str) -> Block:
    about = [note for note in placed if line.start <= note.start < line.end or _begins_in(note, line)]
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
