"""A study plan by weeks: how many minutes for which part of an exam, spread anew over what is left.

Plain numbers in, weeks out. Weeks are counted back from the exam, so the last one is whole and the first may be short.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from math import ceil

from certifications.study.selection import apportion

# Mock exams and review: not a part of any outline.
REVIEW = "mock-exams-and-review"
# Without an outline, the exam is one part.
WHOLE = "whole-exam"
# Nobody studies longer in a day, however much is left of the week.
MOST_A_DAY = 12 * 60
# Being behind by less is not worth a word.
WORTH_SAYING = 30
_WEEK = 7
_HALF_HOUR = Decimal("0.5")


@dataclass(frozen=True)
class Aim:
    """What a plan is made from: the first day, the exam's day, the minutes a week and the parts with their weights."""

    starts_on: date
    exam_on: date
    minutes_a_week: int
    weights: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def parts(self) -> dict[str, Fraction]:
        """The parts that weigh anything; the whole exam where none is known."""
        known = {part: Fraction(weight) for part, weight in self.weights.items() if weight > 0}
        return known or {WHOLE: Fraction(1)}


@dataclass(frozen=True)
class Done:
    """Minutes studied on one part on one day."""

    on: date
    part: str
    minutes: int


@dataclass(frozen=True)
class Week:
    """One week with the minutes that it has room for, has seen done, and is to be used for by part."""

    number: int
    first: date
    last: date
    room: int
    done: int
    minutes: Mapping[str, int]

    @property
    def total(self) -> int:
        """Minutes still to be studied in it."""
        return sum(self.minutes.values())


@dataclass(frozen=True)
class Part:
    """One part of the exam: the minutes that the plan gives it, and those done."""

    key: str
    goal: int
    done: int

    @property
    def left(self) -> int:
        """Minutes still to do; never below nought."""
        return max(0, self.goal - self.done)


@dataclass(frozen=True)
class Plan:
    """The plan as it stands on a day: weeks behind and ahead, and each part."""

    today: date
    aim: Aim
    weeks: tuple[Week, ...]
    parts: tuple[Part, ...]
    needs_hours: Decimal | None = None

    @property
    def left(self) -> int:
        """Minutes still to do in all."""
        return sum(part.left for part in self.parts)

    @property
    def goal(self) -> int:
        """Minutes that the plan holds in all."""
        return sum(part.goal for part in self.parts)

    @property
    def counted(self) -> int:
        """Minutes done that count; what goes beyond a part's own goal does not make up for another part."""
        return self.goal - self.left

    @property
    def ahead(self) -> tuple[Week, ...]:
        """The present week and those after it."""
        return tuple(week for week in self.weeks if week.last >= self.today)

    @property
    def behind(self) -> tuple[Week, ...]:
        """Weeks that are over."""
        return tuple(week for week in self.weeks if week.last < self.today)

    @property
    def planned(self) -> int:
        """Minutes that still find room before the exam."""
        return sum(week.total for week in self.ahead)

    @property
    def missing(self) -> int:
        """Minutes that find no room any more at so many hours a week."""
        return self.left - self.planned

    @property
    def fits(self) -> bool:
        """Whether all that is left finds room, but for a few minutes."""
        return self.missing < WORTH_SAYING


def plan(aim: Aim, done: tuple[Done, ...], *, today: date) -> Plan:
    """The plan as it stands on a day. Work done before its first day shifts the weight to the other parts."""
    today = max(today, aim.starts_on)
    goals = _goals(aim, done)
    parts = tuple(Part(key, goal, _minutes(done, part=key)) for key, goal in goals.items())
    frames = [*_frames(aim, done, today)]
    weeks = tuple(_filled(frames, parts, today))
    made = Plan(today, aim, weeks, parts)
    return Plan(today, aim, weeks, parts, None if made.fits else _needed(made))


