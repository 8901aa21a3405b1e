"""The last touch on paragraphs that came out of a file without places on a page: gaps and headings."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from resumes.review.reading.headings import mark_headings
from resumes.review.reading.sheet import Paragraph

_LONG = 80
_MOST_FONTS = 8


def finish(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Turn empty paragraphs into gaps, find headings, and set headings and long paragraphs apart."""
    kept: list[Paragraph] = []
    is_apart = False
    for paragraph in paragraphs:
        if paragraph.text.strip():
            paragraph.is_apart |= is_apart
            kept.append(paragraph)
        is_apart = not paragraph.text.strip()
    mark_headings(kept)
    for above, paragraph in pairwise(kept):
        paragraph.is_apart |= _stands_apart(above, paragraph)
    return kept


def _stands_apart(above: Paragraph, paragraph: Paragraph) -> bool:
    if paragraph.kind == "heading":
        return above.kind != "heading"
    is_running = not above.mark and not paragraph.mark
    return is_running and len(above.text) > _LONG and len(paragraph.text) > _LONG


def usual_fonts(counted: Counter[str]) -> tuple[str, ...]:
    """The fonts by how much is set in them."""
    return tuple(font for font, _ in counted.most_common(_MOST_FONTS) if font)
