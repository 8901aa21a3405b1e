"""Words that stand beside each other without a wide gap become segments; letters set apart become words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from resumes.review.reading.marks import is_mark
from resumes.review.reading.pdf.ink import Word, part_of

# In heights of a letter: a gap between words of one segment, and between letters that are set apart.
_WORD_GAP, _LETTER_GAP = 0.8, 1.7
# A wider gap than usual parts words that the file does not write one after the other.
_LEAP_GAP = 0.55
_MARK_GAP = 42.0
_SAME_LINE = 0.36
_FEWEST_SPACED = 4
_WIDER = 1.55


@dataclass(slots=True, eq=False)
class Segment:
    """Words of one line, from left to right."""

    words: list[Word]
    x: float
    right: float
    # The line on which it stands.
    y: float
    # Its largest letters.
    size: float
    text: str
    # Its place in the order of the file.
    order: int


def segment_of(words: list[Word]) -> Segment:
    """The words as one segment."""
    return Segment(
        words,
        x=words[0].x,
        right=max(word.right for word in words),
        y=median(word.y for word in words),
        size=max(word.look.size for word in words),
        text=" ".join(word.text for word in words),
        order=words[0].order,
    )


def segments(words: Sequence[Word]) -> list[Segment]:
    """The segments of a page."""
    found: list[Segment] = []
    for line in lines(words):
        found += _split(line)
    return found


def lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words on about the same height, from left to right."""
    current: list[Word] = []
    y, size = 0.0, 0.0
    for word in sorted(words, key=lambda word: (word.y, word.x)):
        if current and word.y - y > _SAME_LINE * max(min(size, word.look.size), 0.5 * max(size, word.look.size)):
            yield sorted(current, key=lambda word: word.x)
            current = []
        if not current or word.look.size > size:
            y, size = word.y, word.look.size
        current.append(word)
    if current:
        yield sorted(current, key=lambda word: word.x)


def _split(line: list[Word]) -> Iterator[Segment]:
    """Cut a line where the gap is wide; a mark stays with its text."""
    current: list[Word] = []
    for word in line:
        if current and not _belongs(current, word):
            yield segment_of(_close_up(current))
            current = []
        current.append(word)
    if current:
        yield segment_of(_close_up(current))


def _belongs(before: list[Word], word: Word) -> bool:
    last = before[-1]
    size = min(last.look.size, word.look.size) or 1
    gap = word.x - last.right
    if len(before) == 1 and (is_mark(last.text) or last.look.is_picture):
        return gap <= _MARK_GAP
    if len(last.text) == 1 and len(word.text) == 1 and last.text.isalpha() and word.text.isalpha():
        return gap <= _LETTER_GAP * size
    is_leap = abs(word.order - last.order - len(last.text)) > 3  # noqa: PLR2004 -- a space, and a line's end
    return gap <= (_LEAP_GAP if is_leap else _WORD_GAP) * size


def _close_up(words: list[Word]) -> list[Word]:
    """Join single letters that are set apart to the words that they spell."""
    if len(words) < _FEWEST_SPACED or sum(len(word.text) == 1 for word in words) < 0.6 * len(words):
        return words
    if any(len(word.text) > 3 for word in words) or not all(map(_is_spelled, words)):  # noqa: PLR2004 -- "TA" stays close
        return words
    gaps = [after.x - word.right for word, after in pairwise(words)]
    usual = max(median(sorted(gaps)[: max(1, len(gaps) * 3 // 4)]), 0.05 * words[0].look.size)
    joined = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > _WIDER * usual:
            joined.append(word)
        else:
            joined[-1] = part_of(joined[-1], joined[-1].text + word.text, right=word.right)
    return joined


def _is_spelled(word: Word) -> bool:
    return word.text.isalpha() or word.text in {"&", "/", "-", "."}
