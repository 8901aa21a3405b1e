"""The parts of an advertisement: what it asks for, what would be nice, what is done, and what is of no concern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from resumes.review.matching.wordlists import entries_of

# role: what the job is about, in sentences. free: before any heading. skip: benefits, the employer, the law, the hours.
Zone = Literal["must", "nice", "duties", "role", "free", "skip"]

_MARK = re.compile(r"^\s*(?:[•◦▪●○■□–—*·‣⁃➢➤✓✔-]|[0-9]{1,2}[.)]|[a-z][.)])\s+")
_TIDY = re.compile(r"[*_#`~]+|[^\w\s)!?.:'’\"”]+$|^[^\w(\"“$]+")
_FLOWS_ON = 60
_LONGEST_HEADING = 9
# What can be asked for, as headings name it.
_THINGS = (
    r"(?:qualifications?|skills?|experiences?|requirements?|education|training|certifications?|credentials|licen[sc]es?|"
    r"knowledge|abilities|expertise|competenc(?:ies|y)|attributes|background|languages?|licensure|"
    r"needed|required|desired|preferred)"
)
_LIST = rf"{_THINGS}(?:[ ,/&]+(?:and |or |& )?{_THINGS})*"
_HEADINGS = tuple(
    (zone, re.compile(words.replace("THINGS", _LIST), re.IGNORECASE)) for zone, words in entries_of("headings.txt")
)
_LABEL = re.compile(r"^([A-Za-z][\w'’ /&,-]{1,48}?)\s*:\s*(?=\S)")
# Long headings: “An employee in this class must have the following training:”.
_ASKS = re.compile(
    r"(?P<must>\bmust (?:have|be|possess|meet|hold)\b)|(?P<nice>\bpreferred\b|\bdesirable\b|\ba plus\b)", re.IGNORECASE
)
_INNER = re.compile(r"(?<=[.!?])\s+([A-Z][\w'’ /&-]{2,40})(?=:\s)")
_ENDS = re.compile(r"[.!?;:]$")


@dataclass(frozen=True)
class Statement:
    """A line, an item or a paragraph of the advertisement, and the part in which it stands."""

    text: str
    zone: Zone
    is_item: bool = False
    heading: str = ""


def statements(text: str) -> Iterator[Statement]:
    """Every statement below its heading; headings are not statements, and what stands behind their colon is."""
    zone: Zone = "free"
    heading = ""
    for line, is_item in _sections(text):
        named = None if is_item and not line.rstrip().endswith(":") else _zone_of(line)
        if named:
            zone, heading = named, line
            continue
        label = _LABEL.match(line)
        inner = _zone_of(label[1]) if label else None
        if inner and label:
            yield Statement(line[label.end() :].strip(), inner, is_item, label[1])
            if not is_item and inner not in {"skip", zone}:
                zone = "free"
        elif not (line.endswith(":") and len(line.split()) < _LONGEST_HEADING):
            yield Statement(line, zone, is_item, heading)


def top_lines(text: str) -> Iterator[str]:
    """The lines above the first heading and the first item of a list."""
    for raw in text.splitlines():
        tidy = raw.strip(" *#_|\t-•")
        if _MARK.match(raw) or _zone_of(tidy):
            return
        if tidy:
            yield tidy


def _sections(text: str) -> Iterator[tuple[str, bool]]:
    """Lines, cut where a heading stands within one: “… is growing. Requirements: EPA 608 …”."""
    for line, is_item in _lines(text):
        place = 0
        for found in _INNER.finditer(line):
            if _zone_of(found[1]):
                yield line[place : found.start()].strip(), is_item
                place = found.start(1)
        if line[place:].strip():
            yield line[place:].strip(), is_item


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Lines with what was broken joined again, and whether each is an item of a list."""
    held, is_item = "", False
    for raw in text.replace("\r\n", "\n").replace("\t", " ").split("\n"):
        mark = _MARK.match(raw)
        line = " ".join(_TIDY.sub(" ", raw[mark.end() :] if mark else raw).split())
        if not line:
            if held:
                yield held, is_item
            held = ""
        elif held and not mark and _flows_on(held, line):
            held = f"{held} {line}"
        else:
            if held:
                yield held, is_item
            held, is_item = line, bool(mark)
    if held:
        yield held, is_item


def _flows_on(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one before it."""
    label = _LABEL.match(line)
    if (label and _zone_of(label[1])) or _ENDS.search(before):
        return False
    return line[0].islower() or (len(before) >= _FLOWS_ON and before[-1] in ",–—-&" and not _zone_of(line))


def _zone_of(line: str) -> Zone | None:
    """The part that a heading opens; None for a line that is none."""
    plain = re.sub(r"\([^()]*\)", " ", line).replace("’", "'")
    words = " ".join(re.sub(r"[^\w\s'/&,-]", " ", plain).split())
    if line.endswith(":") and (asks := _ASKS.search(words)):
        return "must" if asks["must"] else "nice"
    if not words or len(words.split()) > _LONGEST_HEADING or (_ENDS.search(line) and line[-1] in ".;"):
        return None
    found = next((zone for zone, pattern in _HEADINGS if pattern.fullmatch(words)), None)
    return cast("Zone | None", found)
