"""The free times of a counselor, out of their weekly hours and of what is taken already. Plain Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True)
class Hours:
    """Hours of a week on the clock of a zone, cut into slots of so many minutes."""

    weekday: int
    starts: time
    ends: time
    minutes: int
    # What the caller knows them by.
    key: int = 0


@dataclass(frozen=True)
class Slot:
    """One time that can be booked, in universal time."""

    starts_at: datetime
    ends_at: datetime
    key: int = 0


Taken = tuple[datetime, datetime]


def free_slots(
    hours: Iterable[Hours],
    taken: Iterable[Taken],
    *,
    zone: tzinfo,
    first: date,
    days: int,
    not_before: datetime,
) -> list[Slot]:
    """The slots of so many days from the first on that overlap nothing, the earliest first."""
    busy = sorted(taken)
    every = [
        slot
        for offset in range(days)
        for each in hours
        if each.weekday == (first + timedelta(days=offset)).weekday()
        for slot in _of_day(each, first + timedelta(days=offset), zone)
    ]
    free = {slot for slot in every if slot.starts_at >= not_before and not _is_taken(slot, busy)}
    return sorted(free, key=lambda slot: (slot.starts_at, slot.key))


def _of_day(hours: Hours, day: date, zone: tzinfo) -> Iterator[Slot]:
    """Counted in real minutes, so that no slot falls into an hour that a clock skips, and each has its length."""
    at = datetime.combine(day, hours.starts, tzinfo=zone).astimezone(UTC)
    # The clock may show the last hour twice; what it shows the second time is within the hours too.
    last = datetime.combine(day, hours.ends, tzinfo=zone).replace(fold=1).astimezone(UTC)
    length = timedelta(minutes=hours.minutes)
    while at + length <= last:
        begins, ends = at.astimezone(zone), (at + length).astimezone(zone)
        if begins.date() == day and hours.starts <= begins.time() and ends.time() <= hours.ends and ends.date() == day:
            yield Slot(at, at + length, hours.key)
        at += length


def _is_taken(slot: Slot, busy: list[Taken]) -> bool:
    return any(starts < slot.ends_at and ends > slot.starts_at for starts, ends in busy)
