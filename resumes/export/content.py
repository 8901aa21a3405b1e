"""What an export holds: every line of the document, each in its place, in one column.

Lines are carried over rather than set anew from what was understood, so no word is lost where understanding fails.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumes.review.document import Line, ReadDocument
from resumes.review.parsed import Parsed, Period, Section

_PARTED = re.compile(r"\s*(?:\t|\s[|•·◦∙▪–—]\s|\s{3,})\s*")


@dataclass(frozen=True)
class Row:
    """One line: the head of a job or a school, a bullet, or text."""

    kind: str
    text: str
    # What stands at the right edge of a head: dates.
    right: str = ""
    level: int = 0


@dataclass(frozen=True)
class Part:
    """A section with its heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Content:
    """The whole document."""

    name: str
    headline: str
    contact: tuple[str, ...]
    # What stands above the first heading and is neither name nor contact; all of a letter.
    intro: tuple[Row, ...]
    parts: tuple[Part, ...]


def content_of(document: ReadDocument, parsed: Parsed) -> Content:
    """Put each line of the document where it belongs."""
    first = min((section.start for section in parsed.sections), default=len(document.text) + 1)
    above = [line for line in document.lines if line.start < first and line.text.strip()]
    is_letter = parsed.letter is not None
    contact, intro = ([], above) if is_letter else _head(above, parsed)
    return Content(
        name="" if is_letter else _text(parsed.name),
        headline="" if is_letter else _text(parsed.headline),
        contact=tuple(contact),
        intro=tuple(_row(line, parsed) for line in intro),
        parts=tuple(_part(section, document, parsed) for section in parsed.sections),
    )


def plain_text(content: Content) -> str:
    """The document as plain text, in the order in which the other files have it."""
    above = [content.name, content.headline, " | ".join(content.contact)]
    lines = [line for line in above if line]
    if content.intro:
        lines += ["", *map(_typed, content.intro)] if lines else [*map(_typed, content.intro)]
    for part in content.parts:
        lines += ["", part.heading, *map(_typed, part.rows)]
    return "\n".join(lines)


def _typed(row: Row) -> str:
    if row.kind == "bullet":
        return f"{'  ' * row.level}• {row.text}"
    return f"{row.text}\t{row.right}" if row.right else row.text


def _head(lines: list[Line], parsed: Parsed) -> tuple[list[str], list[Line]]:
    """Contact pieces, and the lines that are something else. Name and headline are shown by themselves."""
    known = {_bare(piece.text) for piece in (parsed.name, parsed.headline) if piece}
    places = [parsed.email, parsed.phone, parsed.location, *parsed.links]
    contact: list[str] = []
    rest: list[Line] = []
    for line in lines:
        if _bare(line.body) in known or _is_of_the_name(line, parsed):
            continue
        if any(piece and line.start <= piece.start < line.end for piece in places):
            contact += [piece for piece in _PARTED.split(line.body) if piece and _bare(piece) not in known]
        else:
            rest.append(line)
    return contact, rest


def _is_of_the_name(line: Line, parsed: Parsed) -> bool:
    """A name on two lines takes both."""
    name = parsed.name
    return name is not None and line.start >= name.start and line.end <= name.end


def _part(section: Section, document: ReadDocument, parsed: Parsed) -> Part:
    lines = [line for line in document.lines if section.body_start <= line.start < section.end and line.text.strip()]
    return Part(section.heading.strip(" :"), tuple(_row(line, parsed) for line in lines))


def _row(line: Line, parsed: Parsed) -> Row:
    body = line.body.strip()
    if line.mark:
        return Row("bullet", body.replace("\t", " "), level=line.level)
    if _is_head(line, parsed):
        left, right = _sides(line, parsed)
        return Row("head", left, right)
    return Row("text", body.replace("\t", ", "))


def _is_head(line: Line, parsed: Parsed) -> bool:
    """Whether it names a position, an employer, an award or a school, or their dates."""
    return any(line.start <= place < line.end for place in _head_places(parsed))


def _head_places(parsed: Parsed) -> Iterator[int]:
    for job in parsed.jobs:
        yield from (piece.start for piece in (job.title, job.employer, job.location) if piece)
    for school in parsed.education:
        yield from (piece.start for piece in (school.award, school.school) if piece)
    yield from (period.start for period in _periods(parsed))


def _periods(parsed: Parsed) -> Iterator[Period]:
    yield from (job.period for job in parsed.jobs if job.period)
    yield from (school.period for school in parsed.education if school.period)


def _sides(line: Line, parsed: Parsed) -> tuple[str, str]:
    """Dates go to the right edge, whichever side they stood on; everything else stays together."""
    if "\t" not in line.body:
        return line.body.strip(), ""
    pieces = [piece.strip() for piece in line.body.split("\t") if piece.strip()]
    dates = {period.text.strip() for period in _periods(parsed)}
    right = [piece for piece in pieces if piece in dates]
    left = [piece for piece in pieces if piece not in dates]
    return ", ".join(left), " ".join(right)


def _text(piece: object) -> str:
    return " ".join(getattr(piece, "text", "").split()) if piece else ""


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()
