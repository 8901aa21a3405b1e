"""The exam that someone aims at, its plan by weeks, and the time studied for it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.actions.studying import aim_at, keep, take_back
from certifications.forms.targets import DoneForm, TargetForm
from certifications.models import ExamTarget, HeldCredential, StudyDone
from certifications.models.target import ExamTargetQuerySet
from certifications.preparing.calendar import entries_of
from certifications.preparing.page import booked_on, page_of
from certifications.views.calendar import calendar_file

_STATION = {"station": "qualify"}


@require_safe
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """The weeks until the exam; without a day for it, what a plan is good for."""
    held = _held(request, pk)
    target = _target(request, pk)
    if target is None:
        return render(request, "certifications/study/no_plan.html", {"held": held, **_STATION})
    page = page_of(target, today=timezone.localdate())
    form = DoneForm(instance=StudyDone(target=target), parts=page.choices)
    return render(request, "certifications/study/plan.html", {"page": page, "form": form, **_STATION})


@require_http_methods(["GET", "POST"])
def target(request: SignedInRequest, pk: int) -> HttpResponse:
    """Set the day and the hours; what was studied so far stays, and the weeks are made anew from today."""
    held = _held(request, pk)
    aim = _target(request, pk) or ExamTarget(held=held)
    form = TargetForm(request.POST if request.method == "POST" else None, instance=aim, initial=_proposed(aim))
    if request.method == "POST" and form.is_valid():
        aim_at(form.save(commit=False), today=timezone.localdate())
        messages.success(request, _("Here are your weeks. The plan changes with what you write down."))
        return redirect("study:plan", pk)
    return render(request, "certifications/study/target.html", {"form": form, "held": held, **_STATION})


@require_http_methods(["GET", "POST"])
def log(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down time that was studied."""
    aim = get_object_or_404(_targets(request), held=pk)
    page = page_of(aim, today=timezone.localdate())
    form = DoneForm(
        request.POST if request.method == "POST" else None, instance=StudyDone(target=aim), parts=page.choices
    )
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False))
        messages.success(request, _("Written down. The weeks ahead are made anew."))
        return redirect("study:plan", pk)
    return render(request, "certifications/study/log.html", {"form": form, "held": aim.held, **_STATION})


@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take back time that was written down."""
    entry = get_object_or_404(StudyDone.objects.owned_by(request.user).select_related("target"), pk=pk)
    take_back(entry)
    messages.success(request, _("Taken out. It does not count any more."))
    return redirect("study:plan", entry.target.held_id)


@require_http_methods(["GET", "POST"])
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what goes with it, then give the plan up."""
    aim = get_object_or_404(_targets(request), held=pk)
    if request.method == "POST":
        aim.delete()
        messages.success(request, _("The study plan is deleted."))
        return redirect(aim.held)
    context = {"held": aim.held, "entries": aim.done.count(), **_STATION}
    return render(request, "certifications/study/drop.html", context)


@require_safe
def calendar(request: SignedInRequest, pk: int) -> HttpResponse:
    """The weeks as a calendar file."""
    page = page_of(get_object_or_404(_targets(request), held=pk), today=timezone.localdate())
    return calendar_file(entries_of(page), name=page.held.title, file="study-plan.ics")


def _held(request: SignedInRequest, pk: int) -> HeldCredential:
    return get_object_or_404(
        HeldCredential.objects.owned_by(request.user).select_related("credential", "holder", "role"), pk=pk
    )


def _targets(request: SignedInRequest) -> ExamTargetQuerySet:
    return ExamTarget.objects.owned_by(request.user).select_related("held__credential", "held__holder", "held__role")


def _target(request: SignedInRequest, pk: int) -> ExamTarget | None:
    return _targets(request).filter(held=pk).first()


def _proposed(aim: ExamTarget) -> dict[str, Any]:
    """For a new plan, the day of the booked exam where there is one."""
    day = None if aim.pk else booked_on(aim.held)
    return {"exam_on": day} if day and day > timezone.localdate() else {}
