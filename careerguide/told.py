"""A resume, told in the first person: where one stands, what one did, what one brings."""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from resumes.models import Version
from resumes.review.parsed import Education, Job, Parsed, Piece
from resumes.review.understanding.parsing import understand
from resumes.review.understanding.verbs import begins_with_verb

# Longer ones are a paragraph, not something that is said in one breath.
_MOST_WORDS: Final = 40
_SHORT: Final = 22
_VERB: Final = re.compile(r"([A-Z][a-z]+)\b(.*)", re.DOTALL)
_NOT_SAID: Final = {"responsible", "duties"}


@dataclass(frozen=True)
class Line:
    """Something done, as one would say it, and where."""

    spoken: str
    where: str
    rank: int


@dataclass(frozen=True)
class Told:
    """What a resume tells; what it does not hold is empty."""

    # Such as "a pharmacy cashier at Corner Drug".
    standing: str = ""
    title: str = ""
    # Such as "Pharmacy Technician Certificate, expected December 2026".
    learning: str = ""
    place: str = ""
    summary: str = ""
    credentials: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    # The ones that say the most come first.
    lines: tuple[Line, ...] = ()
    # Each job by its name, with its lines as they stand.
    jobs: tuple[tuple[str, tuple[str, ...]], ...] = ()


def told(version: Version, terms: Sequence[str] = ()) -> Told:
    """What the version tells; lines that use these terms of a role come first."""
    parsed = understand(version.read_document, "resume")
    job = next((one for one in parsed.jobs if one.title and one.period and one.period.is_current), None)
    learning = next((one for one in parsed.education if one.award and one.period and one.period.is_expected), None)
    return Told(
        standing=_standing(job, learning),
        title=_text(job.title) if job else "",
        learning=_learning(learning),
        place=_text(parsed.location).split("|")[0].strip(),
        summary=_summary(version.text, parsed),
        credentials=tuple(one.name.text for one in parsed.certifications),
        skills=tuple(skill.text for skill in parsed.skills),
        lines=tuple(sorted(_lines(parsed, [term.casefold() for term in terms]), key=lambda line: -line.rank)),
        jobs=tuple((_name(one), tuple(bullet.text for bullet in one.bullets)) for one in parsed.jobs if _name(one)),
    )


def with_article(name: str) -> str:
    """“a pharmacy technician”, “an EMT”."""
    name = lowered(name)
    spelled = name[:2].isupper() and name[0] in "AEFHILMNORSX"
    return f"{'an' if spelled or name[:1].lower() in 'aeio' else 'a'} {name}"


def lowered(name: str) -> str:
    """A title as it stands inside a sentence; what is spelled in capitals stays."""
    return " ".join(word if any(sign.isupper() for sign in word[1:]) else word.lower() for word in name.split())


def _standing(job: Job | None, learning: Education | None) -> str:
    parts = []
    if job and job.title:
        parts.append(with_article(job.title.text) + (f" at {job.employer.text}" if job.employer else ""))
    if learning and learning.award:
        ends = _month(learning)
        parts.append(f"finishing my {learning.award.text}" + (f" in {ends}" if ends else ""))
    return ", ".join(parts)


def _learning(learning: Education | None) -> str:
    if not learning or not learning.award:
        return ""
    ends = _month(learning)
    return f"{learning.award.text}, expected {ends}" if ends else learning.award.text


def _month(learning: Education) -> str:
    year, _dash, month = ((learning.period and learning.period.ends_on) or "").partition("-")
    return f"{month_name[int(month)]} {year}" if month else year


def _summary(text: str, parsed: Parsed) -> str:
    section = parsed.section("summary")
    return " ".join(text[section.body_start : section.end].split()) if section else ""


def _lines(parsed: Parsed, terms: Sequence[str]) -> Iterator[Line]:
    for job in parsed.jobs:
        where = _name(job)
        is_current = job.period is not None and job.period.is_current
        for bullet in job.bullets:
            if spoken := in_first_person(bullet.text):
                yield Line(spoken, where, _rank(spoken, terms) + is_current)


def _name(job: Job) -> str:
    return ", ".join(piece.text for piece in (job.title, job.employer) if piece)


def _rank(spoken: str, terms: Sequence[str]) -> int:
    low = spoken.casefold()
    has_number, is_close = re.search(r"\d", low) is not None, any(term in low for term in terms)
    return 3 * has_number + 2 * is_close + (len(low.split()) <= _SHORT)


def in_first_person(line: str) -> str:
    """“Served 60 patients” as “I served 60 patients.”; empty where it cannot be said that way."""
    found = _VERB.match(line.strip())
    if not found or not begins_with_verb(line) or len(line.split()) > _MOST_WORDS:
        return ""
    verb, rest = found[1].lower(), found[2].strip().rstrip(".;")
    if verb in _NOT_SAID or verb.endswith(("ing", "ly")):
        return ""
    return f"I {_base(verb)} {rest}."


def _base(verb: str) -> str:
    """“serves” as “serve”; the past stays."""
    if not verb.endswith("s") or verb.endswith(("ss", "us", "is")):
        return verb
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("shes", "ches", "xes", "sses", "oes")) else verb[:-1]


def _text(piece: Piece | None) -> str:
    return piece.text if piece else ""
