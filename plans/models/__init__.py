"""The nouns of a person's plan."""

from plans.models.achievement import Achievement
from plans.models.deed import Deed, Doing
from plans.models.goal import Goal, Step
from plans.models.template import PlanTemplate, TemplateStep
from plans.models.weekly import MOST_WEEKLY_GOALS, WeeklyGoal, WeeklyTick

__all__ = [
    "MOST_WEEKLY_GOALS",
    "Achievement",
    "Deed",
    "Doing",
    "Goal",
    "PlanTemplate",
    "Step",
    "TemplateStep",
    "WeeklyGoal",
    "WeeklyTick",
]
