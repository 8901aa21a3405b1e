"""What people and editors write about plans."""

from plans.forms.desk import PlanTemplateForm, SingleStepForm, TemplateStepForm, TemplateStepFormSet
from plans.forms.own import AchievementForm, GoalForm, StepForm, TickForm, WeeklyGoalForm
from plans.forms.ready import MoveForm, StartForm

__all__ = [
    "AchievementForm",
    "GoalForm",
    "MoveForm",
    "PlanTemplateForm",
    "SingleStepForm",
    "StartForm",
    "StepForm",
    "TemplateStepForm",
    "TemplateStepFormSet",
    "TickForm",
    "WeeklyGoalForm",
]
