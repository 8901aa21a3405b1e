"""When: how dates are written, in which order, and what lies between them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from resumes.review import limits
from resumes.review.finding import Case, Finding, Severity
from resumes.review.parsed import Education, Job, Period
from resumes.review.rules import employers, months
from resumes.review.rules.advice import Advice, shortened

_FORMAT = Advice(
    "date-format",
    "language",
    "Dates in one form are read at a glance, by people and by the programs that sort applications.",
)
_ORDER = Advice("date-order", "content", "A date that cannot be right makes a reader doubt the others.")
_GAP = Advice(
    "employment-gap", "content", "A reader will wonder, and guesses are worse than a plain line. It costs nothing here."
)
_OVERLAP = Advice(
    "overlapping-jobs", "content", "Two jobs at once may be right; without a word it looks like a slip in the dates."
)

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_LONG = r"(?:january|february|august|september|october|november|december)"
_SHORT = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"


def _style(written: str) -> str:
    """How one date is written: in words, shortened, in figures, or as a year alone."""
    low = written.strip().lower()
    if re.search(rf"\b{_LONG}\b", low):
        return "full months"
    if re.search(rf"\b{_SHORT}", low):
        return "shortened months"
    if re.search(r"\b(?:march|april|may|june|july)\b", low):
        return "short months"
    if re.search(r"\d{1,2}\s*[/.-]\s*\d{2,4}|\d{4}\s*[/.-]\s*\d{1,2}\b", low):
        return "figures"
    return "years" if re.fullmatch(r"(?:19|20)\d\d", low) else ""


_TOKEN = re.compile(
    rf"(?:(?:{_MONTHS}|{_SHORT})\s*,?\s*['’]?\d{{2,4}})|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|"
    rf"\d{{1,2}}\s?[/.-]\s?\d{{4}}|\d{{4}}[/.-]\d{{1,2}}\b(?![\d])|"
    r"\d{1,2}/\d{2}\b|(?:spring|summer|fall|autumn|winter)\s+\d{4}|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def _styles(periods: Iterable[Period]) -> dict[str, list[Period]]:
    """The forms of dates, each with the periods that have it.

    Months with short names ("June") are written in full beside full and beside shortened ones: they are a form of
    their own only beside figures.
    """
    found: dict[str, list[Period]] = {}
    for period in periods:
        for style in {_style(token[0]) for token in _TOKEN.finditer(period.text)} - {""}:
            found.setdefault(style, []).append(period)
    short = found.pop("short months", [])
    if short:
        usual = max(
            {"full months", "shortened months"} & found.keys(),
            key=lambda style: len(found[style]),
            default="full months",
        )
        known = found.setdefault(usual, [])
        known += [period for period in short if period not in known]
    return found


def date_format(case: Case) -> Iterable[Finding]:
    """Dates in more than one form: "June 2021" beside "08/2021".

    Why: mixed forms cost time, and programs misread them. A shortened month beside a full one, and a job with years
    alone beside jobs with months, are a matter of taste; a school's year alone is usual. Source: AI-Resume-Analyzer
    counts mixed date formats.
    """
    jobs = [job.period for job in case.parsed.jobs if job.period and job.section == "experience"]
    others = [*(school.period for school in case.parsed.education), *(job.period for job in case.parsed.jobs)]
    schools = [period for period in others if period and period not in jobs]
    styles = _styles([*jobs, *(period for period in schools if "years" not in _styles([period]))])
    if len(styles) > 1:
        usual = max(styles, key=lambda style: (len(styles[style]), -styles[style][0].start))
        odd = min(styles.keys() - {usual}, key=lambda style: (not _clash({usual, style}), styles[style][0].start))
        severity: Severity = "should" if _clash({usual, odd}) and styles[odd][0] in jobs else "could"
        how = "in one form, with the month" if "years" in {usual, odd} else f"with {usual}"
        shown, example = styles[odd][0], styles[usual][0]
        message = f"“{shown.text}” has another form than “{shortened(example.text)}”."
        yield _FORMAT.at(case, shown.start, shown.end, severity, message, f"Write all dates {how}.")


def _clash(styles: set[str]) -> bool:
    """Whether one writes the month in words and the other in figures."""
    return "figures" in styles and bool(styles & {"full months", "shortened months"})


def date_order(case: Case) -> Iterable[Finding]:
    """A job or a course that ends before it starts, or that lies in the future without being called expected.

    Why: nobody believes the rest. Source: AI-Resume-Analyzer checks for reversed ranges and future dates; LucidCV's
    users asked for the same (its issue 89).
    """
    this_month = months.month_of(case.today)
    for job in case.parsed.jobs:
        if job.period:
            yield from _order(case, job.period, this_month, "must")
    for school in case.parsed.education:
        if school.period:
            yield from _order(case, school.period, this_month, "could")


def _order(case: Case, period: Period, this_month: int, severity: Severity) -> Iterator[Finding]:
    start, end = period.starts_on, period.ends_on
    at = period.start, period.end
    if start and end and months.first_month(start) > months.last_month(end):
        yield _ORDER.at(case, *at, "must", f"“{period.text}” ends before it starts.", "Check both dates.")
    elif period.is_expected:
        return
    elif start and months.first_month(start) > this_month and severity == "must":
        yield _ORDER.at(case, *at, severity, f"“{period.text}” starts in the future.", "Check the date.")
    elif end and months.first_month(end) > this_month:
        yield _ORDER.at(
            case,
            *at,
            severity,
            f"“{period.text}” ends in the future.",
            "Check the date, or write “expected” before it.",
        )


# ---- between the dates

_EXPLAINED = re.compile(
    r"career break|planned break|sabbatical|(?:parental|maternity|paternity|family|medical|personal|health) leave|"
    r"career pause|"
    r"car(?:e|ing|ed) (?:for|of) (?:an? |my |our |the )?(?:\w+ ){0,2}(?:parents?|mother|father|grandmother|"
    r"grandfather|family|child|children|newborn|relative|spouse|husband|wife|son|daughter)|"
    r"caregiv(?:er|ing)|stay[- ]at[- ]home|full[- ]time (?:parent|mother|father|caregiver|student)|homemaker|raising "
    r"(?:a |my |our |two |three )?(?:famil|child|kid)|"
    r"re-?entering the workforce|return(?:ing|ed)? to (?:work|the workforce|the field|nursing|practice)|relocat(?:ed|"
    r"ion|ing)|laid off|layoff|furlough|"
    r"(?:military|active[- ]duty|deployment|deployed)\b|peace corps|gap year|travel(?:ed|ling|ing) (?:abroad|through|"
    r"in)|recover(?:y|ing) from|immigrat(?:ed|ion)|pandemic",
    re.IGNORECASE,
)


def employment_gap(case: Case) -> Iterable[Finding]:
    """More than six months between two jobs, or since the last, that nothing in the document explains.

    Why: a reader asks. Study, training, unpaid work and a word about the break explain it. A year without its month
    counts in the writer's favor. Source: HackMyResume and AI-Resume-Analyzer look for gaps; the latter's issue 1007
    shows what happens when they are counted wrongly.
    """
    if _EXPLAINED.search(case.document.text):
        return
    spans = months.spans([job for job in case.parsed.jobs if job.section == "experience"], today=case.today)
    busy = _busy(case)
    covered = spans[0].last if spans else 0
    earlier = spans[0] if spans else None
    for span in spans[1:]:
        if (
            earlier
            and span.first - covered - 1 > limits.GAP_MONTHS
            and not _is_filled(covered + 1, span.first - 1, busy)
            and not _hidden_between(case, earlier.job, span.job)
        ):
            yield _gap(case, earlier.period, covered + 1, span.first - 1)
        if span.last >= covered:
            covered, earlier = span.last, span
    now = months.month_of(case.today)
    if (
        earlier
        and now - covered > limits.GAP_MONTHS
        and not _is_filled(covered + 1, now, busy)
        and not _has_undated(case)
    ):
        yield _gap(case, earlier.period, covered + 1, now)


def _gap(case: Case, before: Period, first: int, last: int) -> Finding:
    length = months.duration(last - first + 1)
    return _GAP.at(
        case,
        before.start,
        before.end,
        "could",
        f"{length} without a job follow “{before.text}”, and nothing here says why.",
        f"Add a line, such as “{months.in_words(first)} – {months.in_words(last)}: [what you did, for example care "
        f"for family, study, a move]”.",
    )


def _busy(case: Case) -> list[tuple[int, int]]:
    """Months of study, training and unpaid work."""
    unpaid = months.spans([job for job in case.parsed.jobs if job.section != "experience"], today=case.today)
    found = [(span.first, span.last) for span in unpaid]
    for school in case.parsed.education:
        if school.period and (end := school.period.ends_on or (school.period.is_current and f"{case.today:%Y-%m}")):
            start = school.period.starts_on
            last = months.last_month(end)
            found.append((months.first_month(start) if start else last - _months_of_study(school), last))
    for certification in case.parsed.certifications:
        if certification.issued_on:
            last = months.last_month(certification.issued_on)
            found.append((months.first_month(certification.issued_on) - limits.GAP_MONTHS, last))
    return found


def _months_of_study(school: Education) -> int:
    """How long a course is taken to last whose start is not written."""
    award = school.award.text if school.award else ""
    is_degree = re.search(
        r"associate|bachelor|master|doctor|degree|\b[ABM]\.?(?:A|S|A\.?S|B\.?A|F\.?A)\b|ph\.?d", award, re.IGNORECASE
    )
    return limits.DEGREE_MONTHS if is_degree else limits.COURSE_MONTHS


def _is_filled(first: int, last: int, busy: list[tuple[int, int]]) -> bool:
    """Whether no more than six months in a row are left when what was done in between is taken out."""
    free_from = first
    for start, end in sorted(busy):
        if end < free_from:
            continue
        if min(start, last + 1) - free_from > limits.GAP_MONTHS:
            return False
        free_from = max(free_from, end + 1)
    return last + 1 - free_from <= limits.GAP_MONTHS


def _hidden_between(case: Case, one: Job, other: Job) -> bool:
    """Whether a job without dates stands between two in the document: it may fill the gap."""
    start, end = sorted((one.start, other.start))
    return any(start < job.start < end and _is_undated(job) for job in case.parsed.jobs)


def _has_undated(case: Case) -> bool:
    return bool(case.parsed.jobs) and _is_undated(case.parsed.jobs[0])


def _is_undated(job: Job) -> bool:
    return job.period is None or job.period.starts_on is None


_SIDE_BY_SIDE = re.compile(
    r"part[- ]time|per[- ]diem|\bprn\b|contract|freelanc|self[- ]employed|weekend|evening|seasonal|adjunct|intern\b|"
    r"internship|consult|volunteer|"
    r"\bowner\b|founder|on[- ]call|temporary|\btemp\b|agency|travel(?:ing)? nurse|substitute|relief|concurrent|"
    r"student|fellow|board|coach|tutor|"
    r"assistant professor|independent|gig|driver partner|reserve|national guard|co-?op\b|extern",
    re.IGNORECASE,
)


def overlapping_jobs(case: Case) -> Iterable[Finding]:
    """Two jobs at once for more than a month, at different employers, where nothing says part-time or the like.

    Why: it looks like a slip in the dates. Only dates with their months are compared. Source: AI-Resume-Analyzer names
    overlapping roles.
    """
    spans = [
        span
        for span in months.spans([job for job in case.parsed.jobs if job.section == "experience"], today=case.today)
        if span.is_exact
    ]
    for earlier, later in pairwise(spans):
        overlap = min(earlier.last, later.last) - later.first + 1
        if (
            overlap <= limits.OVERLAP_MONTHS
            or _same_employer(earlier.job, later.job)
            or _says_side_by_side(case, earlier.job, later.job)
        ):
            continue
        yield _OVERLAP.at(
            case,
            earlier.period.start,
            earlier.period.end,
            "could",
            f"“{earlier.period.text}” and “{later.period.text}” overlap by {months.duration(overlap)}.",
            "Check the dates, or say that one was part-time.",
        )


def _same_employer(one: Job, other: Job) -> bool:
    if one.employer is None or other.employer is None:
        return True
    return employers.is_same(one.employer.text, other.employer.text)


def _says_side_by_side(case: Case, *jobs: Job) -> bool:
    heads = (case.document.text[job.start : job.bullets[0].start if job.bullets else job.end] for job in jobs)
    return any(_SIDE_BY_SIDE.search(head) for head in heads)
