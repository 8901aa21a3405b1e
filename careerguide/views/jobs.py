"""Save a job: its ad is read as resumes read one, and its application begins."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from careerguide.job_forms import JobForm, PostingForm
from guides.models import TargetRole
from jobsearch.actions import begin_application
from jobsearch.models import Application, Posting
from plans.actions import did
from plans.models import Doing
from resumes.actions.sending import keep_ad


@require_http_methods(["GET", "POST"])
def job_add(request: SignedInRequest) -> HttpResponse:
    """A job of one's own, with its ad or without; one that was saved before is shown first."""
    form = JobForm(request.POST or None)
    same = None
    if request.method == "POST" and form.is_valid():
        same = Posting.objects.owned_by(request.user).same_as(form.cleaned_data)
        if same is None or form.cleaned_data["is_sure"]:
            application = _save(request, form)
            messages.success(request, _("It is saved. What will you do next, and when?"))
            return redirect(application)
    return render(request, "careerguide/job_add.html", {"form": form, "same": same, "station": "connect"})


@require_http_methods(["GET", "POST"])
def job_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct what is known of a job."""
    mine = Application.objects.owned_by(request.user).select_related("posting")
    application = get_object_or_404(mine, pk=pk)
    form = PostingForm(request.POST or None, instance=application.posting)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The job is saved."))
        return redirect(application)
    context = {"form": form, "application": application, "station": "connect"}
    return render(request, "careerguide/job_edit.html", context)


@transaction.atomic
def _save(request: SignedInRequest, form: JobForm) -> Application:
    data, today = form.cleaned_data, timezone.localdate()
    target = TargetRole.objects.owned_by(request.user).select_related("role").first()
    posting = keep_ad(request.user, data["text"], title=data["title"], role=target.role if target else None)
    for name in ("employer", "place", "link", "source", "source_name"):
        setattr(posting, name, data[name] or getattr(posting, name))
    posting.save()
    application = begin_application(request.user, posting, on=today)
    did(request.user, Doing.POSTING_SAVED, f"posting:{posting.pk}", on=today, title=str(posting))
    return application
