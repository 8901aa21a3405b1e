"""Markdown that cannot carry script: CommonMark with tables in, a short list of elements out."""

import nh3
from markdown_it import MarkdownIt

# A text longer than this would take seconds to parse; nobody writes one.
LONGEST = 100_000

_TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em", "h3", "h4", "h5"),
    *("hr", "i", "li", "mark", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "rel", "title"},
    "ol": {"start"},
    "td": {"data-label"},
    "th": {"scope"},
}
_SCHEMES = {"https", "http", "mailto", "tel"}


def parser() -> MarkdownIt:
    """A CommonMark parser with tables that shows raw HTML as text."""
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])


def clean(html: str) -> str:
    """Only the elements, attributes and link targets that our pages use."""
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


def to_html(text: str) -> str:
    """A short Markdown text, such as an answer or a step, as HTML that is safe to show."""
    return clean(str(parser().render(text[:LONGEST])))
