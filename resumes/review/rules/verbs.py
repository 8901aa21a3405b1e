"""The verb in front of a line of work: whether it says what was done, and how often it returns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from resumes.review import limits, tables
from resumes.review.finding import Case, Finding, Severity
from resumes.review.language.verbs import Opening, form_of, opening, pasts
from resumes.review.rules.advice import Advice, counted, shortened
from resumes.review.rules.passages import Passage, bullets, statements

_WEAK = Advice(
    "weak-verb",
    "content",
    "A line that begins with what you did shows work; one that begins with a duty could stand in anyone's resume.",
)
_REPEATED = Advice("repeated-verb", "language", "The same first word over and over makes different work sound alike.")
_HANDS = re.compile(
    r"\b(?:mechanics?|electricians?|technicians?|machinists?|welders?|plumbers?|carpenters?|installers?|roofers?|"
    r"painters?|millwright|lineman|"
    r"linemen|maintenance|construction|assemblers?|apprentice|developers?|engineers?|programmers?)\b",
    re.IGNORECASE,
)


# ---- weak openings

_BEFORE = r"(?:i |my |was |were |am |been |being |mainly |primarily |solely |also |job |main |primary |daily |key )*"


@cache
def _openings() -> tuple[tuple[re.Pattern[str], Severity], ...]:
    """Weak openings, behind a label ("Inventory: Responsible for …") or not, and how much they matter."""
    rows = (line.split(" ", 1) for line in tables.lines("rules/weak_openings"))
    return tuple(
        (
            re.compile(rf"(?:[A-Z][\w ]{{0,25}}: )?({_BEFORE}(?:{words}))", re.IGNORECASE),
            "should" if severity == "should" else "could",
        )
        for severity, words in rows
    )


# Where assisting is the work itself, "Assisted with" is the right word; where hands are the tool, "Worked on" is.
_ASSISTING = re.compile(
    r"\b(?:assistants?|aides?|cna|nursing|nurse|caregiver|home health|tech(?:nician|nologist)?s?|helper|"
    r"para(?:professional|educator|medic)|apprentice|"
    r"surgical|intern|companion|attendant|therap\w+|emt|doula|hygienist|teacher|paralegal)\b",
    re.IGNORECASE,
)


def weak_verb(case: Case) -> Iterable[Finding]:
    """A line of work that begins with a duty or a share in one: "Responsible for", "Duties included", "Helped with".

    Why: it tells the job, not the work. "Assisted with" is right where assisting is the job, and is then a matter of
    taste. Source: VMock (action verbs) and OfflineCV give points for a verb in front; every career-center rubric.
    """
    for line in statements(case):
        for pattern, severity in _openings():
            if found := pattern.match(line.text):
                yield _weak(case, line, found, severity)
                break


def _weak(case: Case, line: Passage, found: re.Match[str], severity: Severity) -> Finding:
    said = found[1].rstrip(": ")
    low = said.lower()
    title = " ".join(piece.text for piece in (line.job and line.job.title, case.parsed.headline) if piece)
    if (low.startswith("assist") and _ASSISTING.search(title)) or ("work" in low.split()[0] and _HANDS.search(title)):
        severity = "could"
    start = line.start + found.start(1)
    message = f"“{said[:1].upper()}{said[1:]}” tells the reader your job, not your work."
    return _WEAK.at(case, start, start + len(said), severity, message, *_rewrites(case, line, found))


def _rewrites(case: Case, line: Passage, found: re.Match[str]) -> Iterator[str]:
    """The line with its own verb in front, where it has one; else what to put there."""
    rest = line.text[found.end() :].strip(" :").rstrip(".")
    first = re.match(r"(?:the )?([a-z-]+ing)\b(?: of\b)?\s*", rest)
    known = form_of(first[1]) if first else None
    is_current = bool(line.job and line.job.period and line.job.period.is_current)
    if first and known and known[1] == "ing":
        verb = known[0] if is_current else pasts(known[0])[0]
        yield f"{verb.capitalize()} {shortened(rest[first.end() :], 90)}, [how many, how often or with what result]"
    else:
        examples = f", such as {', '.join(case.role.verbs[:3])}" if case.role and case.role.verbs else ""
        yield f"[A verb for what you did{examples}] {shortened(rest, 90)}, [how many or with what result]"


# ---- the same verb again


def repeated_verb(case: Case) -> Iterable[Finding]:
    """The same verb in front of three lines of experience or more.

    Why: different work sounds alike. Within one job it weakens the document, over several it is a matter of taste.
    Source: VMock names overused verbs; no tool that we could run does.
    """
    places: dict[str, list[tuple[Passage, Opening]]] = defaultdict(list)
    for line in bullets(case):
        if found := opening(line.text):
            places[found.base].append((line, found))
    for base, lines in places.items():
        if len(lines) < limits.SAME_VERB_BULLETS:
            continue
        line, found = lines[limits.SAME_VERB_BULLETS - 1]
        in_one_job = max(sum(other.job is one.job for other, _ in lines) for one, _ in lines)
        severity: Severity = "should" if in_one_job >= limits.SAME_VERB_BULLETS else "could"
        start = line.start + found.start
        yield _REPEATED.at(
            case,
            start,
            start + len(found.word),
            severity,
            f"“{found.word.capitalize()}” begins {counted(len(lines), 'line')}.",
            *_others(case, base),
        )


def _others(case: Case, base: str) -> Iterator[str]:
    group = next(
        (words.split() for words in tables.lines("rules/alike_verbs") if words.split()[0] == base), None
    ) or list(case.role.verbs[:4] if case.role else ())
    others = [word.replace("-", " ") for word in group if word != base]
    if others:
        yield f"Say what was different each time: {', '.join(others[:3])}, or a more exact word."
    else:
        yield "Say what was different each time, with a more exact word."
