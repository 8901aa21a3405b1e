"""An answer sentence by sentence, for someone who reads it and comments on places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.models import ReviewComment
from interviews.page.notes import ShownComment

# A sentence with what closes it, or what stands on a line of its own.
_SENTENCE = re.compile(r"(?:\b(?:Mrs?|Ms|Dr|St)\.|\d\.\d|[^.!?\n])*[.!?]+[\"'”’)]*|[^.!?\n]+")
# Speech that was written down has few full stops: it is cut so that a comment still finds its place.
_WORDS = re.compile(r"(?:\s*\S+){1,40}")


@dataclass(frozen=True)
class Segment:
    """Words of a sentence; with a note, they are what a comment is about."""

    text: str
    note: ShownComment | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence, where it begins, and the comments on it."""

    start: int
    text: str
    segments: tuple[Segment, ...]
    notes: tuple[ShownComment, ...]


@dataclass(frozen=True)
class Reading:
    """The whole answer, and what is said about the whole."""

    sentences: list[Sentence]
    whole: list[ShownComment]


def reading_of(text: str, comments: Sequence[ReviewComment]) -> Reading:
    """Number the comments in the order of the text."""
    placed = sorted((each for each in comments if each.end), key=lambda each: (each.start or 0, each.pk))
    numbered = [ShownComment(comment, number) for number, comment in enumerate(placed, start=1)]
    sentences = [_sentence(text, start, end, numbered) for start, end in _cuts(text)]
    return Reading(sentences, [ShownComment(each, 0) for each in comments if not each.end])


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        for part in _WORDS.finditer(found[0]):
            words = part[0].lstrip()
            if words:
                end = found.start() + part.end()
                yield end - len(words), end


def _sentence(text: str, start: int, end: int, comments: Sequence[ShownComment]) -> Sentence:
    here = tuple(each for each in comments if start <= (each.comment.start or 0) < end)
    segments: list[Segment] = []
    at = start
    for each in here:
        first, last = max(each.comment.start or 0, at), max(min(each.comment.end or 0, end), at)
        if first > at:
            segments.append(Segment(text[at:first]))
        # Where another comment has taken its words, only the number stands.
        segments.append(Segment(text[first : max(first, last)], each))
        at = max(first, last)
    if at < end:
        segments.append(Segment(text[at:end]))
    return Sentence(start, text[start:end], tuple(segments), here)
