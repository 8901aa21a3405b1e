"""Save a job: its ad is read, and its application begins."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from careerguide.ads import same_posting
from careerguide.job_forms import PARTS, JobForm, PostingForm
from guides.models import TargetRole
from jobsearch.actions import begin_application, save_posting
from jobsearch.models import Application, Posting
from plans.actions import did
from plans.models import Doing

_SOURCE = ("link", "source", "source_name")


@require_http_methods(["GET", "POST"])
def job_add(request: SignedInRequest) -> HttpResponse:
    """A job of one's own, with its ad or without; one that was saved before is shown first."""
    form, same, today = JobForm(request.POST or None), None, timezone.localdate()
    if request.method == "POST" and "read" in request.POST:
        form.show_read(today=today)
    elif request.method == "POST" and form.is_valid():
        values = form.values(today=today)
        same = None if form.cleaned_data["is_sure"] else same_posting(request.user, values)
        if same and "is_same" in request.POST:
            return _noted(request, same, values)
        if same is None:
            application = _save(request, values)
            messages.success(request, _("It is saved. What will you do next, and when?"))
            return redirect(application)
    context = {"form": form, "same": same, "was_read": bool(form["read_from"].value()), "station": "connect"}
    return render(request, "careerguide/job_add.html", context)


@require_http_methods(["GET", "POST"])
def job_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct what is known of a job; its ad can be read again for what is still empty."""
    mine = Application.objects.owned_by(request.user).select_related("posting")
    application = get_object_or_404(mine, pk=pk)
    form = PostingForm(request.POST or None, instance=application.posting)
    if request.method == "POST" and "read" in request.POST:
        form.show_read(today=timezone.localdate())
    elif request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The job is saved."))
        return redirect(application)
    context = {"form": form, "application": application, "station": "connect"}
    return render(request, "careerguide/job_edit.html", context)


@transaction.atomic
def _save(request: SignedInRequest, values: Mapping[str, Any]) -> Application:
    today = timezone.localdate()
    target = TargetRole.objects.owned_by(request.user).select_related("role").first()
    posting = save_posting(
        request.user, text=values["text"], title=values["title"], role=target.role if target else None
    )
    for name in (*PARTS[1:], *_SOURCE):
        setattr(posting, name, values[name])
    posting.save()
    application = begin_application(request.user, posting, on=today)
    did(request.user, Doing.POSTING_SAVED, f"posting:{posting.pk}", on=today, title=str(posting))
    return application


def _noted(request: SignedInRequest, same: Posting, values: Mapping[str, Any]) -> HttpResponse:
    """Note on the job that was saved before where else it was seen."""
    application = begin_application(request.user, same, on=timezone.localdate())
    seen = dict(Posting.Source.choices).get(values["source"], "")
    where = [str(word) for word in (values["source_name"] or seen, values["link"]) if word]
    note = _("Also seen on %(day)s: %(where)s") % {
        "day": date_format(timezone.localdate(), "j F Y"),
        "where": ", ".join(where) or _("somewhere else"),
    }
    application.notes = f"{application.notes}\n{note}".strip()[:6000]
    application.save(update_fields=["notes"])
    messages.success(request, _("Noted: it is the same job."))
    return redirect(application)
