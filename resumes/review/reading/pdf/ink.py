"""What a page shows: words with place and look, shapes and pictures in the order in which they are painted."""

from dataclasses import dataclass, field, replace
from typing import TypeAlias

# A letter of the smallest print is as high.
_THINNEST_GROUND = 5.0

Color: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of one text object look."""

    size: float = 0
    bold: bool = False
    italic: bool = False
    font: str = ""
    # None where a pattern fills the letters.
    color: Color | None = (0, 0, 0)
    # Letters that leave no ink: the text layer of a scan, or words meant for programs only.
    is_inkless: bool = False
    is_rotated: bool = False
    # Each letter is an icon.
    is_picture: bool = False
    # How many things were painted before.
    z: int = 0


@dataclass(slots=True)
class Word:
    """A run of letters without a gap. Points from the page's left and top edge; y is the line on which it stands."""

    text: str
    x: float
    right: float
    y: float
    look: Look
    # Its place in the order of the file.
    order: int

    @property
    def top(self) -> float:
        """About where its capitals end."""
        return self.y - 0.72 * self.look.size


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    x: float
    y: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.x

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.y

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn path: its bounds, its filling, and when it was painted."""

    box: Box
    z: int
    # None where it is not filled.
    fill: Color | None
    is_rectangle: bool
    is_opaque: bool

    @property
    def may_be_ground(self) -> bool:
        """Whether it is large enough for words to stand on it, and not a line."""
        return min(self.box.width, self.box.height) >= _THINNEST_GROUND and (self.is_opaque or self.fill is None)


@dataclass(slots=True)
class Page:
    """One page."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[tuple[Box, int]] = field(default_factory=list)


_LUMA = (0.2126, 0.7152, 0.0722)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colors as the accessibility guidelines define it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    linear = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color)  # noqa: PLR2004 -- the standard's knee
    return sum(share * part for share, part in zip(_LUMA, linear, strict=True))


def part_of(word: Word, text: str, *, x: float | None = None, right: float | None = None) -> Word:
    """A word with other letters, and narrower."""
    return replace(word, text=text, x=word.x if x is None else x, right=word.right if right is None else right)
