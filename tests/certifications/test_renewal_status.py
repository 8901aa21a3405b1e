"""Whether a credential is in force, and the cycle after it was brought back."""

from datetime import date

import pytest

from certifications.renewal.cycles import CycleError, Span
from certifications.renewal.status import cycle_after_reinstatement, deadlines

EXPIRY = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 30), "active"),
        (date(2026, 7, 1), "lapsed_reinstatable"),
        (date(2027, 6, 30), "lapsed_reinstatable"),
        (date(2027, 7, 1), "expired"),
    ],
)
def test_the_worked_example(day, expected):
    assert deadlines(EXPIRY, reinstate_months=12).status_on(day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 7, 1), "grace"), (date(2026, 7, 30), "grace"), (date(2026, 7, 31), "lapsed_reinstatable")],
)
def test_days_of_grace_come_first(day, expected):
    assert deadlines(EXPIRY, grace_days=30).status_on(day) == expected


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 6, 30), "active"), (date(2026, 7, 1), "expired")])
def test_what_cannot_be_reinstated_expires_at_once(day, expected):
    assert deadlines(EXPIRY, reinstate_months=0).status_on(day) == expected


def test_the_time_to_reinstate_is_cut_at_the_month_end():
    assert deadlines(date(2024, 2, 29)).reinstatable_until == date(2025, 2, 28)


def test_the_cycle_after_reinstatement_ends_as_if_nothing_had_lapsed():
    assert cycle_after_reinstatement(EXPIRY, date(2026, 11, 23), 24) == Span(date(2026, 11, 23), date(2028, 6, 30))


@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2028, 7, 1)])
def test_nothing_is_reinstated_before_it_lapsed_or_after_the_next_end(day):
    with pytest.raises(CycleError):
        cycle_after_reinstatement(EXPIRY, day, 24)