def even_up(weights: Mapping[str, Fraction], have: Mapping[str, int], minutes: int) -> dict[str, int]:
    """Split minutes so that, with what each part has already, the whole comes as near to the weights as it can."""
    order = sorted(weights, key=lambda part: have[part] / weights[part])
    level, active = Fraction(), 0
    for active, _part in enumerate(order, start=1):
        filled = order[:active]
        level = Fraction(minutes + sum(have[part] for part in filled)) / sum(weights[part] for part in filled)
        if active == len(order) or level <= have[order[active]] / weights[order[active]]:
            break
    exact = {part: max(Fraction(), level * weights[part] - have[part]) for part in order[:active]}
    split = apportion(exact, minutes)
    return {part: split.get(part, 0) for part in weights}


def _goals(aim: Aim, done: tuple[Done, ...]) -> dict[str, int]:
    """Minutes of each part, and of mock exams and review, when the plan began."""
    rooms = [room for _first, _last, room in _spans(aim)]
    review = 0 if not rooms else rooms[-1] if len(rooms) > 1 else rooms[-1] // 2
    before = tuple(row for row in done if row.on < aim.starts_on)
    have = {part: _minutes(before, part=part) for part in aim.parts}
    split = even_up(aim.parts, have, sum(rooms) - review)
    return {part: have[part] + split[part] for part in aim.parts} | {REVIEW: _minutes(before, part=REVIEW) + review}


def _spans(aim: Aim) -> Iterator[tuple[date, date, int]]:
    """First day, last day and minutes of each week; the day of the exam is not for studying."""
    first = aim.starts_on
    while first < aim.exam_on:
        days = (aim.exam_on - first).days % _WEEK or _WEEK
        yield first, first + timedelta(days=days - 1), aim.minutes_a_week * days // _WEEK
        first += timedelta(days=days)


def _frames(aim: Aim, done: tuple[Done, ...], today: date) -> Iterator[tuple[Week, int]]:
    """Each week with the minutes that are still free in it."""
    for number, (first, last, room) in enumerate(_spans(aim), start=1):
        own = sum(row.minutes for row in done if first <= row.on <= last)
        days_left = (last - max(first, today)).days + 1
        free = max(0, min(room - own, days_left * MOST_A_DAY))
        yield Week(number, first, last, room, own, {}), free


def _filled(frames: list[tuple[Week, int]], parts: tuple[Part, ...], today: date) -> Iterator[Week]:
    """Weeks with their minutes: the parts furthest behind first, mock exams and review in the last week."""
    left = {part.key: part.left for part in parts if part.key != REVIEW}
    goals = {part.key: part.goal for part in parts}
    review = next(part.left for part in parts if part.key == REVIEW)
    for week, free in frames:
        minutes: dict[str, int] = {}
        if week.last >= today:
            last = min(review, free) if week is frames[-1][0] else 0
            minutes = _share(left, goals, free - last)
            left = {part: amount - minutes[part] for part, amount in left.items()}
            minutes[REVIEW] = last
        used = {part: amount for part, amount in minutes.items() if amount}
        yield Week(week.number, week.first, week.last, week.room, week.done, used)


def _share(left: Mapping[str, int], goals: Mapping[str, int], free: int) -> dict[str, int]:
    """Minutes of one week; as much of each part's own goal is then done, as far as that can be evened up."""
    weights = {part: Fraction(goals[part]) for part in left if left[part]}
    have = {part: goals[part] - left[part] for part in weights}
    split = even_up(weights, have, min(free, sum(left[part] for part in weights)))
    return {part: split.get(part, 0) for part in left}


def _needed(made: Plan) -> Decimal | None:
    """Hours a week with which all that is left would fit, to the next half hour; nothing once no day is left."""
    last_day = made.aim.exam_on - timedelta(days=1)
    days = (last_day - made.today).days + 1
    if days <= 0:
        return None
    # This week has seen some minutes already; they count as part of its hours.
    this_week = made.ahead[0]
    span = (last_day - this_week.first).days + 1
    minutes = Fraction((made.left + this_week.done) * _WEEK, span)
    halves = (Decimal(ceil(minutes)) / 60 / _HALF_HOUR).to_integral_value(ROUND_CEILING)
    return halves * _HALF_HOUR


def _minutes(done: tuple[Done, ...], *, part: str) -> int:
    return sum(row.minutes for row in done if row.part == part)
