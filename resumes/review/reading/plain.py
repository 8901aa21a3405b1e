"""Text that was typed or pasted, and files of plain text or Markdown."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resumes.review.document import FileKind, Layout, LineKind, ReadDocument
from resumes.review.reading import markdown as md
from resumes.review.reading.decoding import decode
from resumes.review.reading.letters import TAB, clean, squeeze
from resumes.review.reading.marks import split_mark
from resumes.review.reading.refusals import refusal
from resumes.review.reading.sheet import Paragraph, build, tidy
from resumes.review.reading.wrapping import Block, Row, paragraphs, text_of

# A tab, or more spaces than anyone types between words, inside a line.
_GAP = re.compile(r"(?<=\S)(?:[ ]*\t[ \t]*|[ ]{3,})(?=\S)")
_RULE = re.compile(r"\s*(?:[-–—_=*~#•·.+|<>\u2500-\u257f]\s*){3,}$")
_UNDERLINE = re.compile(r"\s*(?:-{3,}|={3,}|~{3,}|_{3,})\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LARGEST = 400_000
_TAB_WIDTH = 4
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Typed:
    """One typed line, without ornaments."""

    text: str
    y: int
    kind: LineKind = "text"
    is_bold: bool = False
    x: int = 0
    mark: str = ""
    text_x: int = 0
    # How deep a heading lies, from 1; 0 where that is not said.
    depth: int = 0


def read_text(text: str, *, markdown: bool = False) -> ReadDocument:
    """What was pasted or typed; never refused."""
    text = clean(text)
    given = md.lines(text) if markdown else ((line, "text") for line in text.split("\n"))
    typed = _with_headings(list(_typed(given)))
    kind: FileKind = "md" if markdown else "txt"
    tables = sum(line.kind == "table" and above.kind != "table" for above, line in pairwise([_NOTHING, *typed]))
    return build(_paragraphs(typed), kind, Layout(tables=tables))


def read_plain(data: bytes, *, is_markdown: bool) -> ReadDocument:
    """A text file."""
    if len(data) > _LARGEST:
        raise refusal("too-long")
    text = decode(data)
    if text.lstrip().startswith(("{", "[")) and _is_json(text):
        raise refusal("other-document")
    return read_text(text, markdown=is_markdown)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


_NOTHING = _Typed("", -1)


def _typed(given: Iterable[tuple[str, str]]) -> Iterator[_Typed]:
    """The lines that say something; the one above a drawn line is a heading."""
    before: _Typed | None = None
    for y, (line, kind) in enumerate(given):
        if kind == "ornament" or _RULE.match(line):
            if before and before.y == y - 1 and _UNDERLINE.match(line) and _can_be_heading(before):
                before = replace(before, kind="heading")
            continue
        if before:
            yield before
        before = _typed_line(line, y, kind) if line.strip() else None
    if before:
        yield before


def _can_be_heading(line: _Typed) -> bool:
    return line.kind == "text" and not line.mark


def _typed_line(line: str, y: int, kind: str) -> _Typed:
    indent = len(line) - len(line.lstrip())
    x = len(line[:indent].expandtabs(_TAB_WIDTH))
    depth = int(kind[1:]) if kind[0] == "h" else 0
    mark, text = split_mark(line) if kind in {"text", "bold"} else ("", line)
    return _Typed(
        text=tidy(_GAP.sub(TAB, text.strip())),
        y=y,
        kind="heading" if depth else "table" if kind == "table" else "text",
        is_bold=kind == "bold",
        x=x,
        mark=mark,
        text_x=x + (len(line) - indent - len(text) if mark else 0),
        depth=depth,
    )


_MOST_WORDS_OF_HEADING = 7
_NO_HEADING = re.compile(r"[@\d]|[.!?;,]$")


def _with_headings(lines: Sequence[_Typed]) -> list[_Typed]:
    """Short lines in capitals are headings, where they stand apart or head what follows."""
    return [replace(line, kind="heading") if _is_shouted(line) else line for line in lines if line.text]


def _is_shouted(line: _Typed) -> bool:
    return (
        line.kind == "text"
        and not line.mark
        and line.text.isupper()
        and len(line.text.split()) <= _MOST_WORDS_OF_HEADING
        and sum(sign.isalpha() for sign in line.text) > 2  # noqa: PLR2004 -- "RN" is a title
        and not _NO_HEADING.search(line.text)
        and TAB not in line.text
    )


def _paragraphs(lines: Sequence[_Typed]) -> Iterator[Paragraph]:
    levels = sorted({line.x for line in lines if line.mark})
    known = frozenset(word for line in lines for word in _WORD.findall(line.text.lower()))
    at = {line.y: line for line in lines}
    last = -1
    for group in paragraphs([_row(line) for line in lines], _block(lines)):
        first, line = group[0], at[int(group[0].y)]
        yield Paragraph(
            text=squeeze(text_of(group, known)),
            kind=first.kind,
            mark=first.mark,
            level=min(levels.index(line.x), _DEEPEST) if first.mark else line.depth,
            bold=line.is_bold,
            has_rail=first.text.count(TAB) == 1 and first.kind != "table",
            is_apart=first.y > last + 1,
        )
        last = int(group[-1].y)


def _row(line: _Typed) -> Row:
    look = (1.0, line.is_bold, False)
    first_word = len(line.text.split(maxsplit=1)[0])
    right = line.text_x + len(line.text) if line.mark else line.x + len(line.text)
    text_x = line.text_x if line.mark else line.x
    return Row(line.text, line.x, right, line.y, text_x, first_word, line.mark, line.kind, look, look)


_FEWEST_COLUMNS, _MOST_COLUMNS = 48, 125
_FEWEST_FULL_LINES = 3


def _block(lines: Sequence[_Typed]) -> Block:
    """How wide the lines are, and whether that width was kept by breaking lines."""
    widths = sorted(max(line.text_x, line.x) + len(line.text) for line in lines if TAB not in line.text)
    widest = widths[-1] if widths else 0
    full = sum(width > 0.85 * widest for width in widths)
    is_wrapped = (
        _FEWEST_COLUMNS <= widest <= _MOST_COLUMNS and full >= _FEWEST_FULL_LINES and _any_goes_on(lines, widest)
    )
    return Block(left=0, right=widest, leading=1, letter=1, is_narrow=False, is_wrapped=is_wrapped)


def _any_goes_on(lines: Sequence[_Typed], widest: int) -> bool:
    """Whether a full line is followed by one that begins in the middle of a sentence."""
    return any(
        below.y == line.y + 1
        and not below.mark
        and below.text[0].islower()
        and max(line.text_x, line.x) + len(line.text) + len(below.text.split(maxsplit=1)[0]) >= widest
        for line, below in pairwise(lines)
    )
