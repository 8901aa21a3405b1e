"""What people do not see, and what pictures show: the same questions in every format."""

from collections.abc import Iterable

from resumes.review.reading.letters import clean, squeeze

_MOST_HIDDEN, _LONGEST_HIDDEN = 50, 500
# A color this near to white on every channel cannot be read on paper.
_PALE = 0xF0
# A photo of a person, in points: neither an icon nor a background, and not wider than it is high by much.
_PHOTO_SIDE = (40.0, 230.0)
_PHOTO_SHAPE = (0.55, 1.3)
_SMALLEST_PICTURE = 24.0


def keep_hidden(hidden: list[str], text: str) -> None:
    """Remember a text that nobody sees, within reason."""
    text = squeeze(clean(text).replace("\n", " "))
    if any(sign.isalnum() for sign in text) and len(hidden) < _MOST_HIDDEN:
        hidden.append(text[:_LONGEST_HIDDEN])


def is_pale(color: str | None) -> bool:
    """Whether six hexadecimal digits name a white that nobody can read on white."""
    digits = (color or "").removeprefix("#")
    try:
        return len(digits) == 6 and min(bytes.fromhex(digits)) >= _PALE  # noqa: PLR2004 -- rrggbb
    except ValueError:
        return False


def looks_like_photo(width: float, height: float) -> bool:
    """Whether a picture has the size and shape of a photo of a person."""
    low, high = _PHOTO_SIDE
    return low <= width <= high and low <= height <= high and _PHOTO_SHAPE[0] <= width / height <= _PHOTO_SHAPE[1]


def count_pictures(sizes: Iterable[tuple[float, float]]) -> int:
    """How many pictures hold more than an icon or a line. A size that is not said is counted."""
    return sum(not any(sizes_) or min(sizes_) >= _SMALLEST_PICTURE for sizes_ in sizes)
