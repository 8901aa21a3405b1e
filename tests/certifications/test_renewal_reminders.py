"""Which reminder is due."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from certifications.renewal.reminders import reminder_at, reminder_due

NEW_YORK, PHOENIX = ZoneInfo("America/New_York"), ZoneInfo("America/Phoenix")
EXPIRY = date(2026, 6, 30)


def local(month, day, hour=9, minute=0, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (local(4, 1, 8, 59), None),
        (local(4, 1), 90),
        (local(5, 1, 8, 59), 90),
        (local(5, 1), 60),
        (local(5, 31), 30),
        (local(6, 23, 8, 59), 30),
        (local(6, 23), 7),
        (local(6, 30, 23, 59), 7),
        (local(7, 1, 0, 0), None),
    ],
)
def test_the_nearest_reminder_is_due_from_nine_in_the_morning_to_the_last_day(now, expected):
    assert reminder_due(EXPIRY, now, NEW_YORK) == expected


def test_running_twice_sends_once():
    now = local(5, 3)
    sent = {reminder_due(EXPIRY, now, NEW_YORK)}

    assert sent == {60}
    assert reminder_due(EXPIRY, now, NEW_YORK, sent) is None


def test_reminders_that_were_missed_are_passed_over():
    assert reminder_due(EXPIRY, local(6, 2), NEW_YORK) == 30
    assert reminder_due(EXPIRY, local(6, 2), NEW_YORK, {30}) is None
    assert reminder_due(EXPIRY, local(6, 23), NEW_YORK, {30}) == 7


@pytest.mark.parametrize(
    ("expiry", "days", "utc_hour"),
    [
        # Clocks go forward on 8 March 2026 and back on 1 November 2026.
        (date(2026, 3, 14), 7, 14),
        (date(2026, 3, 15), 7, 13),
        (date(2026, 11, 7), 7, 13),
        (date(2026, 11, 8), 7, 14),
        (date(2026, 11, 30), 60, 13),
    ],
)
def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change(expiry, days, utc_hour):
    day = expiry - timedelta(days=days)

    assert reminder_at(expiry, days, NEW_YORK) == datetime(day.year, day.month, day.day, utc_hour, tzinfo=UTC)
    assert reminder_at(expiry, days, NEW_YORK).astimezone(NEW_YORK).hour == 9


def test_it_is_nine_where_the_person_lives():
    now = datetime(2026, 6, 23, 13, 0, tzinfo=UTC)

    assert reminder_due(EXPIRY, now, NEW_YORK) == 7
    assert reminder_due(EXPIRY, now, PHOENIX) == 30


def test_the_last_day_is_the_person_s_own():
    now = datetime(2026, 7, 1, 5, 0, tzinfo=UTC)

    assert reminder_due(EXPIRY, now, NEW_YORK) is None
    assert reminder_due(EXPIRY, now, PHOENIX) == 7


def test_now_needs_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        reminder_due(EXPIRY, datetime(2026, 6, 1, 9), NEW_YORK)  # noqa: DTZ001 -- the point of the test
