"""Paragraphs out of the rows of a region."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from resumes.review.reading.letters import TAB, join
from resumes.review.reading.pdf.columns import Region
from resumes.review.reading.pdf.ink import Page
from resumes.review.reading.pdf.rows import PageRow, block_of, rows_of
from resumes.review.reading.sheet import Paragraph
from resumes.review.reading.wrapping import paragraphs, text_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INDENT = 8.0
_DEEPEST = 8
_APART = 1.35
_GOES_ON = re.compile(r"[a-z&(]")


def paragraphs_of(region: Region, page: Page) -> Iterator[Paragraph]:
    """The region's paragraphs."""
    rows = rows_of(region, page)
    if not rows:
        return
    block = block_of(rows)
    known = frozenset(word for row in rows for word in _WORD.findall(row.text.lower()))
    indents = _indents(rows)
    above: PageRow | None = None
    for group in paragraphs(rows, block):
        set_rows = cast("list[PageRow]", group)
        made = _paragraph(set_rows, region, known)
        first = set_rows[0]
        made.level = _level(first, indents) if first.mark else 0
        made.is_apart = above is None or first.y - above.y > _APART * block.leading + 0.3 * (
            first.begins[0] - above.ends[0]
        )
        above = set_rows[-1]
        yield made


def _paragraph(rows: Sequence[PageRow], region: Region, known: frozenset[str]) -> Paragraph:
    first = rows[0]
    letters: Counter[tuple[bool, bool, str]] = Counter()
    for row in rows:
        for word in row.words:
            letters[word.look.bold, word.look.italic, word.look.font] += len(word.text)
    bold, italic, font = letters.most_common(1)[0][0]
    tabs = first.text.count(TAB)
    return Paragraph(
        text_of(rows, known),
        kind="table" if tabs and not first.has_rail else "text",
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


def _indents(rows: Iterable[PageRow]) -> list[float]:
    """The places where items begin, from left to right."""
    found: list[float] = []
    for x in sorted(row.x for row in rows if row.mark):
        if not found or x - found[-1] > _INDENT:
            found.append(x)
    return found


def _level(row: PageRow, indents: Sequence[float]) -> int:
    return min(sum(x < row.x - 1 for x in indents), _DEEPEST)


def continue_over_pages(flow: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Join a paragraph that goes on at the top of the next page."""
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
        paragraph.page == before.page + 1
        and not paragraph.mark
        and paragraph.column == before.column
        and TAB not in before.text + paragraph.text
        and (before.size, before.bold, before.italic) == (paragraph.size, paragraph.bold, paragraph.italic)
        and bool(_GOES_ON.match(paragraph.text))
        and not before.text.endswith((".", ":", "!"))
    )
