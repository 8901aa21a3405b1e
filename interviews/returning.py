"""When an answer comes back: how a try is graded, from which day on it is due, and what an interview day changes."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from interviews.preparing.next_step import warm_up_at
from kit.memory import Grade

# By the badge; what its speaker thinks of it moves a ready answer one step up or down.
_BADGES: Final = {"draft": Grade.AGAIN, "getting-there": Grade.HARD, "interview-ready": Grade.GOOD}
# Steps of the rubric, five dimensions from 1 to 5.
_SURE, _UNSURE = 4, 3
# The engine's limits under which it could read nothing: that says nothing about how good an answer is.
UNREAD: Final = frozenset({"empty", "not-english"})


def grade_of(badge: str, own: Sequence[int] = ()) -> Grade:
    """Draft comes again, getting there was hard, ready was good.

    A ready answer was easy where its speaker gave it 4 or 5 throughout, and hard where they rated it below the middle
    of the rubric. A weak answer stays weak, whatever its speaker thinks of it.
    """
    grade = _BADGES.get(badge, Grade.AGAIN)
    if grade is not Grade.GOOD or not own:
        return grade
    if min(own) >= _SURE:
        return Grade.EASY
    return Grade.HARD if sum(own) < _UNSURE * len(own) else Grade.GOOD


def is_weak(grade: int) -> bool:
    """Whether an answer is to be back before an interview."""
    return grade <= Grade.HARD


def day_of(due: datetime, zone: ZoneInfo) -> datetime:
    """The beginning of the day on which it is due: people practise by days, not by hours."""
    return datetime.combine(due.astimezone(zone).date(), time(), zone)


def evening_before(starts_at: datetime, zone: ZoneInfo) -> datetime:
    """When the warm-up begins: six o’clock on the day before, where the person lives."""
    return warm_up_at(starts_at.astimezone(zone))


def due_before(due: datetime, interviews: Iterable[datetime], zone: ZoneInfo) -> datetime:
    """The day that memory asks for, or the evening before the next of these interviews where that is earlier."""
    return min([due, *(evening_before(starts_at, zone) for starts_at in interviews)])
