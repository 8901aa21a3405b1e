"""Columns: where a page is to be read side by side, and where only a date stands at the right edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from statistics import median

from resumes.review.reading.pdf.segments import Segment
from resumes.review.reading.pdf.sides import FEWEST_ROWS, FEWEST_ROWS_OF_BAND, SAME_EDGE, SAME_LINE, are_columns, level

_DEEPEST = 3
# A page full of small print has a tenth.
_MOST_SEGMENTS = 2_000
# The rows that each column of running text has at least; the words and rows of a list of skills at most.
_RUNNING_ROWS = 4
_WORDS_OF_SKILL, _ROWS_OF_SKILLS = 3.5, 24


@dataclass(slots=True)
class Region:
    """Segments that are read one below the other."""

    segments: list[Segment]
    column: int = 0
    # How many columns of running text stand side by side here.
    side_by_side: int = 1


def regions(segments: Sequence[Segment], depth: int = 0) -> list[Region]:
    """The regions of a page, or of a part of one, in reading order."""
    everything = sorted(segments, key=lambda segment: (segment.y, segment.x))
    if not everything:
        return []
    cut = _best_cut(everything) if depth < _DEEPEST and len(everything) <= _MOST_SEGMENTS else None
    if cut is None:
        return [Region(everything)]
    found: list[Region] = []
    for band in cut:
        if band.right:
            found += _beside(band, depth)
        else:
            found += regions(band.left, depth + 1)
    return found


@dataclass(slots=True)
class _Band:
    """A part of the page from top to bottom; without a right side it is read over the whole width."""

    left: list[Segment]
    right: list[Segment]


def _beside(band: _Band, depth: int) -> list[Region]:
    left, right = regions(band.left, depth + 1), regions(band.right, depth + 1)
    shift = 1 + max(region.column for region in left)
    for region in right:
        region.column += shift
    if _are_running(band):
        side_by_side = max(region.side_by_side for region in left) + max(region.side_by_side for region in right)
        for region in (*left, *right):
            region.side_by_side = side_by_side
    return left + right


def _are_running(band: _Band) -> bool:
    """Whether both sides are text of some length; a list of skills that was set in two columns is not."""
    rows = [len(level(side)) for side in (band.left, band.right)]
    words = [sum(len(segment.words) for segment in side) for side in (band.left, band.right)]
    is_long = any(count > _WORDS_OF_SKILL * lines for count, lines in zip(words, rows, strict=True))
    return min(rows) >= _RUNNING_ROWS and (is_long or sum(rows) > _ROWS_OF_SKILLS)


def _best_cut(segments: Sequence[Segment]) -> list[_Band] | None:
    """The cut that sets the most text side by side."""
    best, most = None, 0
    for edge in _edges(segments):
        bands = _judged(_bands(segments, edge))
        weight = sum(min(_letters(band.left), _letters(band.right)) for band in bands)
        if weight > most:
            best, most = bands, weight
    return best


def _letters(side: Sequence[Segment]) -> int:
    return sum(len(segment.text) for segment in side)


def _judged(bands: Sequence[_Band]) -> list[_Band]:
    """The bands, those whose sides are no columns made whole again: judged together, or else each by itself."""
    left = [segment for band in bands if band.right for segment in band.left]
    right = [segment for band in bands for segment in band.right]
    is_cut = are_columns(left, right)
    judged: list[_Band] = []
    for band in bands:
        if band.right and (is_cut or are_columns(band.left, band.right)):
            judged.append(band)
        elif judged and not judged[-1].right:
            judged[-1].left += [*band.left, *band.right]
        else:
            judged.append(_Band([*band.left, *band.right], []))
    return judged


def _edges(segments: Sequence[Segment]) -> Iterator[float]:
    """Where a column may begin."""
    yield from _common_starts(segments)
    yield from _starts_of_right_aligned(segments)


def _starts_of_right_aligned(segments: Sequence[Segment]) -> Iterator[float]:
    """The left edge of lines that follow each other at the right edge of the page and end at the same place."""
    left, right = min(segment.x for segment in segments), max(segment.right for segment in segments)
    ending = [segment for segment in segments if segment.right >= right - SAME_EDGE and segment.x > (left + right) / 2]
    run: list[Segment] = []
    for segment in ending:
        if run and segment.y - run[-1].y > 2.5 * segment.size:
            if len(run) >= FEWEST_ROWS:
                yield min(each.x for each in run)
            run = []
        run.append(segment)
    if len(run) >= FEWEST_ROWS:
        yield min(each.x for each in run)


def _common_starts(segments: Sequence[Segment]) -> Iterator[float]:
    """An x at which several segments begin, with others to the left of it."""
    starts = sorted(segment.x for segment in segments)
    group = [starts[0]]
    for x in (*starts[1:], float("inf")):
        if x - group[0] > SAME_EDGE:
            if len(group) >= FEWEST_ROWS and group[0] > starts[0] + 2 * SAME_EDGE:
                yield group[0]
            group = []
        group.append(x)


def _bands(segments: Sequence[Segment], edge: float) -> list[_Band]:
    """Cut the page from top to bottom wherever a row crosses the edge."""
    gutter = edge - 1.5

    def crosses(row: Sequence[Segment]) -> bool:
        return any(segment.x < gutter and segment.right > gutter + 1 for segment in row)

    parts = [(is_crossing, list(chain.from_iterable(rows))) for is_crossing, rows in groupby(level(segments), crosses)]
    bands: list[_Band] = []
    for number, (is_crossing, part) in enumerate(parts):
        bands += [_Band(part, [])] if is_crossing else _trimmed(part, gutter, is_last=number == len(parts) - 1)
    return bands


def _trimmed(part: Sequence[Segment], gutter: float, *, is_last: bool) -> list[_Band]:
    """The two sides; a few rows at the end may head what follows over the whole width."""
    left = [segment for segment in part if segment.x < gutter]
    right = [segment for segment in part if segment.x >= gutter]
    if min(len(level(left)), len(level(right))) < FEWEST_ROWS_OF_BAND:
        return [_Band(list(part), [])]
    tail = [] if is_last else _tail(left, bottom=max(segment.y for segment in right))
    head = [segment for segment in left if segment not in tail]
    bands = [_Band(head, right)] if head else [_Band(right, [])]
    return [*bands, _Band(tail, [])] if tail else bands


_LONGEST_TAIL = 3


def _tail(left: Sequence[Segment], bottom: float) -> list[Segment]:
    """Few rows below the right side that begin with a heading: they head what follows over the whole width."""
    below = [segment for segment in left if segment.y > bottom + SAME_LINE]
    if not 0 < len(below) <= _LONGEST_TAIL:
        return []
    usual = median(segment.size for segment in left)
    first = below[0]
    is_heading = first.size > 1.1 * usual or first.text.isupper() or all(word.look.bold for word in first.words)
    return below if is_heading else []
