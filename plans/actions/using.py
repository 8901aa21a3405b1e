"""Put a template on a person's plan, and move what is open when life happened."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from accounts.models import User
from plans.models import Deed, Goal, PlanTemplate, Step
from plans.places import Where
from plans.ready import KEY, day_of, template_of


@transaction.atomic
def use_template(owner: User, template: PlanTemplate, where: Where, *, starts_on: date, today: date) -> Goal | None:
    """The goal with its dated steps; nothing where the same one is open already. Places are those of the job given."""
    # Under a lock, so that two windows cannot put it there twice.
    User.objects.select_for_update().get(pk=owner.pk)
    begun = Goal.objects.owned_by(owner).filter(key__startswith=KEY)
    before = [goal for goal in begun if template_of(goal) == template.slug]
    if any(goal.done_on is None for goal in before):
        return None
    goal = Goal.objects.create(
        owner=owner,
        title=template.title,
        due_on=day_of(starts_on, template.weeks),
        key=_key(template, {goal.key for goal in before}),
    )
    steps = [
        Step(
            goal=goal,
            title=step.title,
            hint=step.hint,
            due_on=day_of(starts_on, step.week),
            position=place,
            doing=step.doing,
            times=step.times,
            counts_from=min(starts_on, today) if step.doing else None,
            link=where.url_of(step.place, step.doing),
            key=step.key,
        )
        for place, step in enumerate(template.steps.order_by("week", "position", "pk"))
    ]
    _tick_what_is_done(owner, steps)
    Step.objects.bulk_create(steps)
    return goal


def _key(template: PlanTemplate, taken: set[str]) -> str:
    key, number = f"{KEY}{template.slug}", 1
    while key in taken:
        number += 1
        key = f"{KEY}{template.slug}:{number}"
    return key


def _tick_what_is_done(owner: User, steps: Sequence[Step]) -> None:
    """A plan that began before today: what was done since then is done."""
    counted = [step for step in steps if step.doing]
    days: defaultdict[str, list[date]] = defaultdict(list)
    deeds = Deed.objects.owned_by(owner).filter(doing__in={step.doing for step in counted})
    for doing, on in deeds.order_by("on").values_list("doing", "on"):
        days[doing].append(on)
    for step in counted:
        since = [on for on in days[step.doing] if step.counts_from and on >= step.counts_from]
        if len(since) >= step.times:
            step.done_on = since[step.times - 1]


@transaction.atomic
def move_days(goal: Goal, *, days: int) -> int:
    """Move the days of what is open, the goal's own among them; how many steps were moved."""
    by = timedelta(days=days)
    steps = [*goal.steps.open().filter(due_on__isnull=False)]
    for step in steps:
        step.due_on = step.due_on + by if step.due_on else None
    Step.objects.bulk_update(steps, ["due_on"])
    if goal.due_on:
        goal.due_on += by
        goal.save(update_fields=["due_on"])
    return len(steps)
