"""Markdown without its signs: what a reader of the page would see."""

import re
from collections.abc import Iterator

from resumes.review.reading.letters import TAB

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_TABLE_ROW = re.compile(r"\s*\|(.*)\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_FRONT_MATTER = re.compile(r"\A---\n(?=[\w-]+:)(?:.*\n){1,80}?---\n")
_INLINE = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\((?:mailto:|tel:)?[^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)?[^<>\s]+[@.][^<>\s]+)>"), r"\1"),
    (re.compile(r"</?(?:b|i|u|em|strong|span|div|p|center|small|sup|sub|br|hr|font|a)\b[^<>]*>", re.IGNORECASE), " "),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(.+?)~~"), r"\1"),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>&])"), r"\1"),
    (re.compile(r"(?:  +|\\)$"), ""),
)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&mdash;": "—", "&ndash;": "–", "&bull;": "•"}
_WHOLE_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1\s*$")


def lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line with what it is: "h1" to "h6", "table", "bold", "ornament" or "text"; empty ones as they are."""
    body = _without_comments(_FRONT_MATTER.sub("", text))
    for line in body.split("\n"):
        yield _line(line)


def _line(line: str) -> tuple[str, str]:
    if _FENCE.match(line) or ("|" in line and _TABLE_RULE.match(line)):
        return "", "ornament"
    if heading := _HEADING.match(line):
        return plain(heading[2]), f"h{len(heading[1])}"
    if row := _TABLE_ROW.match(line):
        return plain(TAB.join(cell.strip() for cell in re.split(r"(?<!\\)\|", row[1]))), "table"
    line = _QUOTE.sub("", line)
    return plain(line), "bold" if _WHOLE_BOLD.match(line) else "text"


def _without_comments(text: str) -> str:
    parts = text.split("<!--")
    return parts[0] + "".join(part.partition("-->")[2] if "-->" in part else f"<!--{part}" for part in parts[1:])


# Some of the patterns take longer than the line is long, so they are spared what nobody typed.
_LONGEST_LINE = 4_000


def plain(text: str) -> str:
    """The text without marks of emphasis, with the words of its links."""
    if len(text) > _LONGEST_LINE:
        return text
    for pattern, put in _INLINE:
        text = pattern.sub(put, text)
    for name, sign in _ENTITIES.items():
        text = text.replace(name, sign)
    return text
