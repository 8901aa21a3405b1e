"""What changes a plan. Other parts of the app put steps on it, and tell it what was done."""

from plans.actions.doing import did, undid
from plans.actions.putting import finish_step, leave_to_owner, next_position, put_goal, put_step, reach_goal
from plans.actions.weekly import begin_first_pair, has_room

__all__ = [
    "begin_first_pair",
    "did",
    "finish_step",
    "has_room",
    "leave_to_owner",
    "next_position",
    "put_goal",
    "put_step",
    "reach_goal",
    "undid",
]
