"""What an advertised job is called."""

import re
from collections.abc import Sequence

from resumes.review.matching.posting.labels import labeled
from resumes.review.matching.posting.places import PLACE
from resumes.review.matching.wordlists import words_in

_JOBS = words_in("jobs.txt", "job")
TITLE_LABEL = labeled(r"(?:job |position |working )?title|position|job|role|opening|now hiring|hiring|vacancy")
_WORD = r"[A-Za-z&/](?:[\w/&()'’-]|\.(?=\w))*"
_WORDS = rf"({_WORD}(?:\s{_WORD}){{0,5}}?)"
_BEHIND = r"(?=\s+(?:to|who|with|for|in|at|on|that|and|our|join)\b|[.,;!:(]|$)"
_PRAISE = (
    r"(?:(?:full|part)[- ]?time|per diem|experienced|energetic|motivated|skilled|reliable|dependable|friendly|"
    r"certified|licensed|dedicated|passionate|detail[- ]oriented|hard[- ]working|great|talented|enthusiastic|[,/]|and|"
    r"\s)*"
)
_HIRING = re.compile(
    r"\b(?:is|are|we're|we’re)\s+(?:now |currently |actively |looking to |seeking to )*"
    r"(?:hiring|hire|seeking|looking for|recruiting|searching for|in search of|in need of|adding|growing)(?:\s+for)?\s+"
    rf"(?:(?:a|an|another|our|the|two|several|new)\s+)?{_PRAISE}{_WORDS}{_BEHIND}"
)
_NEED = re.compile(
    r"\b(?:seeks|seeking|needs|wants|hiring|needed:?|looking for)\s+(?:(?:a|an|our|another)\s+)?"
    rf"(?:(?:full|part)[- ]?time\s+)?{_WORDS}{_BEHIND}"
)
_NEEDED = re.compile(r"^\W*(.{3,60}?)\s+(?:needed|wanted)\b", re.MULTILINE | re.IGNORECASE)
# Hours, shifts and pay behind a title.
_TAIL = re.compile(
    r"\s*(?:\s(?:PRN|FT|PT|full[- ]time|part[- ]time)|[-–—|,(]\s*(?:full|part)[- ]?time.*|"
    r"[-–—|,(]\s*(?:remote|hybrid|on-?site|days?|nights?|evenings?|"
    r"weekends?|prn|per diem|temporary|seasonal|permanent|contract|\d(?:st|nd|rd|th) shift|"
    r"(?:day|night|evening|swing) shift|"
    r"home weekends|immediate.*|urgent.*|now hiring.*|entry level)\b.*|[-–—|,(]\s*\$.*|\(\s*[MFX/]+\s*\))$",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"^\W*(?:(?:we(?:'|’)?re |now |urgently )*hiring\W+(?:now\W+)?|(?:looking for|seeking|wanted|needed)\W+(?:an? )?)",
    re.IGNORECASE,
)
# “LPN wanted, home health”.
_WANTED = re.compile(r"\s+(?:wanted|needed)\b.*$", re.IGNORECASE)
_AT_EMPLOYER = re.compile(r"\s+(?:at|@)\s+(?=[A-Z])")
_EDGES = " -–—,.;:!"
_LONGEST = 12
_LINES = 5


def title_of(top: Sequence[str], text: str) -> str:
    """The title that a line or a sentence names."""
    for line in top:
        if (found := TITLE_LABEL.match(line)) and len(found[1].split()) < _LONGEST:
            return _tidied(found[1])
    for line in top[:_LINES]:
        if is_job_title(line):
            return _tidied(line)
    for pattern in (_NEEDED, _HIRING, _NEED):
        for found in pattern.finditer(text):
            if _names_a_job(found[1]):
                return _tidied(found[1].strip())
    return ""


def is_job_title(line: str) -> bool:
    """Whether a short line names a job."""
    line = _CALL.sub("", line).rstrip("!")
    if len(line.split()) > _LONGEST or line.endswith((".", "?", ":")) or re.match(r"\w+\s*:", line):
        return False
    first = re.split(r"\s[|–—-]\s|,|\(| at ", line)[0]
    return _names_a_job(first) and not re.search(r"\b(?:is|are|we|our|you|will|must)\b", line.casefold())


def _names_a_job(text: str) -> bool:
    """Whether one of the words is what a job is called by."""
    return any(word in _JOBS or word.removesuffix("s") in _JOBS for word in re.findall(r"[^\W\d_]+", text.casefold()))


def _tidied(line: str) -> str:
    if line.islower():
        line = _CALL.sub("", line).partition(",")[0]
    line = re.sub(r"\s+(?:job )?description$", "", _CALL.sub("", _WANTED.sub("", line)), flags=re.IGNORECASE)
    line = _AT_EMPLOYER.split(re.split(r"\s+\|\s+", line)[0])[0]
    while (shorter := _TAIL.sub("", line)) != line:
        line = shorter
    return re.sub(rf"\s*[-–—,]\s*{PLACE.pattern}.*$", "", line).strip(_EDGES)


def without(title: str, *others: str) -> str:
    """The title without the employer or the place behind it."""
    for other in others:
        if other:
            title = re.sub(rf"\s*[-–—|,(@]\s*{re.escape(other)}\b.*$", "", title)
    return re.sub(r"^[^\w(]+|[^\w)+#.]+$", "", title).strip(_EDGES)
