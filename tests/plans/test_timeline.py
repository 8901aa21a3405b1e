"""The timeline: which days stand on it, and where."""

from datetime import date, timedelta

import pytest

from plans.models import Achievement, Goal
from plans.picture import picture
from plans.timeline import Mark, Timeline, timeline, usual_first
from tests.factories import make_user

TODAY = date(2027, 1, 31)
FIRST = date(2026, 8, 1)


def test_half_a_year_lies_on_either_side():
    line = Timeline(usual_first(TODAY), TODAY, ())

    assert (line.first, line.end, line.before, line.after) == (FIRST, date(2027, 8, 1), date(2025, 8, 1), line.end)


@pytest.mark.django_db
def test_past_and_future_stand_in_order(seeker):
    for day in (FIRST - timedelta(days=1), FIRST, date(2027, 7, 31), date(2027, 8, 1)):
        Achievement.objects.create(owner=seeker, on=day, title=f"on {day}")
    Achievement.objects.create(owner=seeker, on=TODAY, title="Reached: Won", key="goal-reached:goal:1")
    Achievement.objects.create(owner=make_user(), on=TODAY, title="Another's")
    Goal.objects.create(owner=seeker, title="Won", done_on=TODAY, due_on=TODAY)
    goal = Goal.objects.create(owner=seeker, title="Pass", due_on=date(2027, 3, 1))
    goal.steps.create(title="Late", due_on=date(2027, 1, 1))
    goal.steps.create(title="Done", due_on=date(2027, 2, 1), done_on=TODAY)

    line = timeline(seeker, first=FIRST, today=TODAY)

    assert [(mark.kind, mark.title, mark.is_late) for mark in line.marks] == [
        ("achieved", "on 2026-08-01", False),
        ("step", "Late", True),
        ("achieved", "Won", False),
        ("today", "", False),
        ("goal", "Pass", False),
        ("achieved", "on 2027-07-31", False),
    ]
    assert [len(month.marks) for month in line.months] == [1, 0, 0, 0, 0, 3, 0, 1, 0, 0, 0, 1]


def test_marks_of_one_day_are_piled_and_the_rest_are_counted():
    marks = tuple(Mark(TODAY, "step", str(number)) for number in range(7))

    drawn = picture(Timeline(FIRST, TODAY, marks))

    assert len({(dot.x, dot.y) for dot in drawn.dots}) == 5
    assert all(dot.y > 0 for dot in drawn.dots)
    assert [label.number for label in drawn.more] == [2]


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["", "2026-13", "never", "0001-01", "9999-12", "2027-01&x", "1950-01", "2098-12"])
def test_any_month_is_answered(as_seeker, asked):
    answer = as_seeker.get("/my/plan/timeline/", {"from": asked})

    assert answer.status_code == 200
    assert "Twelve months" in answer.content.decode()
