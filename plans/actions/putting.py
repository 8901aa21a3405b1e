"""Put goals and steps on a person's plan; other parts of the app call these with keys of their own."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from plans.actions.doing import did_all
from plans.models import Deed, Doing, Goal, Step


def put_goal(owner: User, *, key: str, title: str, due_on: date | None = None, link: str = "") -> Goal:
    """The goal with that key, made once. Later calls move its day and its place, and leave the person's words."""
    goal, is_new = Goal.objects.get_or_create(
        owner=owner, key=key, defaults={"title": title, "due_on": due_on, "link": link}
    )
    if not is_new:
        _bring_up_to_date(goal, due_on, link)
    return goal


@transaction.atomic
def put_step(goal: Goal, *, key: str, title: str, due_on: date | None = None, link: str = "") -> Step:
    """The step with that key, made once at the end of the goal's steps. Later calls move its day and its place."""
    step, is_new = Step.objects.get_or_create(
        goal=goal, key=key, defaults={"title": title, "due_on": due_on, "link": link, "position": next_position(goal)}
    )
    if not is_new:
        _bring_up_to_date(step, due_on, link)
    return step


def finish_step(owner: User, *, goal_key: str, key: str, on: date) -> None:
    """A part of the app saw that a step is done; nothing happens where the person has no such step open."""
    Step.objects.owned_by(owner).open().filter(goal__key=goal_key, key=key).update(done_on=on)


@transaction.atomic
def reach_goal(owner: User, *, goal_key: str, keys: Collection[str], on: date) -> None:
    """A part of the app saw that a goal is reached: these steps are done, and so is the goal unless others are open."""
    steps = Step.objects.owned_by(owner).open()
    steps.filter(goal__key=goal_key, key__in=keys).update(done_on=on)
    goals = Goal.objects.owned_by(owner).open().filter(key=goal_key)
    reached = [*goals.exclude(pk__in=steps.values("goal"))]
    for goal in reached:
        goal.finish(on=on)
    # What was reached is told where it happened, such as a credential earned: here it counts, and is not told again.
    did_all(owner, Doing.GOAL_REACHED, [Deed(key=f"goal:{goal.pk}", on=on, title=goal.title) for goal in reached])


@transaction.atomic
def leave_to_owner(owner: User, *, goal_key: str, gone: Collection[str]) -> None:
    """What a goal led to is gone: it stays as the person's own, without links that begin with these places."""
    goals = Goal.objects.owned_by(owner).filter(key=goal_key)
    steps = Step.objects.filter(goal__in=goals)
    for place in gone:
        steps.filter(link__startswith=place).update(link="")
    steps.update(key="")
    goals.update(key="", link="")


def next_position(goal: Goal) -> int:
    """The place after the last step."""
    last: int | None = goal.steps.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _bring_up_to_date(thing: Goal | Step, due_on: date | None, link: str) -> None:
    if thing.done_on is None and (thing.due_on, thing.link) != (due_on or thing.due_on, link):
        thing.due_on, thing.link = due_on or thing.due_on, link
        thing.save(update_fields=["due_on", "link"])
