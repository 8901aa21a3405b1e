"""The control words, groups and letters of which an RTF file is made."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from resumes.review.reading.refusals import refusal

Kind = Literal["open", "close", "word", "byte", "text"]


class Token(NamedTuple):
    """One of them: a word with its number, a byte of some code page, or plain letters."""

    kind: Kind
    text: str = ""
    number: int | None = None


_TOKEN = re.compile(
    r"(?P<brace>[{}])|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_SIGNS = {"~": "\u00a0", "_": "-", "-": "", "\n": "par", "\r": "par", "*": "*"}


# Two pages have some ten thousand.
_MOST_TOKENS = 120_000


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a file whose bytes were taken for Latin-1."""
    at = count = 0
    while found := _TOKEN.match(text, at):
        count += 1
        if count > _MOST_TOKENS:
            raise refusal("too-complex")
        at = found.end()
        group = found.lastgroup
        if group == "brace":
            yield Token("open" if found["brace"] == "{" else "close")
        elif group == "byte":
            yield Token("byte", number=int(found["byte"], 16))
        elif found["word"]:
            number = int(found["number"]) if found["number"] else None
            yield Token("word", found["word"], number)
            # Pictures may be written as bare bytes, which mean nothing here.
            at += max(number or 0, 0) if found["word"] == "bin" else 0
        elif group == "sign":
            yield _sign(found["sign"])
        elif group == "text":
            yield Token("text", found["text"])


def _sign(sign: str) -> Token:
    meant = _SIGNS.get(sign, sign)
    return Token("word", meant) if meant in {"par", "*"} else Token("text", meant)
