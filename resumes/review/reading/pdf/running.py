"""Headers and footers: what stands at the same place of several pages, and the numbers of pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from resumes.review.reading.headings import is_page_number
from resumes.review.reading.pdf.ink import Page, Word
from resumes.review.reading.pdf.segments import Segment

# The parts of a page's height that its header and footer may take, and a page's number; points on a small page.
_EDGE, _NUMBER_EDGE = 0.12, 0.08
_LEAST_EDGE = 58.0
_SAME_PLACE = 8.0
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"\bpage\s*\d", re.IGNORECASE)


@dataclass(slots=True)
class Running:
    """The running texts of a document, each once."""

    heads: list[Segment] = field(default_factory=list)
    feet: list[Segment] = field(default_factory=list)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts alone."""
        return tuple(segment.text for segment in (*self.heads, *self.feet))


def take_running(pages: Sequence[Page], segments: list[list[Segment]]) -> Running:
    """Take running texts out of the pages' segments. The first of each is kept, page numbers are not."""
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page, found in zip(pages, segments, strict=True):
        for segment in found:
            if _edge(segment, page, _EDGE):
                places[_place(segment)].add(page.number)
    running = Running()
    known: set[str] = set()
    for number, (page, found) in enumerate(zip(pages, segments, strict=True)):
        kept: list[Segment] = []
        for segment in found:
            edge = _edge(segment, page, _EDGE)
            if not edge or not (_repeats(segment, places) or _numbers(segment, page)):
                kept.append(segment)
            elif not is_page_number(segment.text) and (text := _plain(segment)) not in known:
                known.add(text)
                (running.heads if edge == "top" else running.feet).append(segment)
        segments[number] = kept
    return running


def _edge(segment: Segment, page: Page, share: float) -> str:
    margin = max(share * page.height, _LEAST_EDGE)
    if segment.y < margin:
        return "top"
    return "bottom" if segment.y > page.height - margin else ""


def _plain(segment: Segment) -> str:
    return _DIGITS.sub("#", segment.text.lower())


def _place(segment: Segment) -> tuple[str, int]:
    return _plain(segment), round(segment.y / _SAME_PLACE)


def _repeats(segment: Segment, places: dict[tuple[str, int], set[int]]) -> bool:
    text, height = _place(segment)
    return any(len(places.get((text, near), ())) > 1 for near in (height - 1, height, height + 1)) or (
        len(set().union(*(places.get((text, near), set()) for near in (height - 1, height, height + 1)))) > 1
    )


def _numbers(segment: Segment, page: Page) -> bool:
    """Whether it numbers the page, alone or beside the name on a later page."""
    if is_page_number(segment.text):
        return bool(_edge(segment, page, _NUMBER_EDGE))
    return page.number > 1 and bool(_NUMBERED.search(segment.text))


def words_of(segments: Sequence[Segment]) -> list[Word]:
    """All words of segments."""
    return [word for segment in segments for word in segment.words]
