"""Aim at an exam's day, and keep what was studied for it."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from certifications.actions.holding import put_on_plan
from certifications.models import ExamTarget, HeldCredential, StudyDone
from plans.actions import put_goal, put_step


@transaction.atomic
def aim_at(target: ExamTarget, *, today: date) -> ExamTarget:
    """Begin the plan, or begin it anew from today with what was studied so far; it stands on the person's plan too."""
    target.started_on = today
    if target.pk:
        target.sequence += 1
    target.save()
    held = target.held
    if held.stage == HeldCredential.Stage.CONSIDERING:
        held.move_to(HeldCredential.Stage.PREPARING)
    goal = put_on_plan(held)
    put_goal(held.holder, key=goal.key, title=goal.title, due_on=target.exam_on, link=goal.link)
    place = reverse("study:plan", args=[held.pk])
    put_step(goal, key="study", title=_("Study for it, week by week"), due_on=target.exam_on, link=place)
    return target


@transaction.atomic
def keep(entry: StudyDone) -> StudyDone:
    """Write down time that was studied; the weeks ahead change with it."""
    entry.save()
    entry.target.touch()
    return entry


@transaction.atomic
def take_back(entry: StudyDone) -> None:
    """Time that was written down by mistake does not count any more."""
    entry.delete()
    entry.target.touch()
