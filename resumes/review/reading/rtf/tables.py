"""What an RTF file says once for all: fonts with their code pages, colors, and the names of styles."""

import re
from dataclasses import dataclass, field

_CODE_PAGES = (
    {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254"}
    | {163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}
)  # fmt: skip
SYMBOL_CHARSET = 2
_FONT = re.compile(r"\\f(\d+)((?:\\[a-z]+-?\d*\s?)*)([^\\;{}]*)")
_CHARSET = re.compile(r"\\fcharset(\d+)")
_COLOR = re.compile(r"(?:\\red(\d+))?\s*(?:\\green(\d+))?\s*(?:\\blue(\d+))?[^;{}]*;")
_STYLE = re.compile(r"\{(?:\\\*)?\\s(\d+)([^{}]*?)\s([^\\{};]+);\}")
_SIZE = re.compile(r"\\fs(\d{1,3})\b")
_DEFAULT_PAGE = re.compile(r"\\ansicpg(\d+)")
# The tables stand at the beginning.
_HEAD = 200_000


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one file."""

    code_page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    charsets: dict[int, int] = field(default_factory=dict)
    # Six hexadecimal digits; none where the reader's own color is meant.
    colors: list[str | None] = field(default_factory=list)
    styles: dict[int, str] = field(default_factory=dict)
    # In points.
    sizes: dict[int, float] = field(default_factory=dict)

    def page_of(self, font: int | None) -> str:
        """The code page of a font's bytes."""
        charset = self.charsets.get(font or 0, 1)
        return _CODE_PAGES.get(charset, self.code_page)

    def is_symbol(self, font: int | None) -> bool:
        """Whether the font's letters are signs."""
        return self.charsets.get(font if font is not None else -1) == SYMBOL_CHARSET


def tables_of(text: str) -> Tables:
    """Read them from the head of the file."""
    head = text[:_HEAD]
    fonts, charsets = {}, {}
    for found in _FONT.finditer(_group(head, "fonttbl")):
        fonts[int(found[1])] = found[3].strip()
        if charset := _CHARSET.search(found[2]):
            charsets[int(found[1])] = int(charset[1])
    styles = list(_STYLE.finditer(_group(head, "stylesheet")))
    page = _DEFAULT_PAGE.search(head)
    return Tables(
        code_page=f"cp{page[1]}" if page and _is_known(f"cp{page[1]}") else "cp1252",
        fonts=fonts,
        charsets=charsets,
        colors=[_color(found.groups()) for found in _COLOR.finditer(_group(head, "colortbl"))],
        styles={int(found[1]): found[3].strip().lower() for found in styles},
        sizes={int(found[1]): int(size[1]) / 2 for found in styles if (size := _SIZE.search(found[2]))},
    )


def _is_known(encoding: str) -> bool:
    try:
        b"".decode(encoding)
    except LookupError:
        return False
    return True


def _group(text: str, name: str) -> str:
    """The text of a group, from its name to its closing brace."""
    start = text.find(f"{{\\{name}")
    depth = 0
    for at in range(max(start, 0), len(text)) if start >= 0 else ():
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return text[start + len(name) + 2 : at]
    return ""


def _color(parts: tuple[str | None, ...]) -> str | None:
    if not any(part is not None for part in parts):
        return None
    return "".join(f"{min(int(part or 0), 255):02x}" for part in parts)
