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
# Headings in the words of a sentence, before their colon: “To join us you must:”, “Your day may include:”.
_ASKS = tuple((cast("Zone", zone), re.compile(words, re.IGNORECASE)) for zone, words in entries_of("openings.txt"))
_INNER = re.compile(r"(?<=[.!?])\s+([A-Z][\w'’ /&-]{2,40})(?=:\s)")
_ENDS = re.compile(r"[.!?;:]$")


@dataclass(frozen=True)
class Statement:
    """A line, an item or a paragraph of the advertisement, and the part in which it stands."""

    text: str
    zone: Zone
    is_item: bool = False


@dataclass(frozen=True)
class _Line:
    """A line or paragraph, joined where it was broken."""

    text: str
    is_item: bool = False
    # Whether it stands between two empty lines.
    is_alone: bool = False


def statements(text: str) -> Iterator[Statement]:
    """Every statement below its heading; headings are not statements, and what stands behind their colon is."""
    zone: Zone = "free"
    for line in _sections(text):
        named = None if line.is_item and not line.text.endswith(":") else _zone_of(line.text)
        if named is None and zone == "skip" and _may_be_heading(line):
            named = "role"
        if named:
            zone = named
            continue
        label = _LABEL.match(line.text)
        inner = _zone_of(label[1]) if label else None
        if inner and label:
            yield Statement(line.text[label.end() :].strip(), inner, line.is_item)
            if not line.is_item and inner not in {"skip", zone}:
                zone = "free"
        elif not (line.text.endswith(":") and len(line.text.split()) < _LONGEST_HEADING):
            yield Statement(line.text, zone, line.is_item)


def _may_be_heading(line: _Line) -> bool:
    """Whether a line that no list knows may open another part than that of the employer or the benefits."""
    is_short = 1 < len(line.text.split()) < _LONGEST_HEADING
    return line.is_alone and not line.is_item and is_short and not _ENDS.search(line.text)


def top_lines(text: str) -> Iterator[str]:
    """The lines above the first heading and the first item of a list."""
    for raw in text.splitlines():
        tidy = raw.strip(" *#_|\t-•")
        if _MARK.match(raw) or _zone_of(tidy):
            return
        if tidy:
            yield tidy


def _sections(text: str) -> Iterator[_Line]:
    """Lines, cut where a heading stands within one: “… is growing. Requirements: EPA 608 …”."""
    for line in _lines(text):
        place = 0
        for found in _INNER.finditer(line.text):
            if _zone_of(found[1]):
                yield _Line(line.text[place : found.start()].strip(), line.is_item)
                place = found.start(1)
        if rest := line.text[place:].strip():
            yield _Line(rest, line.is_item, line.is_alone and not place)


def _lines(text: str) -> Iterator[_Line]:
    """Lines with what was broken joined again."""
    held: _Line | None = None
    behind_gap = True
    for raw in [*text.replace("\r\n", "\n").replace("\t", " ").split("\n"), ""]:
        mark = _MARK.match(raw)
        line = " ".join(_TIDY.sub(" ", raw[mark.end() :] if mark else raw).split())
        if held and line and not mark and _flows_on(held.text, line):
            held = _Line(f"{held.text} {line}", held.is_item)
            continue
        if held:
            yield _Line(held.text, held.is_item, held.is_alone and not line)
        held = _Line(line, bool(mark), behind_gap) if line else None
        behind_gap = not line


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
    if line.endswith(":") and (zone := next((zone for zone, pattern in _ASKS if pattern.search(words)), None)):
        return zone
    if not words or len(words.split()) > _LONGEST_HEADING or (_ENDS.search(line) and line[-1] in ".;"):
        return None
    found = next((zone for zone, pattern in _HEADINGS if pattern.fullmatch(words)), None)
    return cast("Zone | None", found)
