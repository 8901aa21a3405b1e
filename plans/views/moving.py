"""Move the days of a goal's open steps, when life happened."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from plans.actions import move_days
from plans.forms import MoveForm
from plans.models import Goal


@require_http_methods(["GET", "POST"])
def move(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask by how much, show the days, and move them."""
    goal = get_object_or_404(Goal.objects.owned_by(request.user).open(), pk=pk)
    steps = [*goal.steps.open().filter(due_on__isnull=False).order_by("due_on", "position", "pk")]
    days = [step.due_on for step in steps if step.due_on] or [day for day in [goal.due_on] if day]
    by = 0
    form = MoveForm(request.POST if request.method == "POST" and days else None, days=days)
    if form.is_bound and form.is_valid():
        by = form.cleaned_data["by"]
        if "show" not in request.POST:
            return _moved(request, goal, by)
    shift = timedelta(days=by)
    context = {
        "goal": goal,
        "form": form,
        "has_days": bool(days),
        "rows": [(step, step.due_on + shift) for step in steps if step.due_on],
        "goal_day": goal.due_on + shift if goal.due_on else None,
        "is_shown": bool(by),
        "station": "my",
    }
    return render(request, "plans/move.html", context)


def _moved(request: SignedInRequest, goal: Goal, by: int) -> HttpResponse:
    number = move_days(goal, days=by)
    said = ngettext("%d step has a new day.", "%d steps have a new day.", number) % number
    messages.success(request, said if number else _("The goal has a new day."))
    return redirect(f"{reverse('plans:list')}#goal-{goal.pk}")
