"""Words that nobody sees: without ink, tiny, off the page, of the color of their ground, or painted over."""

from collections.abc import Sequence

from resumes.review.reading.pdf.ink import Color, Page, Shape, Word, contrast
from resumes.review.reading.seen import keep_hidden

_TINY = 3.0
_SAME_COLOR = 1.2
_WHITE: Color = (255, 255, 255)
_MOST_GROUNDS = 400
# A picture that covers this much of the page, with nothing but inkless words on it, is a scan with a text layer.
_SCAN = 0.6
_TOUCH = 0.5


def take_hidden(page: Page, hidden: list[str]) -> None:
    """Take the words that nobody sees from the page, and remember them."""
    if is_scanned(page):
        _take_off_page(page)
        return
    grounds = _grounds(page)
    pale = {word.look.color for word in page.words if _is_pale(word.look.color)}
    shown: list[Word] = []
    run: list[str] = []
    for word in page.words:
        if _is_unseen(word, page, grounds, pale):
            run.append(word.text)
            continue
        shown.append(word)
        keep_hidden(hidden, " ".join(run))
        run = []
    keep_hidden(hidden, " ".join(run))
    page.words = shown


def is_scanned(page: Page) -> bool:
    """Whether the page is a picture whose words were recognized and laid over it without ink."""
    if not page.words or not any(_share(box.width * box.height, page) >= _SCAN for box, _ in page.pictures):
        return False
    inkless = sum(word.look.is_inkless for word in page.words)
    return inkless >= 0.8 * len(page.words)


def _share(area: float, page: Page) -> float:
    return area / max(page.width * page.height, 1)


def _take_off_page(page: Page) -> None:
    page.words = [word for word in page.words if not _is_off(word, page)]


def _is_unseen(word: Word, page: Page, grounds: Sequence[Shape], pale: set[Color | None]) -> bool:
    look = word.look
    if look.is_inkless or look.size < _TINY or _is_off(word, page):
        return True
    if look.color is None or not (grounds or look.color in pale):
        return False
    middle = (word.x + word.right) / 2, word.y - 0.3 * look.size
    over = [shape for shape in grounds if shape.box.holds(*middle)]
    if any(shape.z > look.z and shape.is_rectangle and shape.is_opaque and _covers(shape, word) for shape in over):
        return True
    under = max((shape for shape in over if shape.z < look.z), key=lambda shape: shape.z, default=None)
    if any(box.holds(*middle) and (under.z if under else -1) < z < look.z for box, z in page.pictures):
        return False
    ground = under.fill if under else _WHITE
    return ground is not None and contrast(ground, look.color) < _SAME_COLOR


def _is_off(word: Word, page: Page) -> bool:
    return word.right < _TOUCH or word.x > page.width - _TOUCH or word.y < _TOUCH or word.top > page.height - _TOUCH


def _covers(shape: Shape, word: Word) -> bool:
    box = shape.box
    return box.x <= word.x + 1 and box.right >= word.right - 1 and box.y <= word.top + 1 and box.bottom >= word.y - 1


def _is_pale(color: Color | None) -> bool:
    return color is not None and contrast(color, _WHITE) < _SAME_COLOR


def _grounds(page: Page) -> list[Shape]:
    """The shapes that may hide a word: of nearly its color, painted over it, or under a pale one."""
    filled = [shape for shape in page.shapes if shape.may_be_ground][:_MOST_GROUNDS]
    colors = {word.look.color for word in page.words}
    last = max((word.look.z for word in page.words), default=0)
    first = min((word.look.z for word in page.words), default=0)
    is_risky = any(
        (shape.z > first and shape.is_rectangle and shape.z <= last + _MOST_GROUNDS)
        or any(shape.fill and color and contrast(shape.fill, color) < _SAME_COLOR for color in colors)
        for shape in filled
    )
    return filled if is_risky or any(map(_is_pale, colors)) else []
