"""Which paragraphs look like headings, and which text repeats or numbers pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from resumes.review.reading.letters import HEADING_WORDS, TAB, squeeze
from resumes.review.reading.sheet import Paragraph

_MOST_WORDS = 7
_LARGER = 1.12
_NO_HEADING = re.compile(r"[@•|]|\d{3}|[.!?;,]$")
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 3


def body_size(paragraphs: Iterable[Paragraph]) -> float | None:
    """The size in which most of the text is set."""
    counted: Counter[float] = Counter()
    for paragraph in paragraphs:
        if paragraph.size:
            counted[round(paragraph.size * 2) / 2] += len(paragraph.text)
    return counted.most_common(1)[0][0] if counted else None


def mark_headings(paragraphs: Sequence[Paragraph]) -> None:
    """Call a short text a heading that is larger than the rest, in capitals, or bold and of a heading's words."""
    body = body_size(paragraphs)
    for paragraph in paragraphs:
        if paragraph.kind in {"text", "text_box"} and not paragraph.mark and is_heading(paragraph, body):
            paragraph.kind = "heading"


def is_heading(paragraph: Paragraph, body: float | None) -> bool:
    """Whether the paragraph looks like a heading beside text of the size."""
    text = squeeze(paragraph.text)
    words = _LETTERS.findall(text.lower())
    if TAB in text or not 0 < len(words) <= _MOST_WORDS or _NO_HEADING.search(text):
        return False
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return False
    is_larger = bool(body and paragraph.size and paragraph.size >= _LARGER * body)
    return is_larger or text.isupper() or (paragraph.bold and HEADING_WORDS.issuperset(words))


_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pg\.?)\s*)?(?:\d{1,2}|[ivx]{1,4})(?:\s*(?:/|of|\|)\s*\d{1,2})?\W*", re.IGNORECASE
)


def is_page_number(text: str) -> bool:
    """Whether the text numbers a page and says nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(text.replace(TAB, " ")))


def call_tables(paragraphs: Sequence[Paragraph]) -> None:
    """Call rows of three and more pieces a table where several follow each other; they belong close together."""
    for above, paragraph in pairwise(paragraphs):
        if min(above.text.count(TAB), paragraph.text.count(TAB)) > 1:
            above.kind = paragraph.kind = "table"
            paragraph.is_apart = False
