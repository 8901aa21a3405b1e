"""Until when an ad takes applications."""

import re
from collections.abc import Iterator
from datetime import date

from jobsearch.reading.words import Found, quoted, sentences

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPANISH = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
_NAME = r"(?P<month>[A-Za-z]{3,10})\.?"
_DAYS = (
    re.compile(r"\b(?P<year>20\d\d)-(?P<number>\d{1,2})-(?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<number>\d{1,2})[/-](?P<day>\d{1,2})(?:[/-](?P<year>(?:20)?\d\d))?\b(?!/)"),
    re.compile(rf"\b{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?P<year>20\d\d)\b)?", re.IGNORECASE),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of |de )?{_NAME}(?:(?:,| de)?\s+(?P<year>20\d\d)\b)?",
        re.IGNORECASE,
    ),
)
_CLOSES = re.compile(
    r"\b(?:apply (?:by|before|no later than|through|until|on or before)|clos(?:es|ed|ing)\b(?: date| on)?|deadline|"
    r"applications? (?:are )?(?:due|accepted|received|will be accepted|must be (?:received|submitted))|"
    r"applications? by|"
    r"accepting applications (?:until|through)|(?:posting|position|job|announcement) (?:ends|expires|"
    r"closes|end date)|expires|"
    r"(?:resumes?|materials) (?:are )?due|last day to apply|open (?:until|through|thru)|open (?:&|"
    r"and) closing dates?|"
    r"(?:send|submit|bring|e-?mail|mail|come by)\b[^.;]{0,80}?\b(?:by|before|until|no later than)(?= [A-Z\d])|"
    r"fecha (?:l[ií]mite|de cierre)|solicite antes del?|cierra)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:until filled|hasta cubrir|ongoing|rolling)\b", re.IGNORECASE)
# Days that something else ends on.
_OTHER = re.compile(
    r"\b(?:posted|store|pharmacy|clinic|office|enrollment|starts?|start date)\b[^.]{0,20}$", re.IGNORECASE
)
_REACH = 60
_CENTURY = 2000


def closing_of(text: str, *, today: date) -> Found[date] | None:
    """The last day, if the ad names one; without a year, the next such day, today included."""
    for sentence in sentences(text):
        for found in _CLOSES.finditer(sentence):
            if _NEVER.search(sentence) or _OTHER.search(sentence[: found.start()]):
                continue
            days = [*_days(sentence[found.end() : found.end() + _REACH], today)]
            if days:
                # “11/20/2026 to 12/04/2026” opens and closes.
                return Found(max(days), quoted(sentence, found.start()))
    return None


def _days(words: str, today: date) -> Iterator[date]:
    for pattern in _DAYS:
        dates = [day for found in pattern.finditer(words) if (day := _day(found, today))]
        if dates:
            yield from dates
            return


def _day(found: re.Match[str], today: date) -> date | None:
    told = found.groupdict()
    month = int(told["number"]) if told.get("number") else _month(told.get("month") or "")
    year = int(told["year"]) if told.get("year") else 0
    if year:
        return _date(year if year > _CENTURY else year + _CENTURY, month, int(told["day"]))
    return next(
        (
            day
            for year in range(today.year, today.year + 5)
            if (day := _date(year, month, int(told["day"]))) and day >= today
        ),
        None,
    )


def _month(name: str) -> int:
    short = name.casefold()[:3]
    return next((names.index(short) + 1 for names in (_MONTHS, _SPANISH) if short in names), 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
