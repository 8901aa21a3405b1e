"""Months as numbers, so that gaps and overlaps can be counted."""

from dataclasses import dataclass
from datetime import date

from resumes.review.parsed import Job, Period

_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Span:
    """The months that a job certainly covers, both ends included, as months since year 0.

    Of a date that is a year alone, the start counts from the year's first month and the end to its last: gaps are
    then never longer, and overlaps (see `certain`) never made up.
    """

    job: Job
    period: Period
    first: int
    last: int
    # Whether both ends are written with their month.
    is_exact: bool


def month_of(day: date) -> int:
    """The month of a day."""
    return day.year * 12 + day.month - 1


def first_month(written: str) -> int:
    """The month that "2021-03" means; of "2021", January."""
    year, _, month = written.partition("-")
    return int(year) * 12 + (int(month[:2]) - 1 if month else 0)


def last_month(written: str) -> int:
    """The month that "2021-03" means; of "2021", December."""
    return first_month(written) if "-" in written else int(written) * 12 + 11


def in_words(month: int) -> str:
    """Such as "March 2021"."""
    return f"{_NAMES[month % 12]} {month // 12}"


def duration(months: int) -> str:
    """Such as "8 months", "2 years", "1 year and 2 months"."""
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years > 1)}"] * (years > 0) + [f"{rest} month{'s' * (rest > 1)}"] * (rest > 0)
    return " and ".join(parts)


def spans(jobs: list[Job], *, today: date) -> list[Span]:
    """The months of all jobs whose start and end are written, in the order of their starts."""
    found = [span for job in jobs if (span := _span(job, today))]
    return sorted(found, key=lambda span: (span.first, span.last))


def _span(job: Job, today: date) -> Span | None:
    period = job.period
    if period is None or period.starts_on is None or not (period.ends_on or period.is_current):
        return None
    last = last_month(period.ends_on) if period.ends_on else month_of(today)
    exact = "-" in period.starts_on and (period.ends_on is None or "-" in period.ends_on)
    first = first_month(period.starts_on)
    return Span(job, period, first, last, exact) if first <= last else None
