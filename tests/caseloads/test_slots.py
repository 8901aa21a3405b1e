"""Free times out of weekly hours: across clock changes, around what is taken, not too soon."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from caseloads.slots import Hours, free_slots

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 30)


def slots(*hours, first=MONDAY, days=7, taken=(), zone=NEW_YORK, not_before=datetime(2026, 1, 1, tzinfo=UTC)):
    found = free_slots(hours, taken, zone=zone, first=first, days=days, not_before=not_before)
    return [slot.starts_at.astimezone(zone).strftime("%a %H:%M %z") for slot in found]


def at(hour, minute=0):
    return datetime.combine(MONDAY, time(hour, minute), tzinfo=NEW_YORK)


def test_hours_are_cut_into_whole_slots_on_their_day():
    assert slots(Hours(0, time(9), time(10, 15), 30), days=14) == [
        "Mon 09:00 -0500",
        "Mon 09:30 -0500",
        "Mon 09:00 -0500",
        "Mon 09:30 -0500",
    ]
    assert slots(Hours(0, time(9), time(9, 29), 30)) == []
    assert slots(Hours(0, time(9), time(10), 30), first=MONDAY + timedelta(days=1), days=6) == []


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ((at(8), at(9)), ["09:00", "09:30"]),
        ((at(8), at(9, 1)), ["09:30"]),
        ((at(9, 15), at(9, 45)), []),
        ((at(9, 30), at(10)), ["09:00"]),
        ((at(10), at(11)), ["09:00", "09:30"]),
    ],
)
def test_what_overlaps_something_taken_is_not_free(taken, left):
    found = slots(Hours(0, time(9), time(10), 30), taken=[taken])

    assert [slot.split()[1] for slot in found] == left


def test_a_slot_is_offered_until_its_last_moment():
    hours = Hours(0, time(9), time(9, 30), 30)

    assert slots(hours, not_before=at(9)) == ["Mon 09:00 -0500"]
    assert slots(hours, not_before=at(9) + timedelta(seconds=1)) == []


def test_nine_stays_nine_when_the_clocks_change():
    sundays = Hours(6, time(9), time(9, 30), 30)

    assert slots(sundays, first=date(2026, 10, 25), days=8) == ["Sun 09:00 -0400", "Sun 09:00 -0500"]
    assert slots(sundays, first=date(2027, 3, 7), days=8) == ["Sun 09:00 -0500", "Sun 09:00 -0400"]


def test_the_hour_that_is_skipped_is_not_offered_and_the_one_that_comes_twice_is_offered_twice():
    night = Hours(6, time(1), time(4), 60)

    assert slots(night, first=date(2027, 3, 14), days=1) == ["Sun 01:00 -0500", "Sun 03:00 -0400"]
    assert slots(night, first=date(2026, 11, 1), days=1) == [
        "Sun 01:00 -0400",
        "Sun 01:00 -0500",
        "Sun 02:00 -0500",
        "Sun 03:00 -0500",
    ]
    assert slots(Hours(6, time(2), time(3), 30), first=date(2027, 3, 14), days=1) == []
