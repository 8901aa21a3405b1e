"""Templates as their readers see them: which ones fit, and the weeks of one with its days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from guides.models import Role
from plans.models import Goal, PlanTemplate, TemplateStep
from plans.places import Where

# The key of a goal that was begun from a template; a second one of the same template has a number behind it.
KEY = "template:"


@dataclass(frozen=True)
class Row:
    """A step, where it is done, and the day by which it should be."""

    step: TemplateStep
    link: str
    due_on: date


@dataclass(frozen=True)
class Part:
    """A week of a plan."""

    number: int
    last: date
    rows: Sequence[Row]


def day_of(starts_on: date, week: int) -> date:
    """The last day of a week, counted from the day on which the plan begins."""
    return starts_on + timedelta(days=7 * week - 1)


def next_monday(today: date) -> date:
    """The day on which a plan usually begins: this day if it is a Monday."""
    return today + timedelta(days=-today.weekday() % 7)


def parts(steps: Iterable[TemplateStep], where: Where, starts_on: date) -> list[Part]:
    """The steps of a template by week."""
    by_week: dict[int, list[Row]] = {}
    for step in sorted(steps, key=lambda step: (step.week, step.position, step.pk)):
        due_on = day_of(starts_on, step.week)
        by_week.setdefault(step.week, []).append(Row(step, where.url_of(step.place, step.doing), due_on))
    return [Part(week, day_of(starts_on, week), rows) for week, rows in by_week.items()]


def for_readers(templates: QuerySet[PlanTemplate], now: datetime) -> QuerySet[PlanTemplate]:
    """Of templates, those that people can use: with steps, for any job or for one whose guide is published."""
    visible = Q(role__isnull=True) | Q(role__in=Role.objects.published(now))
    found = templates.filter(visible).select_related("role")
    return found.annotate(step_count=Count("steps")).filter(step_count__gt=0)


def template_of(goal: Goal) -> str:
    """The slug of the template that a goal was begun from; empty where there is none."""
    return goal.key.removeprefix(KEY).partition(":")[0] if goal.key.startswith(KEY) else ""


def under_way(goals: Iterable[Goal]) -> dict[str, Goal]:
    """By template, the goal that is open."""
    return {slug: goal for goal in goals if goal.done_on is None and (slug := template_of(goal))}
