"""Who is hiring."""

import re
from collections.abc import Iterator, Sequence

from resumes.review.matching.posting.labels import labeled
from resumes.review.matching.posting.places import PLACE
from resumes.review.matching.posting.titles import TITLE_LABEL, is_job_title
from resumes.review.matching.states import STATES
from resumes.review.matching.wordlists import phrases_in, words_in

_NAME = r"(?:[A-Z0-9][\w&.'’-]*|of|and|&|the|for|at|de|la|del|los|las|el|y)"
_NAMES = rf"[A-Z0-9][\w&.'’-]*(?:,? {_NAME}){{0,6}}"
_LABEL = labeled(
    r"company(?: name)?|employer|organization|agency|hospital|school|facility|business|client|restaurant|district"
)
_SAYS = r"(?:is|has|seeks|offers|needs|was|provides|serves|believes|operates|wants)"
_IN_TEXT = (
    re.compile(
        rf"(?:^|[.!?]\s+|\n\s*)(?:The team at |Here at |Join )?((?:The )?{_NAMES})(?: \([^)]*\))?(?:,[^.\n]{{2,60}},)?"
        rf"(?: in [A-Z][\w ,]+?)?\s+{_SAYS}\b",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?:[Aa]t|[Jj]oin|About)\s+((?:The )?{_NAMES})(?=,? (?:you|we|is|as|our|in|by|before|until)\b|[.,!\n:]|$)",
        re.MULTILINE,
    ),
    re.compile(rf"^\W*About ((?:The )?{_NAMES})\W*$", re.MULTILINE),
)
_FIRM = re.compile(r"\b(?:Inc|LLC|Staffing|Group|Services|Center|Company|Co)\b")
_NOT_EMPLOYERS = phrases_in("jobs.txt", "not-employer")
_NOT_FIRST = words_in("jobs.txt", "not-first")
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Ltd|Co|Bros)$")
_EDGES = " .,:;!-–—|("
_TOP = 4
_MOST_WORDS = 7
_LONGEST_LABELED = 12
_LONGEST_WORD = 25


def employer_of(lines: Sequence[str], top: Sequence[str], text: str, title: str, place: str) -> str:
    """The name that the advertisement says most often, among those that can be an employer's."""
    for line in lines:
        if (found := _LABEL.match(line)) and len(found[1].split()) < _LONGEST_LABELED:
            return _tidied(found[1], place)
    names = [_tidied(name, place) for name in _candidates(top, text)]
    above = {_tidied(name, place) for line in top[:_TOP] if not is_job_title(line) for name in _in_top_line(line)}
    scored = [
        (_weight(name, text) + 2 * (name in above), -number, name)
        for number, name in enumerate(names)
        if _can_be(name, title)
    ]
    return max(scored)[2] if scored else ""


def _weight(name: str, text: str) -> float:
    """How often the name is said, longer names first where it is alike."""
    return text.count(name) + len(name.split()) / 10


def _candidates(top: Sequence[str], text: str) -> Iterator[str]:
    for line in top[:_TOP]:
        if not TITLE_LABEL.match(line):
            yield from _in_top_line(line)
    for pattern in _IN_TEXT:
        for found in pattern.finditer(text):
            yield found[1]


def _in_top_line(line: str) -> Iterator[str]:
    """“at Fernhill Logistics”; “Riverside Health | Columbus, OH”; “Prairie Line Freight - Des Moines IA”."""
    for piece in (piece.strip() for piece in re.split(r"\s+[|•·–—-]\s+|\s*\(", line)):
        if found := re.match(r"^(?:at|with|by|@)\s+(.+)$", piece) or re.search(r"\bat ([A-Z].+)$", piece):
            yield found[1]
        elif piece[:1].isupper() and not is_job_title(piece):
            yield piece


def _tidied(name: str, place: str) -> str:
    name = re.sub(rf",?\s*(?:in |of )?{PLACE.pattern}.*$", "", name.strip(_EDGES))
    city = place.partition(",")[0].strip()
    name = name.removesuffix(f"in {city}") if city else name
    name = re.sub(r"\s*\((?:\d|www|http).*$", "", name).strip(_EDGES)
    return f"{name}." if _ABBREVIATED.search(name) else name


def _can_be(name: str, title: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= _MOST_WORDS or any(len(word) > _LONGEST_WORD for word in words):
        return False
    if name.casefold() in _NOT_EMPLOYERS or words[0].casefold() in _NOT_FIRST or name in STATES.values():
        return False
    if not re.fullmatch(_NAMES, name) or PLACE.fullmatch(name) or (is_job_title(name) and not _FIRM.search(name)):
        return False
    first = re.split(r"\s+[-–—|,(]\s*|,", title)[0].casefold()
    return not (first and (name.casefold() in first or first in name.casefold()))
