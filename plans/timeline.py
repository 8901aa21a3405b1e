"""A year of a plan, month by month: what was reached, today, and what is to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from plans.models import Achievement, Goal, Step

_MONTHS = 12
# Half a year lies behind, and half a year ahead.
_BEHIND = 5
EARLIEST, LATEST = date(1950, 1, 1), date(2098, 12, 1)

_KINDS = {
    "achieved": _("Reached"),
    "today": _("Today"),
    "step": _("Step to do"),
    "goal": _("Goal to reach"),
}


@dataclass(frozen=True)
class Mark:
    """One day that matters."""

    day: date
    kind: str
    title: str
    link: str = ""
    is_late: bool = False

    @property
    def words(self) -> str:
        """What sort of day it is."""
        return str(_KINDS[self.kind])


@dataclass(frozen=True)
class Month:
    """A month with its marks in order; it may have none."""

    first: date
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline:
    """Twelve months from the first of one."""

    first: date
    today: date
    marks: tuple[Mark, ...]

    @property
    def end(self) -> date:
        """The first day that is not on it."""
        return shifted(self.first, _MONTHS)

    @property
    def before(self) -> date | None:
        """Where the year before begins."""
        return shifted(self.first, -_MONTHS) if self.first > shifted(EARLIEST, _MONTHS) else None

    @property
    def after(self) -> date | None:
        """Where the next year begins."""
        return self.end if self.end < LATEST else None

    @property
    def has_today(self) -> bool:
        """Whether today is on it."""
        return self.first <= self.today < self.end

    @cached_property
    def months(self) -> list[Month]:
        """All twelve."""
        by_month = {first: tuple(marks) for first, marks in groupby(self.marks, lambda mark: mark.day.replace(day=1))}
        firsts = [shifted(self.first, number) for number in range(_MONTHS)]
        return [Month(first, by_month.get(first, ())) for first in firsts]

    @property
    def is_empty(self) -> bool:
        """Whether nothing but today is on it."""
        return all(mark.kind == "today" for mark in self.marks)

    @property
    def reached(self) -> int:
        """How many things were reached in it."""
        return sum(mark.kind == "achieved" for mark in self.marks)

    @property
    def ahead(self) -> int:
        """How many are to be done in it."""
        return sum(mark.kind in {"step", "goal"} for mark in self.marks)


def usual_first(today: date) -> date:
    """Where the twelve months around today begin."""
    return shifted(today.replace(day=1), -_BEHIND)


def shifted(first: date, months: int) -> date:
    """The first of a month, so many months later."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def timeline(user: User, *, first: date, today: date) -> Timeline:
    """What a person reached and has before them in the twelve months."""
    span = (first, shifted(first, _MONTHS) - timedelta(days=1))
    marks = [*_achievements(user, span), *_goals(user, span, today), *_steps(user, span, today)]
    if span[0] <= today <= span[1]:
        marks.append(Mark(today, "today", ""))
    order = [*_KINDS]
    return Timeline(first, today, tuple(sorted(marks, key=lambda mark: (mark.day, order.index(mark.kind)))))


def _achievements(user: User, span: tuple[date, date]) -> Iterator[Mark]:
    """Goals reached stand here as goals, so they are left out of the record."""
    rows = Achievement.objects.owned_by(user).filter(on__range=span).exclude(key__startswith="goal-reached:")
    for row in rows:
        yield Mark(row.on, "achieved", row.title, reverse("plans:achievement_edit", args=[row.pk]))


def _goals(user: User, span: tuple[date, date], today: date) -> Iterator[Mark]:
    is_ahead = Q(done_on__isnull=True, due_on__range=span)
    for goal in Goal.objects.owned_by(user).filter(is_ahead | Q(done_on__range=span)):
        if goal.done_on:
            yield Mark(goal.done_on, "achieved", goal.title, goal.link)
        elif goal.due_on:
            place = goal.link or reverse("plans:edit", args=[goal.pk])
            yield Mark(goal.due_on, "goal", goal.title, place, goal.due_on < today)


def _steps(user: User, span: tuple[date, date], today: date) -> Iterator[Mark]:
    for step in Step.objects.owned_by(user).open().filter(due_on__range=span, goal__done_on__isnull=True):
        if step.due_on:
            place = step.link or reverse("plans:step_edit", args=[step.pk])
            yield Mark(step.due_on, "step", step.title, place, step.due_on < today)
