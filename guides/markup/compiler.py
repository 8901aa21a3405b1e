"""Compiles the Markdown of a section into segments: texts with their margin, and blocks between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from django.utils.text import slugify
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from guides.markup.syntax import CONTAINERS, make_parser
from guides.markup.tags import OPEN, SYNTAX, Tag, plain_text
from kit.markup import LONGEST, clean

__all__ = ["BLOCKS", "CONTAINERS", "Compiled", "Problem", "Segment", "compile_text"]

BLOCKS = (
    "glance",
    "settings",
    "pay",
    "pay-states",
    "pay-settings",
    "outlook",
    "steps",
    "credentials",
    "more-credentials",
    "state-rule",
    "path",
    "associations",
    "job-boards",
    "programs",
    "education",
    "regulators",
    "questions",
    "sources",
)
_LINK = re.compile(r"^(https://|mailto:|/(?!/)|#)")
_UNSAFE_LINK = re.compile(r"(?:\]\(\s*<?|^\s{0,3}\[[^\]]+\]:\s*|<)(?:javascript|vbscript|file|data):", re.IGNORECASE)
_FENCE = re.compile(r"^\s{0,3}:::+\s*([A-Za-z-]*)")
_BRACES = re.compile(r"\{\{.*?\}\}|\{\{|\}\}")


@dataclass(frozen=True)
class Problem:
    """Something an editor must mend: the line, counted from one, and a sentence that says what to do."""

    line: int
    message: str


@dataclass(frozen=True)
class Segment:
    """A stretch of text with the facts and terms it uses, or one block."""

    html: str = ""
    block: str = ""
    facts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Compiled:
    """A section's text, ready to be filled with facts."""

    segments: tuple[Segment, ...]
    facts: tuple[str, ...]
    terms: tuple[str, ...]
    blocks: tuple[str, ...]
    links: tuple[tuple[int, str], ...]
    anchors: tuple[str, ...]
    problems: tuple[Problem, ...]
    words: int


@lru_cache(maxsize=4096)
def compile_text(body: str, prefix: str = "") -> Compiled:
    """Compile Markdown; headings get anchors that begin with the prefix. Never raises: problems are listed."""
    text = body.replace(OPEN, "")[:LONGEST]
    md = make_parser()
    tokens = md.parse(text)
    anchors = tuple(_name_headings(tokens, prefix))
    segments = tuple(_segments(md, tokens))
    tags = [tag for _line, tag in _tags(tokens)]
    return Compiled(
        segments=segments,
        facts=_keys(tags, "fact"),
        terms=_keys(tags, "term"),
        blocks=tuple(tag.key for tag in tags if tag.kind == "show"),
        links=tuple(_links(tokens)),
        anchors=anchors,
        problems=tuple(sorted({*_problems(body, text, tokens)}, key=lambda problem: problem.line)),
        # A tag reads as its own words or as one.
        words=sum(len(plain_text(segment.html, lambda tag: tag.words or "x").split()) for segment in segments),
    )


def _keys(tags: Sequence[Tag], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.key for tag in tags if tag.kind == kind))


def _tags(tokens: Sequence[Token]) -> Iterator[tuple[int, Tag]]:
    for token in tokens:
        line = (token.map or [0])[0] + 1
        for child in token.children or ():
            if child.type == "cg_tag":
                yield line, child.meta["tag"]


