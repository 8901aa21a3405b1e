"""Hold a job against a resume and what its reader holds."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from careerguide.fit.page import asked_lines, fit_page
from careerguide.fit_form import ResumeChoice
from jobsearch.models import Application
from resumes.models import Version


@require_safe
def job_fit(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the ad asks for, line by line, with every gap in words; and whether it is worth applying."""
    mine = Application.objects.owned_by(request.user).select_related("posting__role", "owner")
    application = get_object_or_404(mine, pk=pk)
    form = ResumeChoice(request.GET, application=application)
    musts, nices = asked_lines(application.posting)
    context = {"application": application, "form": form, "musts": musts, "nices": nices, "station": "connect"}
    if (musts or nices) and (chosen := form.chosen()):
        versions = Version.objects.owned_by(request.user).select_related("document__role", "document__occupation")
        context["page"] = fit_page(application, versions.get(pk=chosen), now=timezone.now())
    return render(request, "careerguide/job_fit.html", context)
