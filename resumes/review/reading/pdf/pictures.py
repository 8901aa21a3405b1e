"""Pictures, photos and drawn tables of a page."""

from itertools import pairwise

from resumes.review.reading.pdf.ink import Box, Page
from resumes.review.reading.seen import count_pictures, looks_like_photo

_UPPER_PART = 0.5
# The background of a page is no picture in it.
_BACKGROUND = 0.7
_THIN = 2.0
_SHORTEST_LINE = 9.0
_FEWEST_LINES = 3
_SAME_PLACE = 3.0


def count(page: Page) -> int:
    """The pictures that are no background."""
    return count_pictures((box.width, box.height) for box, _ in page.pictures if not _is_background(box, page))


def has_photo(page: Page) -> bool:
    """Whether a picture in the upper part looks like the photo of a person."""
    return any(
        looks_like_photo(box.width, box.height) and box.y < _UPPER_PART * page.height for box, _ in page.pictures
    )


def _is_background(box: Box, page: Page) -> bool:
    return box.width * box.height >= _BACKGROUND * page.width * page.height


def tables_on(page: Page) -> int:
    """Whether lines across and lines down make the cells of a table."""
    boxes = [shape.box for shape in page.shapes]
    down = [box for box in boxes if box.width <= _THIN and box.height >= _SHORTEST_LINE]
    across = [box for box in boxes if box.height <= _THIN and box.width >= _SHORTEST_LINE]
    if not down:
        return 0
    columns = _places([box.x for box in down])
    top, bottom = min(box.y for box in down), max(box.bottom for box in down)
    rows = _places([box.y for box in across if top - _SAME_PLACE <= box.y <= bottom + _SAME_PLACE])
    return int(columns >= _FEWEST_LINES and rows >= _FEWEST_LINES)


def _places(at: list[float]) -> int:
    """How many different places there are."""
    at.sort()
    return bool(at) + sum(after - before > _SAME_PLACE for before, after in pairwise(at))
