"""An answer in its writer's words, cut where its parts begin and where something is said about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interviews.feedback.result import Span

PARTS: dict[str, Promise] = {"S": _("Situation"), "T": _("Task"), "A": _("Action"), "R": _("Result")}


@dataclass(frozen=True)
class Mark:
    """A place that something is said about; `number` leads to it, and 0 is a mark without a number."""

    start: int
    end: int
    # "next", "keep", "note", "person", "filler" or "hedge"; "" is a number alone.
    kind: str
    number: int = 0


@dataclass(frozen=True)
class Piece:
    """Words under the same mark."""

    text: str
    kind: str
    # Numbers of notes whose place begins before these words, and of those whose place ends after them.
    begins: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True)
class Stretch:
    """Words that are one part of the answer, or none: then `label` is empty."""

    label: str
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> Promise | str:
        """What the part is called."""
        return PARTS.get(self.label, "")

    @property
    def letter(self) -> str:
        """The letter as the style sheet writes it."""
        return self.label.lower()

    @property
    def is_blank(self) -> bool:
        """Whether it is the space between two parts."""
        return not any(piece.text.strip() or piece.ends for piece in self.pieces)


def annotated(text: str, spans: Sequence[Span], marks: Sequence[Mark]) -> list[Stretch]:
    """The whole text, in order; of marks that overlap the first one colors the words, and every number stands."""
    spans, marks = joined(text, spans), [_within(mark, text) for mark in marks if mark.start < len(text)]
    edges = {edge for span in spans for edge in (span.start, span.end)}
    edges |= {edge for mark in marks for edge in (mark.start, mark.end)}
    cuts = sorted({0, len(text), *(edge for edge in edges if 0 <= edge <= len(text))})
    return [Stretch(label, tuple(pieces)) for label, pieces in _runs(text, cuts, spans, marks)]


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans of one label with nothing but space between them as one."""
    together: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        last = together[-1] if together else None
        if last and last.label == span.label and not text[last.end : span.start].strip():
            together[-1] = Span(span.label, last.start, max(last.end, span.end))
        else:
            together.append(span)
    return together


def _within(mark: Mark, text: str) -> Mark:
    """A mark never ends behind the text."""
    return Mark(mark.start, min(mark.end, len(text)), mark.kind, mark.number)


def _runs(
    text: str, cuts: Sequence[int], spans: Sequence[Span], marks: Sequence[Mark]
) -> Iterator[tuple[str, list[Piece]]]:
    label: str | None = None
    pieces: list[Piece] = []
    waiting = [*spans]
    for start, end in pairwise(cuts):
        while waiting and waiting[0].end <= start:
            waiting.pop(0)
        now = waiting[0].label if waiting and waiting[0].start <= start else ""
        if pieces and now != label:
            yield label or "", pieces
            pieces = []
        label = now
        pieces.append(_piece(text, start, end, marks))
    if pieces:
        yield label or "", pieces


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Piece:
    kind = next((mark.kind for mark in marks if mark.kind and mark.start <= start < mark.end), "")
    begins = tuple(sorted({mark.number for mark in marks if mark.number and mark.start == start}))
    ends = tuple(sorted({mark.number for mark in marks if mark.number and mark.end == end}))
    return Piece(text[start:end], kind, begins, ends)
