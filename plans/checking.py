"""What is wrong with the steps of a template that no single field can say; files and the desk ask alike."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from plans.models import TemplateStep
from plans.places import is_place


def step_troubles(steps: Sequence[TemplateStep], *, weeks: int) -> Iterator[str]:
    """Sentences that name the step."""
    if not steps:
        yield _("Add at least one step.")
    seen: set[str] = set()
    for step in steps:
        if step.key in seen:
            yield _("%(step)s: the key stands twice.") % {"step": step.key}
        seen.add(step.key)
        if not 1 <= step.week <= weeks:
            yield _("%(step)s: choose a week from 1 to %(weeks)d.") % {"step": step.key, "weeks": weeks}
        if step.times < 1:
            yield _("%(step)s: write how many times, 1 or more.") % {"step": step.key}
        if not is_place(step.place):
            yield _("%(step)s: there is no place “%(place)s”.") % {"step": step.key, "place": step.place}
    yield from _counted_twice(steps)


def _counted_twice(steps: Sequence[TemplateStep]) -> Iterator[str]:
    """All deeds of a kind count from one day, so a later step must ask for more of them in all."""
    most: dict[str, int] = {}
    for step in sorted(steps, key=lambda step: step.week):
        if step.doing and step.times <= most.get(step.doing, 0):
            text = _("%(step)s: an earlier step counts the same. Write how many in all, more than %(times)d.")
            yield text % {"step": step.key, "times": most[step.doing]}
        if step.doing:
            most[step.doing] = max(step.times, most.get(step.doing, 0))
