"""A plan as its page shows it: what is next at hand, what is done and what comes later folded away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from accounts.models import User
from plans.models import Deed, Goal, Step

# So many steps are shown at once; of a longer goal the rest is folded.
_SHORT, _NEXT = 7, 5


@dataclass(frozen=True)
class Shown:
    """A goal with its steps."""

    goal: Goal
    done: Sequence[Step]
    first: Sequence[Step]
    later: Sequence[Step]

    @property
    def number(self) -> int:
        """How many steps it has."""
        return len(self.done) + len(self.first) + len(self.later)

    @property
    def number_done(self) -> int:
        """How many of them are done."""
        return sum(step.done_on is not None for step in (*self.done, *self.first))


def shown(owner: User, goals: Iterable[Goal]) -> list[Shown]:
    """The goals in their order; steps that tick themselves off know how far they are."""
    found = [(goal, sorted(goal.steps.all(), key=lambda step: (step.position, step.pk))) for goal in goals]
    count(owner, [step for _goal, steps in found for step in steps])
    return [_shown(goal, steps) for goal, steps in found]


def count(owner: User, steps: Iterable[Step]) -> None:
    """Tell open steps how often what they count was done."""
    counted = [step for step in steps if step.doing and step.counts_from and step.done_on is None]
    if not counted:
        return
    first = min(step.counts_from for step in counted if step.counts_from)
    deeds = Deed.objects.owned_by(owner).filter(doing__in={step.doing for step in counted}, on__gte=first)
    days: list[tuple[str, date, int]] = [
        *deeds.order_by().values("doing", "on").annotate(number=Count("pk")).values_list("doing", "on", "number")
    ]
    for step in counted:
        step.counted = sum(
            number for doing, on, number in days if doing == step.doing and step.counts_from and on >= step.counts_from
        )


def _shown(goal: Goal, steps: Sequence[Step]) -> Shown:
    if len(steps) <= _SHORT:
        return Shown(goal, [], steps, [])
    done = [step for step in steps if step.done_on is not None]
    to_do = [step for step in steps if step.done_on is None]
    return Shown(goal, done, to_do[:_NEXT], to_do[_NEXT:])
