"""Short ways to ask an element of OpenDocument for its name and attributes, whatever their namespace."""

import re

from resumes.review.reading.archive import Element

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.346, "mm": 2.8346, "px": 0.75, "pc": 12.0}
_MOST_DIGITS = 5
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|in|cm|mm|px|pc)$")


def local(element: Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """The value of the attribute of that name."""
    if element is None:
        return None
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def whole(text: str | None, usual: int = 0) -> int:
    """A small whole number, or the usual one where the text is none."""
    return int(text) if text and text.isdecimal() and len(text) < _MOST_DIGITS else usual


def points(length: str | None) -> float:
    """A length such as "12pt" or "1.5cm" in points; 0 where it is none."""
    found = _LENGTH.match(length or "")
    return float(found[1]) * _POINTS[found[2]] if found else 0.0
