"""The names of WordprocessingML, and short ways to ask an element for them."""

from typing import Any

from resumes.review.reading.archive import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Word can save the same document under the addresses of the ISO standard.
STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_OFF = {"0", "false", "off", "none"}


def local(element: Element) -> str:
    """The element's name without its namespace."""
    tag: Any = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along the path of names."""
    for name in path:
        if element is None:
            return None
        element = element.find(f"{_W}{name}")
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """The direct children of a name."""
    return [] if element is None else element.findall(f"{_W}{name}")


def attribute(element: Element | None, name: str = "val") -> str | None:
    """A `w:` attribute of an element that may be missing."""
    value: str | None = None if element is None else element.get(f"{_W}{name}")
    return value


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of a descendant."""
    return attribute(child(element, *path))


def switch(element: Element | None, name: str) -> bool | None:
    """A property that is on, off, or not said."""
    found = child(element, name)
    return None if found is None else (attribute(found) or "true") not in _OFF


def number(text: str | None) -> int | None:
    """A whole number, where the text is one."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None
