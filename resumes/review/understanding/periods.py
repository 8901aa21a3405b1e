"""Dates and stretches of time in all the forms that people write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from resumes.review.parsed import Period, Piece
from resumes.review.understanding.memory import remembered

# A line that holds more dates than these is none of a resume; words that belong to a date stand this near.
MOST_DATES, NEAR = 40, 60
FIRST_OLD_YEAR, DECEMBER, LAST_DAY = 50, 12, 31
_NAMES = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
    "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(_NAMES)})\b\.?"
_SEASON = r"(?P<season>spring|summer|fall|autumn|winter)s?"
_YEAR = r"(?P<year>(?:19[4-9]\d|20\d\d))(?!\d)"
_SHORT_YEAR = r"(?P<short>['’‘`]\s?\d\d)(?!\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# From the longest to the shortest, because the first one that fits is taken.
_POINTS = (
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s*(?:{_YEAR}|{_SHORT_YEAR})",
    rf"{_MONTH}\s*(?:{_DAY}\s*,?\s+)?(?:of\s+)?,?\s*(?:{_YEAR}|{_SHORT_YEAR})",
    rf"{_MONTH}[\s./-]+(?P<two>\d\d)(?![\d/])",
    rf"{_SEASON}\s*(?:of\s+)?,?\s*(?:{_YEAR}|{_SHORT_YEAR})",
    r"(?P<year>(?:19[4-9]\d|20\d\d))[-/.](?P<number>0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?(?![\d/])",
    rf"(?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-](?:{_YEAR}|(?P<two>\d\d)(?!\d))",
    rf"(?P<number>0?[1-9]|1[0-2])\s?[/.-]\s?{_YEAR}",
    r"(?P<number>0?[1-9]|1[0-2])/(?P<two>\d\d)(?![\d/])",
    rf"{_YEAR}\s+{_MONTH}",
    rf"(?:fy\s?)?{_YEAR}(?![a-z]\b)",
)
_NOW = (
    r"(?:the\s+)?(?:present(?:\s+day|\s+time)?|current(?:ly)?|now|today|to\s+date|till\s+date|date|ongoing|on-going|"
    r"still\s+(?:there|employed|working(?:\s+there)?)|pres\.?|curr\.?|continuing)(?![\w-])"
)
_TO = r"\s*(?:[-–—‒−~]{1,3}|(?:up\s+)?to|through|thru|until|untill|till?|->|→|>)\s*"
_EXPECTED = r"(?:expect(?:ed|ing)|anticipat(?:ed|ing)|projected|planned|estimated|pending|candidate)"
_EXPECTED_BEFORE = re.compile(
    rf"{_EXPECTED}(?:\s+(?:to\s+)?(?:graduat(?:ion|ed|e|ing)|completion|complete|date|degree))*(?:\s+date)?\s*[:,(-]?\s*$"
    r"|graduating\s*:?\s*(?:in\s+)?$",
    re.IGNORECASE,
)
_EXPECTED_BEHIND = re.compile(
    rf"\s*[,(\[-]?\s*(?:{_EXPECTED}|in progress|est\.?|exp\.?)(?:\s+\w+)?\s*[)\]]?", re.IGNORECASE
)
_SINCE = re.compile(r"(?:(?P<open>since|starting|started|beginning)|from|as of)\s*:?\s*$", re.IGNORECASE)
_ONWARD = re.compile(r"\s*(?:\+|onwards?|and on)(?!\w)", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:dates?(?:\s+(?:employed|attended|of\s+employment))?|period|grad(?:uated|uation)?\.?|completed|completion|awarded|"
    r"conferred|class\s+of|year)\s*(?:in|on|:|date:?)?\s*$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\(?\s*(?:about|approx\.?|over|~)?\s*\d{1,2}(?:\.\d)?\+?\s*(?:years?|yrs?\.?|months?|mos?\.?|weeks?)(?![\w-])"
    r"(?:\s*,?\s*(?:and\s+)?\d{1,2}\s*(?:months?|mos?\.?|weeks?)(?![\w-]))?\s*\)?",
    re.IGNORECASE,
)
# “(summers and weekends)”
_REMARK = re.compile(r"\s*\([a-z][^()]{2,40}\)")
_UNIT = re.compile("year|yr|month|mo|week", re.IGNORECASE)
_SEPARATOR = re.compile(_TO, re.IGNORECASE)
_NOWS = re.compile(_NOW, re.IGNORECASE)
_ONLY_NOW = re.compile(rf"\W*({_NOW})\W*", re.IGNORECASE)
_NOW_BEFORE = re.compile(rf"\b{_NOW}{_TO}$", re.IGNORECASE)
_NOW_BEHIND = re.compile(rf"\s*(?:/|\(?\s*(?:to|till)\s+){_NOW}", re.IGNORECASE)
_FORMS = tuple(re.compile(rf"(?<![\w$#/.]){point}", re.IGNORECASE) for point in _POINTS)
_BARE = tuple(
    re.compile(rf"(?<![\w$#]){form}(?!\w)", re.IGNORECASE)
    for form in (rf"{_MONTH}", _SEASON, r"(?P<number>0?[1-9]|1[0-2])")
)
_YEAR_TAIL = re.compile(r"['’‘`]?(\d\d)(?![\d/%.:]|-\d|\s?(?:hours?|hrs?|years?|months?|weeks?))")


@dataclass(frozen=True)
class _Point:
    """One date as written."""

    start: int
    end: int
    value: str


@remembered
def points(text: str) -> list[_Point]:
    """Every date in the text, in its order; none overlaps another."""
    found: list[_Point] = []
    for form in _FORMS:
        for match in islice(form.finditer(text), MOST_DATES):
            value = _value(match.groupdict())
            taken = any(match.start() < point.end and point.start < match.end() for point in found)
            if value and not taken:
                found.append(_Point(match.start(), match.end(), value))
    return sorted(found, key=lambda point: point.start)


def _value(groups: dict[str, str | None]) -> str | None:
    year = groups.get("year")
    if not year and (short := groups.get("short") or groups.get("two")):
        year = _century(short.strip("'’‘` "))
    if not year:
        return None
    month = _month(groups)
    return None if month == "" else f"{year}-{month}" if month else year


def _century(two: str) -> str:
    return f"19{two}" if int(two) >= FIRST_OLD_YEAR else f"20{two}"


def _month(groups: dict[str, str | None]) -> str | None:
    """The month as two digits; None where only a year is written, empty where it is no date."""
    if name := groups.get("month"):
        return f"{[name[:3].casefold() == known[:3] for known in _NAMES].index(True) + 1:02}"
    if number := groups.get("number"):
        return f"{int(number):02}"
    if groups.get("first"):
        first, second = int(groups["first"] or 0), int(groups["second"] or 0)
        # Month and day as Americans write them; where that cannot be, day and month.
        month, day = (first, second) if first <= DECEMBER else (second, first)
        return f"{month:02}" if 1 <= month <= DECEMBER and 1 <= day <= LAST_DAY else ""
    return None


def periods(piece: Piece) -> list[Period]:
    """Every stretch of time in a piece, in its order."""
    text, found = piece.text, []
    if now := _ONLY_NOW.fullmatch(text):
        return [Period(now[1], piece.start + now.start(1), piece.start + now.end(1), is_current=True)]
    dates, at = points(text), 0
    while at < len(dates):
        period, at = _period(text, dates, at)
        found.append(replace(period, start=piece.start + period.start, end=piece.start + period.end))
    return found


def _period(text: str, dates: list[_Point], at: int) -> tuple[Period, int]:
    """The stretch that begins with one date, and the number of the next date."""
    date = dates[at]
    if now := _NOW_BEFORE.search(text, max(0, date.start - NEAR), date.start):
        return Period(text[now.start() : date.end], now.start(), date.end, date.value, None, is_current=True), at + 1
    start, first = _beginning(text, date, dates[at - 1].end if at else 0)
    end, last, is_current, count = _ending(text, dates, at)
    if first is None and last is None and not is_current:
        return _alone(text, date, start), at + 1
    # "Aug 2026 – Present (expected)" is none: what goes on is not expected.
    begins = first if first is not None else date.value
    ends = date.value if first is not None else last
    if first is not None and last is not None:
        # "2009-10 to 2011-02": the date had been taken for the end of a stretch.
        begins, ends = date.value, last
    return Period(text[start:end], start, end, begins, ends, is_current, _is_expected(text, start, end)), at + count


def _beginning(text: str, date: _Point, floor: int) -> tuple[int, str | None]:
    """Where the stretch begins, and its first date where that has no year of its own: "Jan – May 2019"."""
    floor = max(floor, date.start - NEAR)
    before = text[floor : date.start]
    for separator in _SEPARATOR.finditer(before):
        if separator.end() != len(before):
            continue
        for form in _BARE:
            for match in form.finditer(before[: separator.start()]):
                if match.end() != separator.start() or ("number" in match.groupdict() and "-" not in date.value):
                    continue
                month = _month(match.groupdict())
                return floor + match.start(), f"{date.value[:4]}-{month}" if month else date.value[:4]
    return date.start, None


def _ending(text: str, dates: list[_Point], at: int) -> tuple[int, str | None, bool, int]:
    """Where the stretch ends, its last date, whether it goes on, and how many dates it took."""
    date = dates[at]
    following = dates[at + 1] if at + 1 < len(dates) else None
    if (separator := _SEPARATOR.match(text, date.end)) and (ended := _behind(text, separator, date, following)):
        return ended
    for form in (_NOW_BEHIND, _ONWARD):
        if open_end := form.match(text, date.end):
            return open_end.end(), None, True, 1
    since = _SINCE.search(text, max(0, date.start - NEAR), date.start)
    return date.end, None, bool(since and not following and since["open"]), 1


def _behind(
    text: str, separator: re.Match[str], date: _Point, following: _Point | None
) -> tuple[int, str | None, bool, int] | None:
    """The end of a stretch behind its dash."""
    if following and following.start == separator.end():
        return following.end, following.value, False, 2
    if now := _NOWS.match(text, separator.end()):
        return now.end(), None, True, 1
    if short := _short_end(text, separator.end(), date):
        return (*short, False, 1)
    is_last = "\t" in separator[0] or not text[separator.end() :].strip(" )]")
    if separator[0].strip(" \t") in "-–—" and is_last:
        return separator.start() + len(separator[0].rstrip()), None, True, 1
    return None


def _short_end(text: str, at: int, date: _Point) -> tuple[int, str] | None:
    """The end of "2015-17" and "2015–’17"."""
    tail = _YEAR_TAIL.match(text, at)
    if tail and date.value.isdigit() and int(tail[1]) > int(date.value[2:]):
        return tail.end(), date.value[:2] + tail[1]
    return None


def _alone(text: str, date: _Point, start: int) -> Period:
    """A date alone: an end, as of a degree, unless what stands before says otherwise."""
    is_expected = _is_expected(text, start, date.end)
    return Period(text[start : date.end], start, date.end, None, date.value, is_expected=is_expected)


def _is_expected(text: str, start: int, end: int) -> bool:
    before = _EXPECTED_BEFORE.search(text, max(0, start - NEAR), start)
    behind = _EXPECTED_BEHIND.match(text, end)
    return bool(before or behind)


def around(piece: Piece, period: Period) -> tuple[int, int]:
    """The offsets of a period with the words that belong to it: "Expected", "since", "(6 months)", brackets."""
    text = piece.text
    start, end = period.start - piece.start, period.end - piece.start
    for before in (_EXPECTED_BEFORE, _SINCE, _LABEL):
        if match := before.search(text, max(0, start - NEAR), start):
            start = match.start()
    for behind in (_EXPECTED_BEHIND, _LENGTH, _REMARK):
        if match := behind.match(text, end):
            end = match.end()
    return piece.start + start, piece.start + end


def lengths(piece: Piece) -> Iterator[tuple[int, int]]:
    """Where the piece says how long something lasted: "(6 months)", "4 years 11 months"."""
    if not _UNIT.search(piece.text):
        return
    for match in _LENGTH.finditer(piece.text):
        yield piece.start + match.start(), piece.start + match.end()


def is_stretch(period: Period) -> bool:
    """Whether it has a beginning, as work has, and is no single date."""
    return period.starts_on is not None
