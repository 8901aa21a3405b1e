"""Marks of list items, icons, and characters of picture fonts."""

import re

BULLET = "•"
# Signs that stand in front of an item and nowhere else at the start of a line.
SIGNS = (
    "•●○◦▪▫■□◼◻◾◽‣⁃∙⋅·・‧⬤⚫⚪◉◎⦿⦾⁌⁍❍❏❐❑❒▬▸▹►▻▶▷➢➣➤➥➧➨➔➙➛➜➝➞➟➠➡⇨⇒→⟶❯❱›»❖◆◇⬥⬦⬧⧫♦✓✔✅☑☒✗✘✦✧★☆✪✱✲✳✴✵✶✷✸✹✺❋🔹🔸🔷🔶⮞⮚⯈￭"
)
# A dash, a star or a greater-than sign marks an item only with a space behind it.
_TYPED = r"[-–—*+>~¤§](?=\s)"
_NUMBERED = r"\(?\d{1,2}[.)](?=\s)|\(?[a-hA-H]\)(?=\s+[A-Za-z])"
_CIRCLE = r"[oO](?=\s+[A-Z(“\"$\d])"
_MARK = re.compile(rf"\s*(?:([{re.escape(SIGNS)}])|({_TYPED}|{_NUMBERED}|{_CIRCLE}))\s*(?=\S)")
# "– Present" and "- 2021" go on from a date above; "- 2 -" and "* * *" are no items.
_NO_ITEM = re.compile(r"(?:(?:19|20)\d\d|present|current|now|today)\b|\d{1,3}\s*[-–—]?$|[-–—*_=~.\s]+$", re.IGNORECASE)
_ONLY_SIGN = re.compile(rf"(?:[{re.escape(SIGNS)}]|[-–—*+>o])$")


def split_mark(text: str) -> tuple[str, str]:
    """The mark of a list item and the text behind it; no mark where the line is none."""
    found = _MARK.match(text)
    if not found:
        return "", text
    behind = text[found.end() :]
    if found[2] and found[2] in "-–—*+>~" and _NO_ITEM.match(behind):
        return "", text
    return found[1] or found[2], behind


def is_mark(text: str) -> bool:
    """Whether the text is nothing but the sign of an item."""
    return bool(_ONLY_SIGN.match(text)) or is_picture(text)


# Fonts of pictures: each of their characters is an icon, whatever letter it is said to be.
_PICTURE_FONT = re.compile(
    r"awesome|icon|material|dingbat|webdings|wingdings|entypo|octicon|marvosym|fontello|icomoon|academicon|typicon|"
    r"glyphicon|feather|remix|mdl2|emoji|foundation-icons|linea|themify|zondicon|bbding|ifsym|\bfa-|^fa[bsr]?\d*-|"
    r"^symbol(?:mt|neu|std)?$|^opensymbol|^fontin.?symbol",
    re.IGNORECASE,
)
_SYMBOL_FONT = re.compile(r"wingdings|webdings|dingbat|symbol", re.IGNORECASE)


def is_picture_font(name: str) -> bool:
    """Whether the font holds pictures in place of letters."""
    return bool(_PICTURE_FONT.search(name))


def is_symbol_font(name: str) -> bool:
    """Whether the font's pictures are those that word processors use for marks."""
    return bool(_SYMBOL_FONT.search(name))


def is_picture(text: str) -> bool:
    """Whether the text is one character of private use, an icon by its place in Unicode."""
    return len(text) == 1 and ("\ue000" <= text <= "\uf8ff" or text >= "\U000f0000")


_WINGDINGS = {
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_SYMBOL = {0xA8: "♦", 0xAE: "→", 0xB7: "•", 0xDE: "⇒", 0x2D: "–", 0xD7: "·", 0x2A: "*"}


def from_symbol_font(code: int, font: str) -> str:
    """The character of a symbol font as Unicode has it; nothing where it is a picture only."""
    table = _SYMBOL if font.lower().startswith("symbol") else _WINGDINGS
    return table.get(code & 0xFF, "")


def of_private_use(sign: str) -> str:
    """A sign of private use as a mark: the one that word processors write, or a plain bullet."""
    is_of_windows = "\uf000" <= sign <= "\uf0ff"
    return (_WINGDINGS | _SYMBOL).get(ord(sign) & 0xFF, BULLET) if is_of_windows else BULLET


# Pictures that people set beside an address, a number or a heading; they say nothing that the words do not.
_ICON = re.compile(
    "[✁-✒✕-✖✙-✥✩✫-✰❀-❊❤-❧☀-☄☇-☑☔-☻♀-♂♚-♥♨-⚪⚬-⛿⌂⌘⌚⌛⎙⏏-⏺🌀-\U0001fbff\ue000-\uf8ff\U000f0000-\U0010ffff]+"
)


def without_icons(text: str) -> str:
    """The text without pictures; a space stays where one was."""
    return _ICON.sub(" ", text)
