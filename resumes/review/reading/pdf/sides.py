"""Two sides of a page: columns of their own, or one text with dates, places or cells at its right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, pstdev

from resumes.review.reading.grid import DATED
from resumes.review.reading.pdf.segments import Segment

SAME_EDGE, SAME_LINE = 4.0, 2.5
FEWEST_ROWS, FEWEST_ROWS_OF_BAND = 3, 2
_LONG_DATE = 48
# The share of rows on the same heights as the other side's, from which on they may be lines of one text.
_LEVEL = 0.55
# The share of jumps between two sides of which each was written as a whole.
_ONE_AFTER_THE_OTHER = 0.34


@dataclass(slots=True)
class SideRow:
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
        if groups and segment.y - groups[-1][0].y <= SAME_LINE:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return [sorted(group, key=lambda segment: segment.x) for group in groups]


def _rows(side: Sequence[Segment]) -> list[SideRow]:
    return [
        SideRow(
            text=" ".join(segment.text for segment in group),
            x=min(segment.x for segment in group),
            right=max(segment.right for segment in group),
            y=fmean(segment.y for segment in group),
            size=max(segment.size for segment in group),
            order=min(segment.order for segment in group),
        )
        for group in level(side)
    ]


def are_columns(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether two sides are columns of their own, not one text with dates, places or cells at its right."""
    if not left or not right:
        return False
    sides = _side_by_side(_rows(left), _rows(right))
    small, big = sorted(sides, key=lambda rows: sum(len(row.text) for row in rows))
    if len(small) < FEWEST_ROWS_OF_BAND:
        return False
    aligned = _aligned(small, big)
    dated = sum(bool(DATED.search(row.text)) and len(row.text) <= _LONG_DATE for row in small) / len(small)
    if dated >= 0.4 and aligned >= 0.65:  # noqa: PLR2004 -- with places among the dates
        return False
    if len(small) < FEWEST_ROWS:
        return aligned < _LEVEL and _switches(small, big) <= _ONE_AFTER_THE_OTHER
    if aligned < _LEVEL:
        return True
    return _are_columns_on_one_grid(small, big, is_right=small[0].x > big[0].x)


def _side_by_side(left: Sequence[SideRow], right: Sequence[SideRow]) -> tuple[list[SideRow], list[SideRow]]:
    """The rows of each side that lie within the height of the other."""

    def within(rows: Sequence[SideRow], others: Sequence[SideRow]) -> list[SideRow]:
        top, bottom = others[0].y - others[0].size, others[-1].y + others[-1].size
        return [row for row in rows if top <= row.y <= bottom]

    return within(left, right), within(right, left)


def _are_columns_on_one_grid(small: Sequence[SideRow], big: Sequence[SideRow], *, is_right: bool) -> bool:
    """The lines of both sides are level: look at the order of writing, and at how each side is set."""
    if is_right and pstdev(row.right for row in small) < SAME_EDGE < pstdev(row.x for row in small):
        return False
    if _switches(small, big) <= _ONE_AFTER_THE_OTHER:
        return _density(small) >= 0.6  # noqa: PLR2004 -- line by line
    return _wraps(small) and _wraps(big)


def _aligned(small: Sequence[SideRow], big: Sequence[SideRow]) -> float:
    heights = [row.y for row in big]
    return sum(any(abs(row.y - y) <= SAME_LINE for y in heights) for row in small) / len(small)


def _switches(small: Sequence[SideRow], big: Sequence[SideRow]) -> float:
    """How often the file jumps from one side to the other, as a share of how often it could."""
    sides = sorted([(row.order, 0) for row in small] + [(row.order, 1) for row in big])
    jumps = sum(one[1] != other[1] for one, other in pairwise(sides))
    return jumps / (2 * min(len(small), len(big)))


def _density(rows: Sequence[SideRow]) -> float:
    """Which share of the rows is followed closely by the next one."""
    gaps = [below.y - row.y for row, below in pairwise(rows)]
    return sum(gap <= 2.8 * row.size for gap, row in zip(gaps, rows, strict=False)) / max(len(gaps), 1)


def _wraps(rows: Sequence[SideRow]) -> bool:
    """Whether some rows go on in the middle of a sentence."""
    return sum(row.text[:1].islower() for row in rows) >= max(2, 0.2 * len(rows))
