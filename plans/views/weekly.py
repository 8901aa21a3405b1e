"""Goals of the week: begin, change, count by hand, end."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from plans.actions import begin_first_pair, has_room
from plans.forms import TickForm, WeeklyGoalForm
from plans.models import WeeklyGoal, WeeklyTick


@require_POST
def begin(request: SignedInRequest) -> HttpResponse:
    """Begin with the pair that we suggest."""
    if begin_first_pair(request.user, on=timezone.localdate()):
        messages.success(request, _("Two goals for each week are on your plan. Change them as you like."))
    return redirect("plans:list")


@require_http_methods(["GET", "POST"])
@transaction.atomic
def add(request: SignedInRequest) -> HttpResponse:
    """One more goal of the week, four at most."""
    goal = WeeklyGoal(owner=request.user, begun_on=timezone.localdate())
    form = WeeklyGoalForm(request.POST if request.method == "POST" else None, instance=goal)
    if request.method == "POST" and form.is_valid():
        if has_room(request.user):
            form.save()
            messages.success(request, _("The goal counts from this Monday."))
            return redirect("plans:list")
        form.add_error(None, _("Four goals a week are the most. End one first, then add this one."))
    return render(request, "plans/weekly_form.html", {"form": form, "goal": None, "station": "my"})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a goal of the week."""
    goal = get_object_or_404(WeeklyGoal.objects.owned_by(request.user).current(), pk=pk)
    form = WeeklyGoalForm(request.POST if request.method == "POST" else None, instance=goal)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The goal is saved."))
        return redirect("plans:list")
    return render(request, "plans/weekly_form.html", {"form": form, "goal": goal, "station": "my"})


@require_POST
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """The goal is not for the coming weeks."""
    goal = get_object_or_404(WeeklyGoal.objects.owned_by(request.user).current(), pk=pk)
    goal.end(on=timezone.localdate())
    messages.success(request, _("“%(goal)s” is ended. What you did stays yours.") % {"goal": goal.title})
    return redirect("plans:list")


@require_http_methods(["GET", "POST"])
def tick(request: SignedInRequest, pk: int) -> HttpResponse:
    """Count one more by hand, with a note if one likes."""
    goal = get_object_or_404(WeeklyGoal.objects.owned_by(request.user).current(), pk=pk)
    mark = WeeklyTick(goal=goal, on=timezone.localdate())
    form = TickForm(request.POST if request.method == "POST" else None, instance=mark)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Counted: one more for “%(goal)s”.") % {"goal": goal.title})
        return redirect("plans:list")
    return render(request, "plans/weekly_tick.html", {"form": form, "goal": goal, "station": "my"})


@require_POST
def untick(request: SignedInRequest, pk: int) -> HttpResponse:
    """It did not count after all."""
    get_object_or_404(WeeklyTick.objects.filter(goal__owner=request.user), pk=pk).delete()
    return redirect("plans:list")
