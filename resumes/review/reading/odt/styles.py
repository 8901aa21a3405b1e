"""The styles of an OpenDocument text: looks, tab stops, list marks, columns."""

from collections.abc import Iterable

from resumes.review.reading.archive import Element
from resumes.review.reading.marks import BULLET, from_symbol_font, is_picture, is_symbol_font, of_private_use
from resumes.review.reading.odt.names import attribute, child, local, points, whole
from resumes.review.reading.runs import Look

_DEEPEST = 20
_BOLD_FROM = 600


class Styles:
    """All styles of one document, by their names."""

    def __init__(self, roots: Iterable[Element | None]) -> None:
        self._by_name: dict[str, Element] = {}
        self._lists: dict[str, dict[int, Element]] = {}
        self._default: Element | None = None
        self._looks: dict[str, Look] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                self._keep(element)

    def _keep(self, element: Element) -> None:
        name = local(element)
        if name == "style":
            self._by_name[f"{attribute(element, 'family')} {attribute(element, 'name')}"] = element
        elif name == "list-style":
            levels = {whole(attribute(level, "level"), 1): level for level in element}
            self._lists[attribute(element, "name") or ""] = levels
        elif name == "default-style" and attribute(element, "family") == "paragraph":
            self._default = element

    def chain(self, family: str, name: str | None) -> list[Element]:
        """The style, then its parents."""
        found: list[Element] = []
        while f"{family} {name}" in self._by_name and len(found) < _DEEPEST:
            element = self._by_name[f"{family} {name}"]
            found.append(element)
            name = attribute(element, "parent-style-name")
        return found

    def look(self, family: str, name: str | None) -> Look:
        """What a style says about characters, its parents included."""
        key = f"{family} {name}"
        if key not in self._looks:
            look = Look()
            for ancestor in self.chain(family, name):
                look = look.over(_look_of(ancestor))
            self._looks[key] = look
        return self._looks[key]

    def paragraph_look(self, name: str | None) -> Look:
        """How a paragraph of the style looks."""
        default = _look_of(self._default) if self._default is not None else Look()
        return self.look("paragraph", name).over(default).over(Look(size=12.0))

    def names(self, name: str | None) -> set[str]:
        """The names of a paragraph style and its parents for people, in small letters."""
        chain = self.chain("paragraph", name)
        return {(attribute(each, "name") or "").replace("_20_", " ").lower() for each in chain}

    def has_right_stop(self, name: str | None) -> bool:
        """Whether a tab leads to the right edge."""
        lists = (child(style, "paragraph-properties", "tab-stops") for style in self.chain("paragraph", name))
        return any(attribute(stop, "type") == "right" for stops in lists if stops is not None for stop in stops)

    def says(self, family: str, name: str | None, properties: str, key: str) -> str | None:
        """A property of a style or its nearest parent that has it."""
        found = (attribute(child(style, properties), key) for style in self.chain(family, name))
        return next((value for value in found if value), None)

    def columns(self, family: str, name: str | None) -> int:
        """The columns of a section."""
        for style in self.chain(family, name):
            count = attribute(child(style, "section-properties", "columns"), "column-count")
            if count:
                return whole(count, 1)
        return 1

    def list_level(self, name: str | None, level: int) -> Element | None:
        """The definition of a list's level, from 0."""
        return self._lists.get(name or "", {}).get(level + 1)


def bullet(definition: Element | None) -> str:
    """The mark of a level that is not counted."""
    sign = attribute(definition, "bullet-char") or ""
    font = attribute(child(definition, "text-properties"), "font-name") or ""
    if len(sign) != 1:
        return sign[:3] or BULLET
    if is_picture(sign):
        return (from_symbol_font(ord(sign), font) if is_symbol_font(font) else of_private_use(sign)) or BULLET
    return sign


def _look_of(style: Element) -> Look:
    properties = child(style, "text-properties")
    weight, slant = attribute(properties, "font-weight"), attribute(properties, "font-style")
    color, ground = attribute(properties, "color"), attribute(properties, "background-color")
    paragraph_ground = attribute(child(style, "paragraph-properties"), "background-color")
    display = attribute(properties, "display")
    return Look(
        bold=None if weight is None else weight == "bold" or whole(weight) >= _BOLD_FROM,
        italic=None if slant is None else slant in {"italic", "oblique"},
        size=points(attribute(properties, "font-size")) or None,
        color=color,
        font=attribute(properties, "font-name") or attribute(properties, "font-family"),
        is_hidden=None if display is None else display == "none",
        is_shaded=is_ground(ground) or is_ground(paragraph_ground),
    )


def is_ground(color: str | None) -> bool | None:
    """Whether a background color is set that is not white; None where none is mentioned."""
    return None if color is None else color.lower() not in {"transparent", "#ffffff"}
