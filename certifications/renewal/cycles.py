"""When cycles begin and end. All days are local dates, and every cycle is computed from the original anchor."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
YEAR = 12


class AnchorKind(StrEnum):
    """What cycles are counted from."""

    EARNED = "earned"
    END_OF_MONTH = "end-of-month"
    FIXED = "fixed"
    FIXED_ODD = "fixed-odd"
    FIXED_EVEN = "fixed-even"
    BIRTH_MONTH = "birth-month"


PARITY = {AnchorKind.FIXED_ODD: 1, AnchorKind.FIXED_EVEN: 0}


class CycleError(ValueError):
    """These dates make no cycle; the message says why."""


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both included."""

    starts_on: date
    ends_on: date


def _day_of(month_number: int, day: int) -> date:
    """The day in a month counted from year nought, or the last one of a shorter month."""
    year, month = divmod(month_number, YEAR)
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))


def _number_of_month(day: date) -> int:
    return day.year * YEAR + day.month - 1


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    return _day_of(_number_of_month(day) + months, day.day)


def whole_months(starts_on: date, ends_on: date, *, started: bool = False) -> int:
    """How many months lie from the first to the last day, both included; one that was begun counts if you say so.

    A month ends on the day before `add_months(starts_on, 1)`, just as a cycle does.
    """
    after = ends_on + DAY
    months = _number_of_month(after) - _number_of_month(starts_on)
    if add_months(starts_on, months) > after:
        months -= 1
    if started and add_months(starts_on, months) < after:
        months += 1
    return months


@dataclass(frozen=True)
class Schedule:
    """How the cycles of one credential follow each other."""

    kind: AnchorKind
    earned_on: date
    months: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.months < 1:
            raise CycleError("A cycle lasts at least one month.")
        if self.kind in {AnchorKind.EARNED, AnchorKind.END_OF_MONTH}:
            return
        step = 2 * YEAR if self.kind in PARITY else YEAR
        if self.months % step:
            raise CycleError(f"Cycles that end on a fixed day of such years last {step} months, or a multiple of it.")
        if self.month is None or self.month not in range(1, YEAR + 1):
            raise CycleError("Say in which month the cycles end: a number from 1 to 12.")
        if self.kind != AnchorKind.BIRTH_MONTH and (self.day is None or self.day not in range(1, 32)):
            raise CycleError("Say on which day of the month the cycles end: a number from 1 to 31.")

    def cycle(self, number: int) -> Span:
        """The cycle of that number; the first one is nought."""
        if number < 0:
            raise CycleError("There is no cycle before the first.")
        starts_on = self._end(number - 1) + DAY if number else self.earned_on
        return Span(starts_on, self._end(number))

    def _end(self, number: int) -> date:
        if self.kind == AnchorKind.EARNED:
            return add_months(self.earned_on, (number + 1) * self.months) - DAY
        if self.kind == AnchorKind.END_OF_MONTH:
            return _day_of(_number_of_month(self.earned_on) + (number + 1) * self.months, 31)
        return _day_of(self._first_month() + number * self.months, self._closing_day())

    def _closing_day(self) -> int:
        return 31 if self.kind == AnchorKind.BIRTH_MONTH else self.day or 31

    def _first_month(self) -> int:
        """The month of the first fixed day that follows the day on which the credential was earned."""
        candidate = self.earned_on.year * YEAR + (self.month or YEAR) - 1
        parity = PARITY.get(self.kind)
        while (
            _day_of(candidate, self._closing_day()) <= self.earned_on
            or parity not in {None, candidate // YEAR % 2}
        ):  # fmt: skip
            candidate += YEAR
        return candidate


def cycle_on(schedule: Schedule, day: date, *, printed: date | None = None) -> Span:
    """The cycle that the day lies in. A last day printed on the certificate beats the computed one."""
    if day < schedule.earned_on:
        raise CycleError("The credential was not earned yet on that day.")
    if printed is None or _ends_by_itself(schedule, printed):
        return _computed(schedule, day)
    if day > printed:
        return _computed(replace(schedule, earned_on=printed + DAY), day)
    starts_on = max(schedule.earned_on, add_months(printed + DAY, -schedule.months))
    if day >= starts_on:
        return Span(starts_on, printed)
    before = _computed(schedule, day)
    return Span(before.starts_on, min(before.ends_on, starts_on - DAY))


def _ends_by_itself(schedule: Schedule, printed: date) -> bool:
    if printed < schedule.earned_on:
        raise CycleError("The last day that is printed must not come before the day it was earned.")
    return _computed(schedule, printed).ends_on == printed


def _computed(schedule: Schedule, day: date) -> Span:
    number = max(0, whole_months(schedule.earned_on, day) // schedule.months - 1)
    while (span := schedule.cycle(number)).ends_on < day:
        number += 1
    return span
