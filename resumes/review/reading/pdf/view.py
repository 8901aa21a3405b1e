"""From the coordinates of a PDF page to points from the left and top edge of the page as it is shown."""

import math
from dataclasses import dataclass

from resumes.review.reading.pdf.ink import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_LEVEL = math.cos(math.radians(20))


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of a page, and by how many quarters it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.quarters % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as shown."""
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:  # noqa: PLR2004 -- upside down
            return self.right - x, y - self.bottom
        if self.quarters == 3:  # noqa: PLR2004 -- to the left
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, left: float, bottom: float, right: float, top: float, matrix: Matrix = IDENTITY) -> Box:
        """A rectangle as shown; the matrix is that of the form in which it lies."""
        a, b, c, d, e, f = matrix
        corners = ((left, bottom), (left, top), (right, bottom), (right, top))
        points = [self.point(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def is_level(self, a: float, b: float) -> bool:
        """Whether text that runs along (a, b) is read from left to right as shown."""
        length = math.hypot(a, b)
        if not length:
            return True
        along = {0: a, 1: b, 2: -a, 3: -b}[self.quarters]
        return along / length >= _LEVEL


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner matrix, then the outer one."""
    a, b, c, d, e, f = inner
    o, p, q, r, s, t = outer
    return (a * o + b * q, a * p + b * r, c * o + d * q, c * p + d * r, e * o + f * q + s, e * p + f * r + t)
