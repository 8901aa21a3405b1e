"""The tags in double braces, and the marks that hold their place in compiled HTML.

A compiled text keeps one mark a tag, so that a changed fact shows at once without compiling again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

import nh3

# Private-use characters: no editor types them, and no sanitiser changes them.
OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}([a-z]+):([^{OPEN}{CLOSE}|]*)\\|([^{OPEN}{CLOSE}]*){CLOSE}")
SYNTAX = re.compile(r"\{\{\s*(?:(fact|term|show)\s*:\s*([A-Za-z0-9./_-]+)\s*(?:\|\s*([^{}|]+?)\s*)?|(state))\s*\}\}")


@dataclass(frozen=True)
class Tag:
    """One tag: what kind, which key, and the words to show instead of the default, if any."""

    kind: str
    key: str
    words: str = ""

    def mark(self) -> str:
        """The placeholder that stands for the tag in compiled HTML."""
        return f"{OPEN}{self.kind}:{self.key}|{self.words}{CLOSE}"


def read_tag(text: str, at: int) -> tuple[Tag, int] | None:
    """The tag that begins at the place, with where it ends; nothing where no tag begins."""
    match = SYNTAX.match(text, at)
    if match is None:
        return None
    kind, key, words, state = match.groups()
    return (Tag("state", "") if state else Tag(kind, key.lower(), words or "")), match.end()


def fill(html: str, put: Callable[[Tag], str]) -> str:
    """The HTML with each mark replaced by what `put` makes of its tag (HTML that is safe to show)."""
    return "".join(part if isinstance(part, str) else put(part) for part in _parts(html))


@lru_cache(maxsize=4_000)
def _parts(html: str) -> tuple[str | Tag, ...]:
    """The stretches of HTML and the tags between them, in their order."""
    parts: list[str | Tag] = []
    end = 0
    for match in MARK.finditer(html):
        parts += html[end : match.start()], Tag(match[1], match[2], unescape(match[3]))
        end = match.end()
    return (*parts, html[end:])


def plain_text(html: str, words: Callable[[Tag], str]) -> str:
    """The words of compiled HTML, for search and for counting; `words` says what a tag reads as."""
    spaced = re.sub(r"</(p|li|h[3-5]|td|th|div|dt|dd)>", r" </\1>", html)
    filled = MARK.sub(lambda match: words(Tag(match[1], match[2], unescape(match[3]))), spaced)
    return " ".join(unescape(nh3.clean(filled, tags=set())).split())
