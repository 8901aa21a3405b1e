"""When it was done: the tense of the lines of a job."""

from collections.abc import Iterable, Iterator

from resumes.review import tables
from resumes.review.finding import Case, Finding, Severity
from resumes.review.language.verbs import Form, Opening, opening, pasts
from resumes.review.parsed import Job
from resumes.review.rules import months
from resumes.review.rules.advice import Advice
from resumes.review.rules.passages import Passage, job_statements

_TENSE = Advice(
    "tense", "language", "One tense within a job, the past for a job that ended: anything else reads like a slip."
)


def tense(case: Case) -> Iterable[Finding]:
    """Lines of one job in two tenses, or a job that ended in the present tense.

    Why: it reads like a slip, or like a job that still goes on. In a job that goes on, finished acts are told in the
    past; daily work in two tenses is a matter of taste. Source: career-center rubrics; no tool that we could
    run checks it.
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
            f"“{found.word}” breaks the row of the other lines.",
        )


def _other_job(case: Case, verbs: list[tuple[Passage, Opening]]) -> Iterator[Finding]:
    """A job that goes on, or whose end is not written: daily work is told in one tense, finished acts in the past."""
    finished = tables.words("rules/finished_acts")
    past = [(line, found) for line, found in _of(verbs, "past") if found.base not in finished]
    present, other = _of(verbs, "present"), _of(verbs, "ing")
    fewer = min(past, present, key=len)
    said = "past" if fewer is past else "present"
    for line in fewer:
        yield _slip(case, line, "could", f"“{line[1].word}” is in the {said} tense; most lines of this job are not.")
    for line in other if len(verbs) > 2 * len(other) else ():
        yield _slip(
            case,
            line,
            "could",
            f"“{line[1].word}” breaks the row of the other lines.",
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
