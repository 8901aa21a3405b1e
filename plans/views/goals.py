"""A person's plan: goals, and the steps that lead to them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from guides.models import TargetRole
from plans.actions import finish_goal, next_position, reopen_goal
from plans.forms import GoalForm, StepForm
from plans.models import MOST_WEEKLY_GOALS, Achievement, Goal, Step
from plans.places import Where
from plans.shown import shown
from plans.week import Week, weekly_rows

# So many at once; the next ones come when these were seen.
_CELEBRATED = 5


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """Goals to reach, each with its steps, and goals reached."""
    goals = [*Goal.objects.owned_by(request.user).prefetch_related("steps")]
    week = Week(timezone.localdate())
    weekly = weekly_rows(request.user, week, with_ticks=True)
    context = {
        "open_goals": shown(request.user, [goal for goal in goals if goal.done_on is None]),
        "reached": [goal for goal in goals if goal.done_on is not None],
        "today": week.today,
        "week": week,
        "fresh": [*Achievement.objects.owned_by(request.user).to_celebrate(week.today)[:_CELEBRATED]],
        "weekly": weekly,
        "may_add_weekly": len(weekly) < MOST_WEEKLY_GOALS,
        "station": "my",
    }
    return render(request, "plans/list.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """A goal of one's own."""
    form = GoalForm(request.POST if request.method == "POST" else None, instance=Goal(owner=request.user))
    if request.method == "POST" and form.is_valid():
        goal = form.save()
        messages.success(request, _("Your goal is on the plan. What is the first small step?"))
        return redirect("plans:step_add", goal.pk)
    return render(request, "plans/add.html", {"form": form, "station": "my"})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a goal's words or its day."""
    goal = get_object_or_404(Goal.objects.owned_by(request.user), pk=pk)
    form = GoalForm(request.POST if request.method == "POST" else None, instance=goal)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The goal is saved."))
        return redirect("plans:list")
    return render(request, "plans/edit.html", {"form": form, "station": "my"})


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then take a goal and its steps off the plan."""
    goal = get_object_or_404(Goal.objects.owned_by(request.user), pk=pk)
    if request.method == "POST":
        goal.delete()
        messages.success(request, _("The goal is off your plan."))
        return redirect("plans:list")
    return render(request, "plans/delete.html", {"goal": goal, "steps": goal.steps.count(), "station": "my"})


@require_POST
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    """The goal is reached."""
    goal = get_object_or_404(Goal.objects.owned_by(request.user).select_related("owner"), pk=pk)
    finish_goal(goal, on=timezone.localdate())
    messages.success(request, _("Reached: %(goal)s. It stands at the end of your plan now.") % {"goal": goal.title})
    return redirect("plans:list")


@require_POST
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """The goal is not reached after all."""
    reopen_goal(get_object_or_404(Goal.objects.owned_by(request.user).select_related("owner"), pk=pk))
    return redirect("plans:list")


@require_http_methods(["GET", "POST"])
def step_add(request: SignedInRequest, pk: int) -> HttpResponse:
    """One more step towards a goal."""
    goal = get_object_or_404(Goal.objects.owned_by(request.user), pk=pk)
    step = Step(goal=goal, position=next_position(goal))
    form = StepForm(request.POST if request.method == "POST" else None, instance=step)
    if request.method == "POST" and form.is_valid():
        _save_step(request, form)
        messages.success(request, _("The step is on your plan."))
        return redirect("plans:list")
    return render(request, "plans/step_add.html", {"form": form, "goal": goal, "station": "my"})


@require_http_methods(["GET", "POST"])
def step_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a step's words or its day."""
    step = get_object_or_404(Step.objects.owned_by(request.user).select_related("goal"), pk=pk)
    form = StepForm(request.POST if request.method == "POST" else None, instance=step)
    if request.method == "POST" and form.is_valid():
        _save_step(request, form)
        messages.success(request, _("The step is saved."))
        return redirect("plans:list")
    return render(request, "plans/step_edit.html", {"form": form, "step": step, "station": "my"})


def _save_step(request: SignedInRequest, form: StepForm) -> None:
    """A step that is ticked off by something else than before counts that from today, and leads to where it is done."""
    step = form.save(commit=False)
    if "doing" in form.changed_data:
        role = TargetRole.objects.owned_by(request.user).select_related("role").first()
        where = Where.of(role.role if role else None)
        step.count_from(timezone.localdate(), link=where.url_of("", step.doing))
    step.save()


@require_POST
def step_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a step off the plan."""
    get_object_or_404(Step.objects.owned_by(request.user), pk=pk).delete()
    messages.success(request, _("The step is off your plan."))
    return redirect("plans:list")


@require_POST
def step_finish(request: SignedInRequest, pk: int) -> HttpResponse:
    """The step is done."""
    step = get_object_or_404(Step.objects.owned_by(request.user), pk=pk)
    step.finish(on=timezone.localdate())
    messages.success(request, _("Done: %(step)s.") % {"step": step.title})
    return redirect("plans:list")


@require_POST
def step_reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """The step is not done after all."""
    get_object_or_404(Step.objects.owned_by(request.user), pk=pk).reopen()
    return redirect("plans:list")
