"""One app's part of a person's own data: what they can download, and what goes when they leave."""

from typing import Any

from accounts.models import User
from plans.models import Achievement, Deed, Goal, Step, WeeklyGoal, WeeklyTick


def export(user: User) -> dict[str, Any]:
    """Everything this app keeps about the person."""
    return {
        "goals": [
            *Goal.objects.owned_by(user).values("pk", "title", "due_on", "done_on", "link", "made_at"),
        ],
        "steps": [
            *Step.objects.owned_by(user).values(
                "goal_id", "title", "due_on", "done_on", "link", "position", "hint", "doing", "times", "counts_from"
            ),
        ],
        "deeds": [*Deed.objects.owned_by(user).values("doing", "title", "on")],
        "weekly_goals": [*WeeklyGoal.objects.owned_by(user).values()],
        "weekly_ticks": [*WeeklyTick.objects.filter(goal__owner=user).values("goal_id", "on", "note")],
        "achievements": [*Achievement.objects.owned_by(user).values()],
    }


def erase(user: User) -> None:
    """All of it goes."""
    for owned in (Goal, WeeklyGoal, Achievement, Deed):
        owned.objects.owned_by(user).delete()