def _links(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    for token in tokens:
        line = (token.map or [0])[0] + 1
        for child in token.children or ():
            if child.type == "link_open":
                yield line, str(child.attrGet("href") or "")


def _name_headings(tokens: Sequence[Token], prefix: str) -> Iterator[str]:
    seen: set[str] = set()
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag in {"h3", "h4"}:
            words = SYNTAX.sub(" ", inline.content)
            base = slugify("-".join(part for part in (prefix, words) if part))[:60].strip("-") or "part"
            name = base
            while name in seen:
                name = f"{base}-{len(seen)}"
            seen.add(name)
            token.attrSet("id", name)
            yield name


def _segments(md: MarkdownIt, tokens: Sequence[Token]) -> Iterator[Segment]:
    pending: list[Token] = []
    for place, token in enumerate(tokens):
        if token.level == 0 and token.type == "heading_open" and token.tag == "h3":
            yield from _text(md, pending)
            pending = []
        if block := _block_at(tokens, place):
            # Its paragraph has been opened already: take that back.
            pending.pop()
            yield from _text(md, pending)
            yield Segment(block=block)
            pending = []
        elif not (place and _block_at(tokens, place - 1)):
            pending.append(token)
    yield from _text(md, pending)


def _block_at(tokens: Sequence[Token], place: int) -> str:
    token = tokens[place]
    if token.type != "inline" or token.level != 1 or tokens[place - 1].type != "paragraph_open":
        return ""
    words = [child for child in token.children or () if child.type != "text" or child.content.strip()]
    if len(words) == 1 and words[0].type == "cg_tag" and words[0].meta["tag"].kind == "show":
        return str(words[0].meta["tag"].key)
    return ""


def _text(md: MarkdownIt, tokens: Sequence[Token]) -> Iterator[Segment]:
    if not tokens:
        return
    tags = [tag for _line, tag in _tags(tokens)]
    html = clean(str(md.renderer.render(tokens, md.options, {})))
    yield Segment(html=html, facts=_keys(tags, "fact"), terms=_keys(tags, "term"))


def _problems(body: str, text: str, tokens: Sequence[Token]) -> Iterator[Problem]:
    if len(body) > LONGEST:
        yield Problem(1, _("The text is too long: %(most)d characters are the most.") % {"most": LONGEST})
    yield from _html_problems(text)
    yield from _unsafe_links(text)
    yield from _token_problems(tokens)
    yield from _fence_problems(text)
    yield from _brace_problems(tokens)


def _html_problems(text: str) -> Iterator[Problem]:
    for token in make_parser(html=True).parse(text):
        inline = any(child.type == "html_inline" for child in token.children or ())
        if token.type == "html_block" or inline:
            line = (token.map or [0])[0] + 1
            yield Problem(
                line, _("HTML is not allowed here: write it in Markdown, and leave out tags such as <script>.")
            )


def _unsafe_links(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), start=1):
        if _UNSAFE_LINK.search(line):
            yield Problem(number, _("This link would run something: links must begin with https://, mailto:, / or #."))


def _token_problems(tokens: Sequence[Token]) -> Iterator[Problem]:
    for token in tokens:
        line = (token.map or [0])[0] + 1
        if token.type == "heading_open" and token.meta.get("was", "") in {"h1", "h2"}:
            yield Problem(line, _("Begin headings inside a section with ###: the section's own title stands above it."))
        for child in token.children or ():
            if child.type == "image":
                yield Problem(line, _("Pictures cannot be put into the text: choose an illustration for the role."))
            if child.type == "link_open" and not _LINK.match(str(child.attrGet("href") or "")):
                yield Problem(
                    line,
                    _("Links must begin with https://, mailto:, / or #. This one begins “%(start)s”.")
                    % {"start": str(child.attrGet("href"))[:30]},
                )
    if sum(token.type == "container_do_open" for token in tokens) > 1:
        yield Problem(1, _("A section ends with one thing to do: leave one “::: do” and take the others out."))


def _fence_problems(text: str) -> Iterator[Problem]:
    opened: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = _FENCE.match(line)
        if match is None:
            continue
        name = match[1]
        if not name:
            if opened:
                opened.pop()
            else:
                yield Problem(number, _("This ::: closes nothing: take it out, or open a container above it."))
        else:
            opened.append((number, name))
            if name not in CONTAINERS:
                known = ", ".join(CONTAINERS)
                yield Problem(
                    number,
                    _("There is no container “%(name)s”. There are: %(known)s.") % {"name": name, "known": known},
                )
    for number, name in opened:
        yield Problem(
            number,
            _("The container “%(name)s” is never closed: put ::: on a line of its own after it.") % {"name": name},
        )


def _brace_problems(tokens: Sequence[Token]) -> Iterator[Problem]:
    for token in tokens:
        line = (token.map or [0])[0] + 1
        for child in token.children or ():
            if child.type == "text" and (match := _BRACES.search(child.content)):
                yield Problem(
                    line,
                    _("“%(tag)s” is not a tag: write {{ fact:key }}, {{ term:word }}, {{ show:block }} or {{ state }}.")
                    % {"tag": match[0][:40]},
                )
    for place, token in enumerate(tokens):
        alone = _block_at(tokens, place)
        for child in token.children or ():
            if child.type == "cg_tag" and child.meta["tag"].kind == "show":
                yield from _show_problems(child.meta["tag"].key, alone, (token.map or [0])[0] + 1)


def _show_problems(name: str, alone: str, line: int) -> Iterator[Problem]:
    if name not in BLOCKS:
        yield Problem(
            line, _("There is no block “%(name)s”. There are: %(known)s.") % {"name": name, "known": ", ".join(BLOCKS)}
        )
    elif not alone:
        yield Problem(
            line,
            _("Put {{ show:%(name)s }} on a line of its own, with an empty line before and after.") % {"name": name},
        )
