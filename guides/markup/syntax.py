"""What our Markdown has beyond CommonMark: tags in braces, containers, tables that become lists on a phone."""

from collections.abc import Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from guides.markup.tags import Tag, read_tag
from kit.markup import parser

CONTAINERS = ("day", "never", "aside", "duties", "say", "before-after", "do")
_EXTERNAL = ("https://", "http://")


def make_parser(*, html: bool = False) -> MarkdownIt:
    """The parser for sections; with `html` it finds raw HTML instead of showing it as text."""
    md = parser()
    md.options["html"] = html
    md.inline.ruler.before("escape", "cg_tag", _tag_rule)
    md.add_render_rule("cg_tag", _render_tag)
    md.add_render_rule("td_open", _render_cell_open)
    md.add_render_rule("td_close", _render_cell_close)
    for name in CONTAINERS:
        md.use(container_plugin, name, render=_render_container)
    md.core.ruler.push("cg_headings", _headings)
    md.core.ruler.push("cg_tables", _tables)
    md.core.ruler.push("cg_links", _external_links)
    return md


def _tag_rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{{", state.pos):
        return False
    found = read_tag(state.src, state.pos)
    if found is None:
        return False
    tag, end = found
    if not silent:
        token = state.push("cg_tag", "", 0)
        token.meta = {"tag": tag}
    state.pos = end
    return True


def _render_tag(_renderer: RendererHTML, tokens: Sequence[Token], at: int, _options: Any, _env: Any) -> str:
    tag: Tag = tokens[at].meta["tag"]
    return escape(tag.mark(), quote=False)


def _render_cell_open(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    # As a list on a phone the cell is a grid of label and content: the content must be one box.
    return str(renderer.renderToken(tokens, at, options, env)) + ("<span>" if tokens[at].meta.get("labelled") else "")


def _render_cell_close(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return ("</span>" if tokens[at].meta.get("labelled") else "") + renderer.renderToken(tokens, at, options, env)


def _render_container(_renderer: RendererHTML, tokens: Sequence[Token], at: int, _options: Any, _env: Any) -> str:
    token = tokens[at]
    if token.nesting < 0:
        return "</div>\n"
    name, _space, title = token.info.strip().partition(" ")
    # A table in a before-after container is styled by the container, so the class is all it takes.
    head = f'<p class="{name}__title">{escape(title.strip())}</p>' if title.strip() else ""
    return f'<div class="{name}">{head}\n'


def _headings(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"} and token.tag in {"h1", "h2", "h6"}:
            token.meta = {"was": token.tag}
            token.tag = "h3" if token.tag != "h6" else "h5"


def _tables(state: StateCore) -> None:
    """Give cells their column's name, so that a row can stand as a list on a phone."""
    headers: list[str] = []
    column, in_head = 0, False
    for place, token in enumerate(state.tokens):
        if token.type == "table_open":
            token.attrSet("class", "tbl tbl--list")
            headers = []
        elif token.type in {"thead_open", "thead_close"}:
            in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            column = 0
        elif token.type in {"th_open", "td_open"}:
            token.attrs.pop("style", None)
            _cell(state.tokens, place, column, headers, in_head)
            column += 1


def _cell(tokens: list[Token], place: int, column: int, headers: list[str], in_head: bool) -> None:
    token = tokens[place]
    close = next(later for later in tokens[place:] if later.type == token.type.replace("open", "close"))
    if in_head:
        headers.append(tokens[place + 1].content)
        token.attrSet("scope", "col")
    elif column == 0:
        token.tag = close.tag = "th"
        token.attrSet("scope", "row")
    elif column < len(headers):
        token.attrSet("data-label", headers[column])
        token.meta = close.meta = {"labelled": True}


def _external_links(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "link_open" and str(child.attrGet("href") or "").startswith(_EXTERNAL):
                child.attrSet("rel", "noopener external")
                child.attrSet("class", "external")
