"""The plan by weeks spreads what is left over the time that is left, by the weights of the exam."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certifications.study.plan import REVIEW, WHOLE, Aim, Done, even_up, plan

START = date(2026, 11, 23)
PTCE = {
    "medications": Decimal(35),
    "federal": Decimal("18.75"),
    "safety": Decimal("23.75"),
    "orders": Decimal("22.5"),
}

weights = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", "e"]),
    st.decimals(min_value="0.01", max_value="100", places=2),
    min_size=1,
)
aims = st.builds(
    Aim,
    starts_on=st.just(START),
    exam_on=st.integers(1, 200).map(lambda days: START + timedelta(days=days)),
    minutes_a_week=st.integers(6, 80 * 60),
    weights=weights,
)
logs = st.lists(
    st.builds(
        Done,
        on=st.integers(-30, 200).map(lambda days: START + timedelta(days=days)),
        part=st.sampled_from(["a", "b", "c", "d", "e", REVIEW, "gone"]),
        minutes=st.integers(1, 600),
    ),
    max_size=12,
).map(tuple)
days = st.integers(0, 210).map(lambda days: START + timedelta(days=days))


def aim(weeks=8, hours=6, **fields):
    return Aim(START, fields.pop("exam_on", START + timedelta(weeks=weeks)), hours * 60, PTCE, **fields)


def part(made, key):
    return next(part for part in made.parts if part.key == key)


# ---- by examples


def test_a_new_plan_uses_all_the_hours_by_the_weights_and_ends_with_mock_exams():
    made = plan(aim(weeks=8, hours=6), (), today=START)

    assert [week.total for week in made.weeks] == [360] * 8
    assert made.weeks[0].minutes == {"medications": 126, "federal": 68, "safety": 85, "orders": 81}
    assert made.weeks[-1].minutes == {REVIEW: 360}
    assert (made.goal, made.left, made.fits) == (8 * 360, 8 * 360, True)


def test_the_last_week_is_whole_and_the_first_may_be_short():
    made = plan(aim(exam_on=START + timedelta(days=10)), (), today=START)

    assert [(week.first, week.last, week.room) for week in made.weeks] == [
        (START, START + timedelta(days=2), 360 * 3 // 7),
        (START + timedelta(days=3), START + timedelta(days=9), 360),
    ]


def test_the_part_that_is_furthest_behind_comes_first():
    ahead = (Done(START, "medications", 300),)

    week = plan(aim(weeks=8), ahead, today=START + timedelta(days=7)).ahead[0]

    assert "medications" not in week.minutes
    assert week.total == 360


def test_a_missed_week_is_told_with_the_hours_that_it_would_take():
    made = plan(aim(weeks=4, hours=6), (), today=START + timedelta(weeks=1))

    assert (made.missing, made.fits, made.needs_hours) == (360, False, Decimal(8))
    assert all(week.total == 360 for week in made.ahead)


def test_the_hours_that_it_would_take_do_fit():
    made = plan(aim(weeks=4, hours=6), (), today=START + timedelta(weeks=1))

    again = plan(
        Aim(made.today, made.aim.exam_on, int(made.needs_hours * 60), PTCE), (), today=START + timedelta(weeks=1)
    )

    assert again.planned >= made.left


def test_until_a_week_is_over_nobody_is_behind_in_it():
    last_day = plan(aim(weeks=4, hours=6), (), today=START + timedelta(days=6))
    day_after = plan(aim(weeks=4, hours=6), (), today=START + timedelta(days=7))

    assert (last_day.fits, day_after.fits) == (True, False)


@pytest.mark.parametrize(("short_by", "fits"), [(29, True), (30, False)])
def test_a_few_minutes_behind_are_not_worth_a_word(short_by, fits):
    done = plan(aim(), (), today=START).weeks[0].minutes
    rows = tuple(Done(START, key, minutes) for key, minutes in done.items() if key != "medications")
    rows += (Done(START, "medications", done["medications"] - short_by),)

    made = plan(aim(), rows, today=START + timedelta(weeks=1))

    assert (made.missing, made.fits) == (short_by, fits)


def test_an_exam_tomorrow_leaves_a_day_half_of_it_for_review():
    made = plan(aim(exam_on=START + timedelta(days=1), hours=7), (), today=START)

    assert len(made.weeks) == 1
    assert (made.weeks[0].total, made.weeks[0].minutes[REVIEW]) == (60, 30)


@pytest.mark.parametrize("late", [0, 1, 400])
def test_on_the_day_of_the_exam_and_after_it_nothing_is_planned(late):
    exam_on = START + timedelta(weeks=4)

    made = plan(aim(exam_on=exam_on), (), today=exam_on + timedelta(days=late))

    assert (made.ahead, made.planned, made.needs_hours) == ((), 0, None)
    assert len(made.behind) == 4


def test_a_plan_without_a_day_is_empty():
    made = plan(aim(exam_on=START), (), today=START)

    assert (made.weeks, made.goal, made.left, made.fits) == ((), 0, 0, True)


def test_without_an_outline_the_exam_is_one_part():
    made = plan(Aim(START, START + timedelta(weeks=2), 60), (), today=START)

    assert [dict(week.minutes) for week in made.weeks] == [{WHOLE: 60}, {REVIEW: 60}]


def test_work_from_before_a_new_start_shifts_the_weight_to_the_other_parts():
    made = plan(aim(weeks=4), (Done(START - timedelta(days=1), "medications", 2000),), today=START)

    assert part(made, "medications").left == 0
    assert (made.left, made.fits) == (4 * 360, True)


def test_too_much_of_one_part_does_not_make_up_for_another():
    made = plan(aim(weeks=4), (Done(START, "medications", 5000),), today=START)

    assert (part(made, "medications").left, part(made, "safety").left) == (0, part(made, "safety").goal)


def test_mock_exams_taken_early_leave_room_in_the_last_week():
    made = plan(aim(weeks=2), (Done(START, REVIEW, 360),), today=START + timedelta(weeks=1))

    assert REVIEW not in made.ahead[0].minutes
    assert (made.ahead[0].total, made.left) == (360, 360)


def test_no_day_gets_more_than_someone_can_study():
    made = plan(aim(weeks=2, hours=80), (), today=START + timedelta(days=6))

    assert made.ahead[0].total == 12 * 60


# ---- by properties


@settings(deadline=None)
@given(weights=weights, minutes=st.integers(0, 10_000), data=st.data())
def test_evening_up_uses_every_minute_and_takes_none_away(weights, minutes, data):
    have = {part: data.draw(st.integers(0, 3000)) for part in weights}

    split = even_up({part: Fraction(weight) for part, weight in weights.items()}, have, minutes)

    assert sum(split.values()) == minutes
    assert all(amount >= 0 for amount in split.values())


@settings(deadline=None)
@given(aims)
def test_a_new_plan_holds_what_fits_by_the_weights_within_rounding(aim):
    made = plan(aim, (), today=START)

    total, whole = made.goal - part(made, REVIEW).goal, sum(aim.weights.values())
    assert made.planned == made.left == made.goal == sum(week.room for week in made.weeks)
    for key, weight in aim.weights.items():
        assert abs(part(made, key).goal - Fraction(weight) * total / Fraction(whole)) < 1


@settings(deadline=None)
@given(aims, logs, days)
def test_no_week_ever_gets_more_than_its_hours_and_no_figure_falls_below_nought(aim, done, today):
    made = plan(aim, done, today=today)

    for week in made.ahead:
        assert 0 <= week.total <= max(0, week.room - week.done) <= aim.minutes_a_week
        assert all(amount > 0 for amount in week.minutes.values())
    assert made.missing >= 0
    assert all(not week.minutes for week in made.behind)


@settings(deadline=None)
@given(aims, logs, days)
def test_no_part_is_planned_beyond_what_is_left_of_it(aim, done, today):
    made = plan(aim, done, today=today)

    for row in made.parts:
        assert sum(week.minutes.get(row.key, 0) for week in made.ahead) <= row.left


@settings(deadline=None)
@given(aims, logs, days, st.integers(1, 600), st.data())
def test_more_done_never_raises_what_is_left(aim, done, today, minutes, data):
    key = data.draw(st.sampled_from([*aim.parts, REVIEW]))
    before = plan(aim, done, today=today)

    after = plan(aim, (*done, Done(today, key, minutes)), today=today)

    assert after.left <= before.left
    assert all(new.left <= old.left for new, old in zip(after.parts, before.parts, strict=True))
