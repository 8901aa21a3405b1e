"""A person says that a goal of theirs is reached, or not after all."""

from datetime import date

from django.db import transaction

from plans.actions.doing import did, undid
from plans.models import Doing, Goal


@transaction.atomic
def finish_goal(goal: Goal, *, on: date) -> None:
    """The goal is reached, and stands on the record of achievements."""
    goal.finish(on=on)
    did(goal.owner, Doing.GOAL_REACHED, f"goal:{goal.pk}", on=on, title=goal.title)


@transaction.atomic
def reopen_goal(goal: Goal) -> None:
    """It was not reached after all."""
    goal.reopen()
    undid(goal.owner, Doing.GOAL_REACHED, f"goal:{goal.pk}")
