"""What stands inside one paragraph: runs of text with their look, text boxes and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from resumes.review.reading.archive import Element
from resumes.review.reading.docx.names import attribute, child, local
from resumes.review.reading.docx.styles import Styles, look_of
from resumes.review.reading.marks import from_symbol_font
from resumes.review.reading.runs import SOFT_END, Look

# Signs for what is no text: a page that ends, by the writer's word or by the last layout, and a column.
PAGE_END, COLUMN_END, RENDERED_PAGE_END = "\x0c", "\x0b", "\x1c"
# Elements that only wrap what is shown; deleted text is in none of them.
_WRAPPERS = frozenset(
    {
        "hyperlink",
        "ins",
        "moveTo",
        "sdt",
        "sdtContent",
        "smartTag",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
    }
)
_DRAWN = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": SOFT_END, "noBreakHyphen": "-", "lastRenderedPageBreak": RENDERED_PAGE_END}
_BREAKS = {"page": PAGE_END, "column": COLUMN_END}
_EMU_PER_POINT = 12700


@dataclass(slots=True)
class Box:
    """The content of a text box, and whether it has a background."""

    content: Element
    is_filled: bool


@dataclass(slots=True)
class Drawn:
    """What a drawing holds: text boxes, and pictures by their width and height in points (0 where not said)."""

    boxes: list[Box] = field(default_factory=list)
    pictures: list[tuple[float, float]] = field(default_factory=list)


def pieces(paragraph: Element, styles: Styles, below: Look) -> Iterator[tuple[str, Look] | Drawn]:
    """The paragraph's text, run by run, and its drawings where they are anchored."""
    for element in paragraph:
        name = local(element)
        if name == "r":
            yield from _run(element, styles, below)
        elif name in _WRAPPERS:
            yield from pieces(element, styles, below)
        elif name == "AlternateContent":
            yield from pieces(_choice(element), styles, below)


def _choice(alternate: Element) -> Element:
    """One of the alternatives: the first, which newer programs show; the fallback says the same again."""
    return next((each for each in alternate if local(each) == "Choice" and len(each)), next(iter(alternate), alternate))


def _run(run: Element, styles: Styles, below: Look) -> Iterator[tuple[str, Look] | Drawn]:
    properties = child(run, "rPr")
    named = attribute(child(properties, "rStyle"))
    look = look_of(properties, styles.theme).over(styles.look(named)).over(below) if properties is not None else below
    yield from _content(run, look)


def _content(run: Element, look: Look) -> Iterator[tuple[str, Look] | Drawn]:
    for element in run:
        name = local(element)
        if name == "t":
            yield element.text or "", look
        elif name in _SIGNS:
            yield _SIGNS[name], look
        elif name == "br":
            yield _BREAKS.get(attribute(element, "type") or "", SOFT_END), look
        elif name == "sym":
            yield _symbol(element), look
        elif name in _DRAWN:
            yield _drawn(element)
        elif name == "AlternateContent":
            yield from _content(_choice(element), look)


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return from_symbol_font(code, attribute(element, "font") or "")


def _drawn(element: Element) -> Drawn:
    """The boxes and pictures of a drawing; what lies in a box is read with the box."""
    drawn = Drawn()
    size = (0.0, 0.0)
    stack = [(element, False)]
    while stack:
        each, is_filled = stack.pop()
        name = local(each)
        if name == "txbxContent":
            drawn.boxes.append(Box(each, is_filled))
            continue
        if name == "extent":
            size = (_points(each.get("cx")), _points(each.get("cy")))
        elif name in {"blip", "imagedata", "chart", "relIds"}:
            drawn.pictures.append(size)
        parts = list(_choice(each)) if name == "AlternateContent" else list(each)
        is_filled = is_filled or _fills(each, parts)
        stack.extend((part, is_filled) for part in reversed(parts))
    return drawn


def _fills(shape: Element, parts: list[Element]) -> bool:
    """Whether the shape sets a background for the text in it."""
    if shape.get("fillcolor", "white").lower() not in {"white", "#ffffff", "none"}:
        return True
    properties = next((part for part in parts if local(part) == "spPr"), None)
    filled = {"solidFill", "gradFill", "blipFill", "pattFill"}
    return properties is not None and any(local(part) in filled for part in properties)


def _points(emu: str | None) -> float:
    return int(emu) / _EMU_PER_POINT if emu and emu.isdigit() else 0.0
