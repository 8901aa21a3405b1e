"""What changes a plan. Other parts of the app put steps on it, and tell it what was done."""

from plans.actions.doing import did, did_all, leave_unnamed, undid
from plans.actions.places import put_place
from plans.actions.putting import finish_step, leave_to_owner, next_position, put_goal, put_step, reach_goal
from plans.actions.reaching import finish_goal, reopen_goal
from plans.actions.using import move_days, use_template
from plans.actions.weekly import begin_first_pair, has_room

__all__ = [
    "begin_first_pair",
    "did",
    "did_all",
    "finish_goal",
    "finish_step",
    "has_room",
    "leave_to_owner",
    "leave_unnamed",
    "move_days",
    "next_position",
    "put_goal",
    "put_place",
    "put_step",
    "reach_goal",
    "reopen_goal",
    "undid",
    "use_template",
]
