"""Columns: where a page is to be read side by side, and where only a date stands at the right edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from statistics import fmean, median, pstdev

from resumes.review.reading.grid import DATED
from resumes.review.reading.marks import SIGNS
from resumes.review.reading.pdf.segments import Segment

_SAME_EDGE = 4.0
_SAME_LINE = 2.5
_DEEPEST = 3
_FEWEST_ROWS, _FEWEST_ROWS_OF_BAND = 3, 2
# The rows that each column of running text has at least; the words and rows of a list of skills at most.
_RUNNING_ROWS = 4
_WORDS_OF_SKILL, _ROWS_OF_SKILLS = 3.5, 24
_LONG_DATE = 48
# The share of rows on the same heights as the other side's, from which on they may be lines of one text.
_LEVEL = 0.55
# The share of jumps between two sides of which each was written as a whole.
_ONE_AFTER_THE_OTHER = 0.34


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
    cut = _best_cut(everything) if depth < _DEEPEST else None
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
    is_cut = _are_columns(left, right)
    judged: list[_Band] = []
    for band in bands:
        if band.right and (is_cut or _are_columns(band.left, band.right)):
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
    ending = [segment for segment in segments if segment.right >= right - _SAME_EDGE and segment.x > (left + right) / 2]
    run: list[Segment] = []
    for segment in ending:
        if run and segment.y - run[-1].y > 2.5 * segment.size:
            if len(run) >= _FEWEST_ROWS:
                yield min(each.x for each in run)
            run = []
        run.append(segment)
    if len(run) >= _FEWEST_ROWS:
        yield min(each.x for each in run)


def _common_starts(segments: Sequence[Segment]) -> Iterator[float]:
    """An x at which several segments begin, with others to the left of it."""
    starts = sorted(segment.x for segment in segments)
    group = [starts[0]]
    for x in (*starts[1:], float("inf")):
        if x - group[0] > _SAME_EDGE:
            if len(group) >= _FEWEST_ROWS and group[0] > starts[0] + 2 * _SAME_EDGE:
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
    if min(len(level(left)), len(level(right))) < _FEWEST_ROWS_OF_BAND:
        return [_Band(list(part), [])]
    tail = [] if is_last else _tail(left, bottom=max(segment.y for segment in right))
    head = [segment for segment in left if segment not in tail]
    bands = [_Band(head, right)] if head else [_Band(right, [])]
    return [*bands, _Band(tail, [])] if tail else bands


_LONGEST_TAIL = 3


def _tail(left: Sequence[Segment], bottom: float) -> list[Segment]:
    """Few rows below the right side that begin with a heading: they head what follows over the whole width."""
    below = [segment for segment in left if segment.y > bottom + _SAME_LINE]
    if not 0 < len(below) <= _LONGEST_TAIL:
        return []
    usual = median(segment.size for segment in left)
    first = below[0]
    is_heading = first.size > 1.1 * usual or first.text.isupper() or all(word.look.bold for word in first.words)
    return below if is_heading else []


def _are_columns(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether two sides are columns of their own, not one text with dates, places or cells at its right."""
    if not left or not right:
        return False
    small, big = sorted((_rows(left), _rows(right)), key=lambda rows: sum(len(row.text) for row in rows))
    aligned = _aligned(small, big)
    dated = sum(bool(DATED.search(row.text)) and len(row.text) <= _LONG_DATE for row in small) / len(small)
    if dated >= 0.4 and aligned >= 0.65:  # noqa: PLR2004 -- with places among the dates
        return False
    if len(small) < _FEWEST_ROWS:
        return aligned < _LEVEL and _switches(small, big) <= _ONE_AFTER_THE_OTHER
    if aligned < _LEVEL:
        return True
    return _are_columns_on_one_grid(small, big, is_right=small[0].x > big[0].x)


def _are_columns_on_one_grid(small: Sequence["_Row"], big: Sequence["_Row"], *, is_right: bool) -> bool:
    """The lines of both sides are level: look at the order of writing, and at how each side is set."""
    if is_right and pstdev(row.right for row in small) < _SAME_EDGE < pstdev(row.x for row in small):
        return False
    if _switches(small, big) <= _ONE_AFTER_THE_OTHER:
        are_items = sum(row.text[:1] in SIGNS for row in small) > len(small) / 2
        return (len(small) > _FEWEST_ROWS or are_items) and _density(small) >= 0.6  # noqa: PLR2004 -- line by line
    return _wraps(small) and _wraps(big)


def _aligned(small: Sequence["_Row"], big: Sequence["_Row"]) -> float:
    heights = [row.y for row in big]
    return sum(any(abs(row.y - y) <= _SAME_LINE for y in heights) for row in small) / len(small)


def _switches(small: Sequence["_Row"], big: Sequence["_Row"]) -> float:
    """How often the file jumps from one side to the other, as a share of how often it could."""
    sides = sorted([(row.order, 0) for row in small] + [(row.order, 1) for row in big])
    jumps = sum(one[1] != other[1] for one, other in pairwise(sides))
    return jumps / (2 * min(len(small), len(big)))


def _density(rows: Sequence["_Row"]) -> float:
    """Which share of the rows is followed closely by the next one."""
    gaps = [below.y - row.y for row, below in pairwise(rows)]
    return sum(gap <= 2.8 * row.size for gap, row in zip(gaps, rows, strict=False)) / max(len(gaps), 1)


def _wraps(rows: Sequence["_Row"]) -> bool:
    """Whether some rows go on in the middle of a sentence."""
    return sum(row.text[:1].islower() for row in rows) >= max(2, 0.2 * len(rows))


@dataclass(slots=True)
class _Row:
    """The segments of one side on one height."""

    text: str
    x: float
    right: float
    y: float
    size: float
    order: int


def level(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of each height, from top to bottom."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: (segment.y, segment.x)):
        if groups and segment.y - groups[-1][0].y <= _SAME_LINE:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def _rows(side: Sequence[Segment]) -> list[_Row]:
    return [
        _Row(
            text=" ".join(segment.text for segment in sorted(group, key=lambda segment: segment.x)),
            x=min(segment.x for segment in group),
            right=max(segment.right for segment in group),
            y=fmean(segment.y for segment in group),
            size=max(segment.size for segment in group),
            order=min(segment.order for segment in group),
        )
        for group in level(side)
    ]
