"""The words in front of a line of work: what was done, in which tense, by whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from resumes.review import limits, tables
from resumes.review.finding import Case, Finding, Severity
from resumes.review.language.verbs import Form, Opening, form_of, opening, pasts
from resumes.review.parsed import Job
from resumes.review.rules import months
from resumes.review.rules.advice import Advice, counted, shortened
from resumes.review.rules.passages import Passage, bullets, job_statements, passage, prose, statements

_WEAK = Advice(
    "weak-verb",
    "content",
    "A line that begins with what you did shows work; one that begins with a duty could stand in anyone's resume.",
)
_REPEATED = Advice("repeated-verb", "language", "The same first word over and over makes different work sound alike.")
_TENSE = Advice(
    "tense", "language", "One tense within a job, the past for a job that ended: anything else reads like a slip."
)
_FIRST = Advice("first-person", "language", "In a resume everyone knows who did it, so “I” and “my” only take room.")

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
_HANDS = re.compile(
    r"\b(?:mechanics?|electricians?|technicians?|machinists?|welders?|plumbers?|carpenters?|installers?|roofers?|"
    r"painters?|millwright|lineman|"
    r"linemen|maintenance|construction|assemblers?|apprentice|developers?|engineers?|programmers?)\b",
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


# ---- tense


def tense(case: Case) -> Iterable[Finding]:
    """Lines of one job in two tenses, or a job that ended in the present tense.

    Why: it reads like a slip, or like a job that still goes on. In a job that goes on, finished work in the past beside
    duties in the present is a matter of taste. Source: career-center rubrics; no tool that we could run checks it.
    """
    for job in case.parsed.jobs:
        verbs = [
            (line, found)
            for line in job_statements(case, job)
            if (found := opening(line.text)) and _counts(line, found)
        ]
        yield from _past_job(case, job, verbs) if _ended(job, case) else _other_job(case, verbs)


def _counts(line: Passage, found: Opening) -> bool:
    """Whether the verb says when: in running text only one that begins its sentence, and never a form of "be"."""
    return found.base not in {"be", "have"} and (line.is_bullet or (found.start == 0 and found.word[0].isupper()))


def _ended(job: Job, case: Case) -> bool:
    period = job.period
    return bool(
        period
        and period.ends_on
        and not period.is_current
        and months.first_month(period.ends_on) <= months.month_of(case.today)
    )


def _past_job(case: Case, job: Job, verbs: list[tuple[Passage, Opening]]) -> Iterator[Finding]:
    wrong = _of(verbs, "present")
    other = _of(verbs, "ing")
    past = _of(verbs, "past")
    if wrong and not past and len(wrong) > 1:
        until = job.period.text if job.period else ""
        yield _slip(
            case, wrong[0], "should", f"“{wrong[0][1].word}” is in the present tense, but this job ended (“{until}”)."
        )
        return
    for line, found in wrong if past else ():
        severity: Severity = "should" if found.is_sure else "could"
        yield _slip(
            case,
            (line, found),
            severity,
            f"“{found.word}” is in the present tense; other lines of this job, which ended, are in the past.",
        )
    for line, found in other if len(past) > len(other) else ():
        yield _slip(
            case,
            (line, found),
            "could",
            f"“{found.word}” breaks the row: the other lines of this job begin with a verb in the past.",
        )


def _other_job(case: Case, verbs: list[tuple[Passage, Opening]]) -> Iterator[Finding]:
    """A job that goes on, or whose end is not written: the tense of most lines counts."""
    past, present, other = _of(verbs, "past"), _of(verbs, "present"), _of(verbs, "ing")
    most, fewer = sorted((past, present), key=len, reverse=True)
    said = "past" if fewer is past else "present"
    for line in fewer:
        yield _slip(case, line, "could", f"“{line[1].word}” is in the {said} tense; most lines of this job are not.")
    for line in other if len(most) > len(other) else ():
        yield _slip(
            case,
            line,
            "could",
            f"“{line[1].word}” breaks the row: the other lines of this job begin with a finished verb.",
        )


def _of(verbs: list[tuple[Passage, Opening]], form: Form) -> list[tuple[Passage, Opening]]:
    return [(line, found) for line, found in verbs if found.form == form]


def _slip(case: Case, where: tuple[Passage, Opening], severity: Severity, message: str) -> Finding:
    line, found = where
    right = pasts(found.base)[0] if found.form != "past" else found.base
    start = line.start + found.start
    return _TENSE.at(
        case,
        start,
        start + len(found.word),
        severity,
        message,
        right.capitalize() if found.word[0].isupper() else right,
    )


# ---- I, my, we

_PERSON = re.compile(
    r"(?<![\w.’'&/-])(?:(?:I(?=['’](?:m|ve|d|ll)\b))(?:['’]\w+)|I(?![\w.’'&/-])|(?:[Mm]y(?:self)?|[Mm]ine|me|we|our|"
    r"us|ours|We|Our)(?![\w.’'-]))"
)
_NUMERALS = re.compile(
    r"\b(?:class|level|type|phase|part|grade|stage|tier|title|schedule|unit|category|group|world war|division|section|"
    r"chapter|act|article|book|"
    r"volume|algebra|calculus|physics|chemistry|biology|anatomy|spanish|french|english|statistics|pharmacology|"
    r"nursing|practicum|clinical|step|module|park|band|"
    r"technician|nurse|engineer|analyst|assistant|clerk|specialist|accountant|officer|teacher|operator|worker|"
    r"developer|manager|pharmacist|inspector|mechanic)\s+(?:and\s+)?$",
    re.IGNORECASE,
)
_OF_I = re.compile(
    r"\s+(?:am|was|have|had|can|could|will|would|also|did|do|\w+ed|led|ran|built|taught|made|wrote|kept|held|won|grew|"
    r"sold|saw|oversaw|took|gave|drove|brought)\b"
)
_NAMES_WITH = re.compile(
    r"(?:\b(?:Our Lady|Our House|Our Town|Our Savior\w*|My Sister\w*|My Place|My Brother\w*|Show Me|Meet Me|We Care|"
    r"We Work|Teach Me|Help Me|About Us|Toys R Us|Call Me|Hear Me)\b)"
)


def first_person(case: Case) -> Iterable[Finding]:
    """Words such as "I", "my" and "we"; one finding for a line.

    Why: a resume leaves the person out, and room is dear. A numeral ("Level I"), a name ("Our Lady of Mercy") and words
    between quotation marks are fine. Source: ATS-style graders count pronouns; career-center rubrics.
    """
    for line in _whole(case):
        quoted = [(found.start(), found.end()) for found in re.finditer(r"[“\"][^”\"]{3,}[”\"]", line.text)]
        found = next((found for found in _PERSON.finditer(line.text) if _is_person(line.text, found, quoted)), None)
        if found:
            start = line.start + found.start()
            yield _FIRST.at(
                case,
                start,
                line.start + found.end(),
                "should",
                f"“{found[0]}” in “{shortened(line.text[max(0, found.start() - 20) :])}”.",
                *_without(line, found),
            )


def _whole(case: Case) -> list[Passage]:
    """Running text, and lines elsewhere that running text does not hold."""
    found = prose(case)
    spans = [(piece.start, piece.end) for piece in found]
    for line in case.document.lines:
        section = case.parsed.section_at(line.start)
        is_heading = line.kind == "heading" or bool(section and section.start <= line.start < section.body_start)
        if (
            section
            and not is_heading
            and section.kind != "references"
            and not any(line.start < end and line.end > start for start, end in spans)
        ):
            found.append(passage(case, line.body_start, line.end))
    return sorted((piece for piece in found if piece.text), key=lambda piece: piece.start)


def _is_person(text: str, found: re.Match[str], quoted: list[tuple[int, int]]) -> bool:
    before, behind = text[: found.start()], text[found.end() :]
    if any(start <= found.start() < end for start, end in quoted) or _is_in_name(text, found):
        return False
    if found[0] != "I":
        return True
    if _NUMERALS.search(before):
        return False
    is_after_capital = bool(re.search(r"[A-Z][\w.]*\s+$", before)) and not re.search(r"[.!?:]\s+$", before)
    return (
        bool(_OF_I.match(behind))
        if is_after_capital
        else bool(re.match(r"\s+[a-z]", behind) and not re.match(r"\s+(?:and|or|to|through)\b", behind))
    )


def _is_in_name(text: str, found: re.Match[str]) -> bool:
    if any(name.start() <= found.start() < name.end() for name in _NAMES_WITH.finditer(text)):
        return True
    is_capital_inside = (
        found[0][0].isupper()
        and found[0] != "I"
        and not found[0].startswith("I")
        and bool(re.search(r"[\w,]\s+$", text[: found.start()]))
    )
    return is_capital_inside and bool(re.match(r"\s+[A-Z]", text[found.end() :]))


def _without(line: Passage, found: re.Match[str]) -> Iterator[str]:
    """The line without its "I", where a verb follows it at the start."""
    if (
        re.match(r"I\s+[a-z]", line.text)
        and found.start() == 0
        and not re.match(r"I\s+(?:am|was|have|had)\b", line.text)
    ):
        rest = line.text[found.end() :].strip()
        yield shortened(rest[:1].upper() + rest[1:], 100)
