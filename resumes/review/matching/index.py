"""A document made ready for searching: its words, where each stands, and what kind of place that is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from resumes.review.document import Line, ReadDocument
from resumes.review.matching.words import Word, words_of
from resumes.review.parsed import Parsed, Piece, SectionKind

# shown: work that was done. title: the head of a job. head: above the first section. letter: the text of a letter.
Place = Literal["shown", "title", "head", "summary", "credentials", "schooling", "listed", "letter", "other"]

_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\s[|•·]\s")
_OF_SECTION: dict[SectionKind, Place] = {
    "summary": "summary",
    "experience": "title",
    "volunteer": "title",
    "projects": "shown",
    "education": "schooling",
    "certifications": "credentials",
    "skills": "listed",
    "languages": "listed",
}
_SHOWN_SECTIONS = {"experience", "volunteer", "projects"}


@dataclass(frozen=True)
class Index:
    """Words in the order of the document; every list has one entry a word."""

    document: ReadDocument
    words: list[Word]
    # Number of the line, and of the sentence, in which the word stands.
    lines: list[int]
    sentences: list[int]
    places: list[Place]
    by_plain: dict[str, list[int]] = field(default_factory=dict)
    by_stem: dict[str, list[int]] = field(default_factory=dict)

    def sentence_span(self, place: int) -> tuple[int, int]:
        """The first and last word of the sentence in which the word stands."""
        return self._spans[self.sentences[place]]

    @cached_property
    def _spans(self) -> dict[int, tuple[int, int]]:
        spans: dict[int, tuple[int, int]] = {}
        for place, sentence in enumerate(self.sentences):
            first, _last = spans.get(sentence, (place, place))
            spans[sentence] = (first, place)
        return spans

    def line_of(self, place: int) -> Line:
        """The line in which the word stands."""
        return self.document.lines[self.lines[place]]

    def between(self, first: int, last: int) -> str:
        """The text from the beginning of one word to the end of another."""
        return self.document.text[self.words[first].start : self.words[last].end]


def index_of(document: ReadDocument, parsed: Parsed) -> Index:
    """Read all words once."""
    index = Index(document, [], [], [], [])
    spans = _Spans(parsed)
    sentence = 0
    for number, line in enumerate(document.lines):
        if number and not _flows_on(document.lines[number - 1], line, spans):
            sentence += 1
        end = None
        for word in words_of(line.body, start=line.body_start):
            if end is not None and _SENTENCE_ENDS.search(document.text[end : word.start]):
                sentence += 1
            end = word.end
            _add(index, word, number, sentence, spans.place_at(word.start, line))
    return index


def _add(index: Index, word: Word, line: int, sentence: int, place: Place) -> None:
    number = len(index.words)
    index.words.append(word)
    index.lines.append(line)
    index.sentences.append(sentence)
    index.places.append(place)
    index.by_plain.setdefault(word.plain, []).append(number)
    index.by_stem.setdefault(word.stem, []).append(number)


def _flows_on(before: Line, line: Line, spans: "_Spans") -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if (
        line.kind in {"bullet", "heading", "table"}
        or before.kind in {"heading", "table"}
        or not before.text
        or not line.text
    ):
        return False
    if before.text.rstrip()[-1:] in ".!?;:":
        return False
    same = spans.piece_at(before.start)
    return line.text[0].islower() or (same is not None and same == spans.piece_at(line.start))


class _Spans:
    """Which part of the document an offset belongs to."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.sections = sorted(parsed.sections, key=lambda section: section.start)
        self.starts = [section.start for section in self.sections]
        self.pieces = sorted(
            [(piece.start, piece.end) for job in parsed.jobs for piece in (*job.bullets, *job.paragraphs)]
            + [(piece.start, piece.end) for piece in _letter_pieces(parsed)]
        )
        self.piece_starts = [start for start, _end in self.pieces]
        self.body = min(self.starts, default=0)

    def piece_at(self, offset: int) -> tuple[int, int] | None:
        """The bullet or paragraph that holds the offset."""
        place = bisect_right(self.piece_starts, offset) - 1
        return self.pieces[place] if place >= 0 and offset < self.pieces[place][1] else None

    def place_at(self, offset: int, line: Line) -> Place:
        """What kind of place it is."""
        if self.parsed.letter is not None:
            return "letter"
        if self.piece_at(offset):
            return "shown"
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return "shown" if line.kind == "bullet" and not self.sections else "head"
        section = self.sections[number]
        if line.kind == "bullet" and section.kind in _SHOWN_SECTIONS:
            return "shown"
        return _OF_SECTION.get(section.kind, "other") if offset < section.end else "other"


def _letter_pieces(parsed: Parsed) -> Iterator[Piece]:
    if parsed.letter:
        yield from parsed.letter.paragraphs
