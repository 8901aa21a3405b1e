"""The days of a week, and how far each weekly goal has come in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from plans.models import WeeklyGoal, WeeklyTick


@dataclass(frozen=True)
class Week:
    """Seven days from a Monday, as seen on one of them."""

    today: date

    @property
    def first(self) -> date:
        """Its Monday."""
        return self.today - timedelta(days=self.today.weekday())

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=6)

    @property
    def days_left(self) -> int:
        """Days that can still be used, today among them."""
        return 7 - self.today.weekday()


@dataclass(frozen=True)
class WeeklyRow:
    """A weekly goal, and how far it is this week."""

    goal: WeeklyGoal
    count: int
    ticks: Sequence[WeeklyTick] = ()

    @property
    def is_reached(self) -> bool:
        """As many as were meant, or more."""
        return self.count >= self.goal.times


def weekly_rows(user: User, week: Week, *, with_ticks: bool = False) -> list[WeeklyRow]:
    """The goals that go on, at the cost of one query; what was counted by hand costs another."""
    goals = [*WeeklyGoal.objects.owned_by(user).current().counted(week.first, week.last)]
    ticks: dict[int, list[WeeklyTick]] = {}
    if with_ticks and goals:
        for tick in WeeklyTick.objects.filter(goal__in=goals).between(week.first, week.last):
            ticks.setdefault(tick.goal_id, []).append(tick)
    return [WeeklyRow(goal, goal.deeds + goal.by_hand, ticks.get(goal.pk, ())) for goal in goals]
