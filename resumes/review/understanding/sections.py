"""The sections of a document, and what stands outside of them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from resumes.review.document import Line, ReadDocument
from resumes.review.parsed import Section
from resumes.review.understanding.headings import Heading

# Headings whose sections hold how to reach the person, and no work.
_CONTACT = frozenset(
    {"contact", "contacts", "personal", "address", "details", "links", "reach", "touch", "online", "info"}
)


@dataclass(frozen=True)
class Block:
    """A section with its lines; the lines of its heading are not among them."""

    section: Section
    lines: tuple[Line, ...]

    @property
    def is_contact(self) -> bool:
        """Whether it says how to reach the person."""
        return self.section.kind == "other" and bool(_CONTACT & set(self.section.heading.casefold().split()))


def blocks(document: ReadDocument, headings: Sequence[Heading], breaks: Sequence[int] = ()) -> list[Block]:
    """Cut the document at its headings; a break, such as a name in mid-page, ends a section without opening one."""
    opened = {heading.line.start: heading for heading in headings}
    found: list[Block] = []
    heading: Heading | None = None
    lines: list[Line] = []
    for line in document.lines:
        if line.start in opened or line.start in breaks:
            found += _closed(heading, lines)
            heading, lines = opened.get(line.start), []
            lines += _rest(heading)
        elif line.kind not in {"header", "footer"}:
            lines.append(line)
    return [*found, *_closed(heading, lines)]


def _rest(heading: Heading | None) -> list[Line]:
    """What stands behind an inline heading, as a line of its own."""
    if not heading or heading.body_start is None:
        return []
    line = heading.line
    return [Line(text=line.text[heading.body_start - line.start :], start=heading.body_start, page=line.page)]


def _closed(heading: Heading | None, lines: list[Line]) -> list[Block]:
    if not heading:
        return []
    filled = [line for line in lines if line.text.strip()]
    end = filled[-1].end if filled else heading.line.end
    body_start = filled[0].start if filled else end
    section = Section(heading.kind, heading.piece.text, heading.piece.start, end, body_start)
    return [Block(section, tuple(lines))]


def bare(document: ReadDocument, without: Sequence[Line]) -> Block:
    """The whole of a document that has no headings, as if it were one section of work."""
    lines = [line for line in document.lines if line.kind not in {"header", "footer"} and line not in without]
    return Block(Section("experience", "", 0, len(document.text), 0), tuple(lines))


def outside(document: ReadDocument, found: Sequence[Block]) -> list[Line]:
    """The lines above the first heading, around a name, and in headers and footers."""
    inside = {line.start for block in found for line in block.lines}
    openings = sorted(block.section.start for block in found)
    inside |= {line.start for line in document.lines if _holds_one(line, openings)}
    return [line for line in document.lines if line.text.strip() and line.start not in inside]


def _holds_one(line: Line, openings: Sequence[int]) -> bool:
    at = bisect_left(openings, line.start)
    return at < len(openings) and openings[at] <= line.end
