"""One application: its page, and what changes it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from jobsearch import actions
from jobsearch.actions.correcting import let_rest, undo_move
from jobsearch.forms.board import FollowUpForm, MoveForm, NextActionForm, SentForm
from jobsearch.models import Application, FollowUp
from jobsearch.models.application import MOST_FOLLOW_UPS, QUIET_AFTER

_STATION = {"station": "connect"}


def application_of(request: SignedInRequest, pk: int) -> Application:
    """The person's application with that number; for anyone else there is none."""
    return get_object_or_404(Application.objects.owned_by(request.user).select_related("posting", "owner"), pk=pk)


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything about one application."""
    return _show(request, application_of(request, pk))


@require_POST
def move(request: SignedInRequest, pk: int) -> HttpResponse:
    """To another stage, from its page or from the board."""
    application = application_of(request, pk)
    form = MoveForm(request.POST, auto_id="id_move_%s")
    if not form.is_valid():
        return _show(request, application, move_form=form)
    values = form.cleaned_data
    if values["stage"] == application.stage:
        messages.info(request, _("It is at that stage already."))
    else:
        actions.move(application, values["stage"], on=values["on"], note=values["note"])
        words = _("%(job)s: moved to “%(stage)s”. If that was a slip, you can take it back on its page.")
        messages.success(request, words % {"job": application, "stage": application.get_stage_display()})
    return redirect(reverse("jobs:board") if values["back"] else application.get_absolute_url())


@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the last change of stage back."""
    application = application_of(request, pk)
    if undo_move(application):
        words = _("Taken back. It stands at “%(stage)s” again.")
        messages.success(request, words % {"stage": application.get_stage_display()})
    else:
        messages.info(request, _("There is nothing to take back."))
    return redirect(application)


@require_POST
def next_action(request: SignedInRequest, pk: int) -> HttpResponse:
    """What to do next, and when."""
    application = application_of(request, pk)
    form = NextActionForm(request.POST, instance=application, auto_id="id_next_%s")
    return _kept(request, form, _("Your next step is written down."), next_form=form)


@require_POST
def sent(request: SignedInRequest, pk: int) -> HttpResponse:
    """How it went out."""
    application = application_of(request, pk)
    form = SentForm(request.POST, instance=application, auto_id="id_sent_%s")
    answer = _kept(request, form, _("Saved."), sent_form=form)
    # Whoever writes down the day has applied.
    if not form.errors and application.applied_on and application.stage in Application.BEFORE_APPLYING:
        actions.move(application, Application.Stage.APPLIED, on=application.applied_on)
    return answer


@require_POST
def follow_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """They were asked how it stands."""
    application = application_of(request, pk)
    form = FollowUpForm(request.POST, instance=FollowUp(application=application), auto_id="id_ask_%s")
    if not form.is_valid():
        return _show(request, application, follow_up_form=form)
    values = form.cleaned_data
    actions.follow_up(application, on=values["on"], way=values["way"], note=values["note"])
    messages.success(request, _("Noted.") if application.is_over else _("Noted. Give them ten days."))
    return redirect(application)


@require_POST
def rest(request: SignedInRequest, pk: int) -> HttpResponse:
    """No answer came: let it rest."""
    application = application_of(request, pk)
    if not application.is_over:
        let_rest(application, on=timezone.localdate())
        messages.success(request, _("It rests. If they write after all, move it back."))
    return redirect(application)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what goes with it, then delete it with its ad."""
    application = application_of(request, pk)
    if request.method == "POST":
        application.posting.delete()
        messages.success(request, _("The job is deleted."))
        return redirect("jobs:list")
    return render(request, "jobsearch/job_delete.html", {"application": application, **_STATION})


def _kept(request: SignedInRequest, form: forms.ModelForm[Application], words: str, **shown: Any) -> HttpResponse:
    if not form.is_valid():
        # The page shows what is kept; the form shows what was typed.
        return _show(request, application_of(request, form.instance.pk), **shown)
    application = form.save()
    messages.success(request, words)
    return redirect(application)


def _show(request: SignedInRequest, application: Application, **forms_in_use: forms.BaseForm) -> HttpResponse:
    today, asked = timezone.localdate(), [*application.follow_ups.all()]
    last_on = application.last_on
    is_silent = application.stage in Application.WAITING and last_on is not None and last_on + QUIET_AFTER <= today
    context = {
        "application": application,
        "posting": application.posting,
        "changes": application.changes.all(),
        "follow_ups": asked,
        "today": today,
        "silent_for": (today - last_on).days if is_silent and last_on else 0,
        "may_ask": len(asked) < MOST_FOLLOW_UPS,
        # Twice is advice: whoever asked earlier, or once more, can write it down all the same, further below.
        "asks_above": is_silent and len(asked) < MOST_FOLLOW_UPS,
        "move_form": MoveForm(initial={"stage": application.likely_next, "on": today}, auto_id="id_move_%s"),
        "next_form": NextActionForm(instance=application, auto_id="id_next_%s"),
        "sent_form": SentForm(instance=application, auto_id="id_sent_%s"),
        "follow_up_form": FollowUpForm(initial={"on": today}, auto_id="id_ask_%s"),
        "has_errors": any(form.errors for form in forms_in_use.values()),
        **forms_in_use,
        **_STATION,
    }
    return render(request, "jobsearch/job_detail.html", context)
