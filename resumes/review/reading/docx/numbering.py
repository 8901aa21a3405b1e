"""The marks of list items, which Word keeps apart from the text."""

import re
from collections import defaultdict

from resumes.review.reading.archive import Element
from resumes.review.reading.docx.names import attribute, child, children, number, value
from resumes.review.reading.marks import BULLET, from_symbol_font, is_picture, is_symbol_font, of_private_use

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """The lists of one document; it counts as it goes."""

    def __init__(self, root: Element | None) -> None:
        abstract = {attribute(each, "abstractNumId"): each for each in children(root, "abstractNum")}
        self._lists: dict[str, dict[int, Element]] = {}
        for each in children(root, "num"):
            levels = _levels(abstract.get(value(each, "abstractNumId")))
            for changed in children(each, "lvlOverride"):
                levels |= _levels(changed)
            self._lists[attribute(each, "numId") or ""] = levels
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)

    def mark(self, properties: Element | None) -> tuple[str, int] | None:
        """The next item's mark and depth by a `numPr`; None where it takes the paragraph out of its list."""
        list_id = value(properties, "numId") or "0"
        level = min(max(number(value(properties, "ilvl")) or 0, 0), _LEVELS - 1)
        if list_id == "0":
            return None
        definition = self._lists.get(list_id, {}).get(level)
        kind = value(definition, "numFmt") or "bullet"
        if kind == "none":
            return None
        if kind == "bullet":
            return _bullet(definition), level
        return self._count(list_id, level, definition), level

    def _count(self, list_id: str, level: int, definition: Element | None) -> str:
        counts = self._counts[list_id]
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            own = self._lists[list_id].get(at)
            start = number(value(own, "start")) or 1
            return _as(value(own, "numFmt"), start + max(counts[at], 1) - 1)

        text = value(definition, "lvlText")
        return _PLACE.sub(shown, text).strip() if text else f"{counts[level]}."


def _levels(owner: Element | None) -> dict[int, Element]:
    return {number(attribute(level, "ilvl")) or 0: level for level in children(owner, "lvl")}


def _bullet(definition: Element | None) -> str:
    """The bullet as a character that any font has."""
    text = (value(definition, "lvlText") or "").strip()
    fonts = child(definition, "rPr", "rFonts")
    font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or ""
    if len(text) != 1:
        return text[:3] or BULLET
    if is_picture(text):
        return (from_symbol_font(ord(text), font) if is_symbol_font(font) else of_private_use(text)) or BULLET
    if is_symbol_font(font) and ord(text) < 256:  # noqa: PLR2004 -- a byte
        return from_symbol_font(ord(text), font) or BULLET
    return text


def _as(kind: str | None, count: int) -> str:
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"lowerRoman", "upperRoman"}:
        roman = _roman(count)
        return roman.upper() if kind == "upperRoman" else roman
    return str(count)


def _roman(count: int) -> str:
    signs = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for worth, sign in signs:
        while count >= worth and len(text) < 12:  # noqa: PLR2004 -- no list is that long
            text, count = text + sign, count - worth
    return text
