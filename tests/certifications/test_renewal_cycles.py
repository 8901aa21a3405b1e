"""When cycles begin and end."""

from datetime import date

import pytest

from certifications.renewal.cycles import (
    AnchorKind,
    CycleError,
    Schedule,
    Span,
    add_months,
    cycle_on,
    whole_months,
)


def ends(schedule, number=3):
    return [schedule.cycle(at).ends_on for at in range(number)]


def test_a_leap_day_does_not_drift():
    schedule = Schedule(AnchorKind.EARNED, date(2024, 2, 29), 24)

    assert ends(schedule) == [date(2026, 2, 27), date(2028, 2, 28), date(2030, 2, 27)]


def test_cycles_follow_each_other_without_gap_or_overlap():
    schedule = Schedule(AnchorKind.EARNED, date(2024, 1, 31), 1)

    first, second, third = (schedule.cycle(number) for number in range(3))

    assert first == Span(date(2024, 1, 31), date(2024, 2, 28))
    assert second == Span(date(2024, 2, 29), date(2024, 3, 30))
    assert third == Span(date(2024, 3, 31), date(2024, 4, 29))


def test_cycles_may_end_with_the_month():
    schedule = Schedule(AnchorKind.END_OF_MONTH, date(2022, 2, 10), 24)

    assert schedule.cycle(0) == Span(date(2022, 2, 10), date(2024, 2, 29))
    assert schedule.cycle(1) == Span(date(2024, 3, 1), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("kind", "earned_on", "expected"),
    [
        (AnchorKind.FIXED, date(2025, 6, 29), [date(2025, 6, 30), date(2027, 6, 30)]),
        (AnchorKind.FIXED, date(2025, 6, 30), [date(2026, 6, 30), date(2028, 6, 30)]),
        (AnchorKind.FIXED_ODD, date(2025, 6, 29), [date(2025, 6, 30), date(2027, 6, 30)]),
        (AnchorKind.FIXED_ODD, date(2025, 6, 30), [date(2027, 6, 30), date(2029, 6, 30)]),
        (AnchorKind.FIXED_EVEN, date(2025, 6, 29), [date(2026, 6, 30), date(2028, 6, 30)]),
        (AnchorKind.FIXED_EVEN, date(2024, 6, 30), [date(2026, 6, 30), date(2028, 6, 30)]),
    ],
)
def test_a_fixed_day_in_any_in_odd_or_in_even_years(kind, earned_on, expected):
    assert ends(Schedule(kind, earned_on, 24, month=6, day=30), 2) == expected


def test_a_fixed_leap_day_is_the_last_of_february_in_other_years():
    schedule = Schedule(AnchorKind.FIXED, date(2024, 5, 1), 12, month=2, day=29)

    assert ends(schedule, 4) == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


def test_cycles_may_end_with_the_month_of_birth():
    schedule = Schedule(AnchorKind.BIRTH_MONTH, date(2025, 3, 1), 24, month=2)

    assert ends(schedule, 2) == [date(2026, 2, 28), date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("kind", "months", "month", "day", "words"),
    [
        (AnchorKind.FIXED_ODD, 12, 6, 30, "last 24 months"),
        (AnchorKind.FIXED, 18, 6, 30, "last 12 months"),
        (AnchorKind.FIXED, 12, None, 30, "in which month"),
        (AnchorKind.FIXED, 12, 13, 30, "in which month"),
        (AnchorKind.FIXED, 12, 6, None, "on which day"),
        (AnchorKind.BIRTH_MONTH, 24, 0, None, "in which month"),
        (AnchorKind.EARNED, 0, None, None, "at least one month"),
    ],
)
def test_a_schedule_that_cannot_be_says_why(kind, months, month, day, words):
    with pytest.raises(CycleError, match=words):
        Schedule(kind, date(2025, 1, 1), months, month, day)


def test_there_is_no_cycle_before_the_first():
    schedule = Schedule(AnchorKind.EARNED, date(2024, 7, 1), 24)

    with pytest.raises(CycleError):
        schedule.cycle(-1)
    with pytest.raises(CycleError):
        cycle_on(schedule, date(2024, 6, 30))


@pytest.mark.parametrize(
    ("day", "ends_on"),
    [
        (date(2024, 7, 1), date(2026, 6, 30)),
        (date(2026, 6, 30), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2028, 6, 30)),
        (date(2044, 6, 30), date(2044, 6, 30)),
    ],
)
def test_a_day_lies_in_one_cycle(day, ends_on):
    assert cycle_on(Schedule(AnchorKind.EARNED, date(2024, 7, 1), 24), day).ends_on == ends_on


def test_the_printed_last_day_beats_the_computed_one():
    schedule = Schedule(AnchorKind.EARNED, date(2024, 7, 1), 24)
    printed = date(2026, 7, 31)

    assert cycle_on(schedule, date(2024, 7, 31), printed=printed) == Span(date(2024, 7, 1), date(2024, 7, 31))
    assert cycle_on(schedule, date(2024, 8, 1), printed=printed) == Span(date(2024, 8, 1), printed)
    assert cycle_on(schedule, printed, printed=printed) == Span(date(2024, 8, 1), printed)
    assert cycle_on(schedule, date(2026, 8, 1), printed=printed) == Span(date(2026, 8, 1), date(2028, 7, 31))


def test_a_printed_last_day_within_the_first_cycle_shortens_it():
    schedule = Schedule(AnchorKind.EARNED, date(2024, 7, 1), 24)

    assert cycle_on(schedule, date(2024, 7, 1), printed=date(2025, 1, 31)) == Span(date(2024, 7, 1), date(2025, 1, 31))


def test_a_printed_last_day_that_is_the_computed_one_changes_nothing():
    schedule = Schedule(AnchorKind.EARNED, date(2024, 2, 29), 24)

    assert cycle_on(schedule, date(2026, 2, 28), printed=date(2026, 2, 27)).ends_on == date(2028, 2, 28)


def test_a_printed_last_day_before_the_credential_was_earned_is_refused():
    with pytest.raises(CycleError, match="printed"):
        cycle_on(Schedule(AnchorKind.EARNED, date(2024, 7, 1), 24), date(2025, 1, 1), printed=date(2024, 6, 30))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 31), -1, date(2024, 11, 30)),
        (date(2024, 11, 30), 1, date(2024, 12, 30)),
    ],
)
def test_months_are_added_and_cut_at_the_month_end(day, months, expected):
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "whole", "started"),
    [
        (date(2025, 12, 1), date(2026, 6, 29), 6, 7),
        (date(2025, 12, 1), date(2026, 6, 30), 7, 7),
        (date(2025, 12, 1), date(2026, 7, 1), 7, 8),
        (date(2025, 1, 31), date(2025, 2, 26), 0, 1),
        (date(2025, 1, 31), date(2025, 2, 27), 1, 1),
        (date(2025, 1, 31), date(2025, 2, 28), 1, 2),
        (date(2025, 5, 5), date(2025, 5, 5), 0, 1),
    ],
)
def test_months_between_days_are_counted_with_both_days(starts_on, ends_on, whole, started):
    assert whole_months(starts_on, ends_on) == whole
    assert whole_months(starts_on, ends_on, started=True) == started
