"""How text looks: the document's defaults, the chain of its styles, and what a run says itself."""

from functools import cached_property

from resumes.review.reading.archive import Element
from resumes.review.reading.docx.names import attribute, child, children, number, switch, value
from resumes.review.reading.runs import Look

_DEEPEST = 20


def look_of(properties: Element | None, theme: dict[str, str]) -> Look:
    """What an `rPr` says."""
    if properties is None:
        return Look()
    half_points = number(value(properties, "sz"))
    return Look(
        bold=switch(properties, "b"),
        italic=switch(properties, "i"),
        size=half_points / 2 if half_points is not None else None,
        color=value(properties, "color"),
        font=_font_of(child(properties, "rFonts"), theme),
        is_hidden=switch(properties, "vanish"),
        is_shaded=is_filled(properties) or (True if value(properties, "highlight") not in {None, "none"} else None),
    )


def is_filled(properties: Element | None) -> bool | None:
    """Whether a background other than white is set; None where none is mentioned."""
    fill = attribute(child(properties, "shd"), "fill")
    return None if fill is None else fill.lower() not in {"auto", "ffffff"}


def _font_of(fonts: Element | None, theme: dict[str, str]) -> str | None:
    if named := attribute(fonts, "ascii") or attribute(fonts, "hAnsi"):
        return named
    from_theme = attribute(fonts, "asciiTheme") or attribute(fonts, "hAnsiTheme")
    return theme.get(from_theme[:5]) if from_theme else None


class Styles:
    """The styles of one document by their ids."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        self._root = root
        self._by_id = {attribute(style, "styleId"): style for style in children(root, "style")}
        self._looks: dict[str, Look] = {}
        self.theme = _theme_fonts(theme)

    @cached_property
    def default(self) -> Look:
        """How text looks that says nothing: ten points, unless the document's defaults say otherwise."""
        return look_of(child(self._root, "docDefaults", "rPrDefault", "rPr"), self.theme).over(Look(size=10.0))

    @cached_property
    def usual(self) -> str | None:
        """The paragraph style of paragraphs that name none."""
        for style in self._by_id.values():
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
                return attribute(style, "styleId")
        return None

    def look(self, style: str | None) -> Look:
        """What a style says, its ancestors included."""
        key = style or ""
        if key not in self._looks:
            look = Look()
            for ancestor in self.chain(style):
                look = look.over(look_of(child(ancestor, "rPr"), self.theme))
            self._looks[key] = look
        return self._looks[key]

    def chain(self, style: str | None) -> list[Element]:
        """The style, then the one it is based on, and so on."""
        found: list[Element] = []
        while style in self._by_id and len(found) < _DEEPEST:
            element = self._by_id[style]
            found.append(element)
            style = value(element, "basedOn")
        return found

    def name(self, style: str | None) -> str:
        """The style's name for people, in small letters."""
        return (value(self._by_id.get(style), "name") or style or "").lower()

    def property(self, style: str | None, own: Element | None, name: str) -> Element | None:
        """A paragraph property: the paragraph's own, or the nearest style's that has it."""
        if (found := child(own, name)) is not None:
            return found
        for ancestor in self.chain(style):
            if (found := child(ancestor, "pPr", name)) is not None:
                return found
        return None

    def has_fill(self, style: str | None) -> bool:
        """Whether a table's style colors any of its cells."""
        return any(
            is_filled(properties)
            for ancestor in self.chain(style)
            for properties in ancestor.iter()
            if properties.tag.endswith(("}tcPr", "}tblPr", "}rPr", "}pPr"))
        )


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The fonts that "minor" and "major" stand for."""
    fonts = {}
    for element in theme.iter() if theme is not None else ():
        tag = str(element.tag).rpartition("}")[2]
        if tag in {"minorFont", "majorFont"}:
            latin = next((part.get("typeface") for part in element if str(part.tag).endswith("}latin")), None)
            if latin:
                fonts[tag[:5]] = latin
    return fonts
