"""Paragraphs out of the rows of a region."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

from resumes.review.reading.headings import body_size, call_tables
from resumes.review.reading.letters import TAB, join
from resumes.review.reading.pdf.columns import Region
from resumes.review.reading.pdf.ink import Page
from resumes.review.reading.pdf.page_row import PageRow
from resumes.review.reading.pdf.rows import block_of, rows_of
from resumes.review.reading.sheet import Paragraph
from resumes.review.reading.wrapping import paragraphs, text_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INDENT, _FARTHEST = 5.0, 60.0
_DEEPEST = 8
_APART = 1.35
_GOES_ON = re.compile(r"[a-z&(]")


def paragraphs_of(region: Region, page: Page) -> list[Paragraph]:
    """The region's paragraphs."""
    rows = rows_of(region, page)
    found: list[Paragraph] = []
    if not rows:
        return found
    block = block_of(rows)
    known = frozenset(word for row in rows for word in _WORD.findall(row.text.lower()))
    indents: list[float] = []
    above: PageRow | None = None
    for group in paragraphs(rows, block):
        set_rows = cast("list[PageRow]", group)
        made = _paragraph(set_rows, region, known)
        first = set_rows[0]
        made.level = _level(first, indents)
        made.is_apart = above is None or first.y - above.y > _APART * block.leading + 0.3 * (
            first.begins[0] - above.ends[0]
        )
        above = set_rows[-1]
        found.append(made)
    call_tables(found)
    return found


def _paragraph(rows: Sequence[PageRow], region: Region, known: frozenset[str]) -> Paragraph:
    first = rows[0]
    letters: Counter[tuple[bool, bool, str]] = Counter()
    for row in rows:
        for word in row.words:
            letters[word.look.bold, word.look.italic, word.look.font] += len(word.text)
    bold, italic, font = letters.most_common(1)[0][0]
    return Paragraph(
        text_of(rows, known),
        mark=first.mark,
        page=first.page,
        column=region.column,
        x=round(first.x, 1),
        y=round(first.y - 0.75 * first.begins[0], 1),
        size=max(word.look.size for row in rows for word in row.words),
        bold=bold,
        italic=italic,
        font=font,
        has_rail=first.has_rail,
    )


def _level(row: PageRow, indents: list[float]) -> int:
    """How deep an item lies in its list, whose indents so far are given; text ends a list."""
    if not row.mark:
        indents.clear()
        return 0
    while indents and row.x < indents[-1] - _INDENT:
        indents.pop()
    if not indents or _INDENT < row.x - indents[-1] < _FARTHEST:
        indents.append(row.x)
    return min(len(indents) - 1, _DEEPEST)


_LARGE = 1.4
_NAME = re.compile(r"(?:[^\W\d_]|[ .'’-])+")
_MOST_WORDS = 2


def join_large(flow: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Join a name or title that is set large in two lines of one or two words each."""
    body = body_size(flow) or 0
    before: Paragraph | None = None
    for paragraph in flow:
        if before and _is_second_line(before, paragraph, body):
            before.text = f"{before.text} {paragraph.text}"
            continue
        if before:
            yield before
        before = paragraph
    if before:
        yield before


def _is_second_line(before: Paragraph, paragraph: Paragraph, body: float) -> bool:
    size = before.size or 0
    return (
        size >= _LARGE * body > 0
        and (size, before.bold, before.font, before.page, before.column)
        == (paragraph.size, paragraph.bold, paragraph.font, paragraph.page, paragraph.column)
        and all(len(part.text.split()) <= _MOST_WORDS and _NAME.fullmatch(part.text) for part in (before, paragraph))
        and 0 < (paragraph.y or 0) - (before.y or 0) <= 1.6 * size
    )


def join_divided(flow: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Join a paragraph that goes on at the top of the next column or page."""
    before: Paragraph | None = None
    for paragraph in flow:
        if before and _goes_on(before, paragraph):
            before.text = join(before.text, paragraph.text)
            continue
        if before:
            yield before
        before = paragraph
    if before:
        yield before


def _goes_on(before: Paragraph, paragraph: Paragraph) -> bool:
    return (
        (paragraph.page, paragraph.column)
        in {(before.page, before.column + 1), (before.page + 1, before.column), (before.page + 1, 0)}
        and not paragraph.mark
        and TAB not in before.text + paragraph.text
        and (before.size, before.bold, before.italic) == (paragraph.size, paragraph.bold, paragraph.italic)
        and bool(_GOES_ON.match(paragraph.text))
        and not before.text.endswith((".", ":", "!"))
    )
