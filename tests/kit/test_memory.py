"""When something comes again: from values, at any time."""

from datetime import UTC, datetime, timedelta

import pytest

from kit.memory import BY_DAYS, Grade, graded, waits

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_same_answers_at_the_same_times_give_the_same_days():
    def days():
        state, now = {}, NOON
        for grade in (Grade.GOOD, Grade.GOOD, Grade.HARD, Grade.AGAIN, Grade.EASY):
            memory = graded(state, grade, now=now)
            state, now = memory.state, memory.due_at
        return now

    assert days() == days() > NOON + timedelta(days=1)


def test_a_better_grade_never_comes_back_sooner():
    known = graded(graded({}, Grade.GOOD, now=NOON).state, Grade.GOOD, now=NOON + timedelta(minutes=10))

    for state, now in [({}, NOON), (known.state, known.due_at)]:
        found = list(waits(state, now=now).values())
        assert found == sorted(found)
        assert found[0] < found[-1]


def test_a_missed_card_comes_again_after_a_minute():
    assert graded({}, Grade.AGAIN, now=NOON).due_at == NOON + timedelta(minutes=1)


@pytest.mark.parametrize(("grade", "days"), [(Grade.AGAIN, 1), (Grade.HARD, 1), (Grade.GOOD, 2), (Grade.EASY, 8)])
def test_by_days_nothing_comes_again_before_the_next_day(grade, days):
    assert graded({}, grade, now=NOON, scheduler=BY_DAYS).due_at == NOON + timedelta(days=days)
