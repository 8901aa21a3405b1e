"""Bring an achievement into a resume: choose the resume, the place and the words."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from careerguide.own_resumes import chosen, resumes_of
from careerguide.resume_line_form import ResumeLineForm
from plans.models import Achievement
from plans.wording import draft_line
from resumes.actions.sending import change_words
from resumes.models import Version
from resumes.placing import places
from resumes.views.versions import within_hour


@require_http_methods(["GET", "POST"])
def achievement_resume(request: SignedInRequest, pk: int) -> HttpResponse:
    """A line about it, as the next version of a resume."""
    achievement = get_object_or_404(Achievement.objects.owned_by(request.user), pk=pk)
    documents = resumes_of(request.user)
    version = chosen(documents, request.GET.get("document", ""))
    context = {"achievement": achievement, "documents": documents, "version": version, "station": "grow"}
    if version is None:
        return render(request, "careerguide/achievement_resume.html", context)
    form = _form(request, achievement, version)
    if request.method == "POST" and form.is_valid() and within_hour(request, form):
        made = _added(form, achievement)
        messages.success(request, _("The line is in version %(number)d.") % {"number": made.number})
        return redirect(made)
    return render(request, "careerguide/achievement_resume.html", {**context, "form": form})


def _form(request: SignedInRequest, achievement: Achievement, version: Version) -> ResumeLineForm:
    found = places(version.read_document)
    start = {"words": draft_line(achievement), "place": str(found[0].at), "number": version.number}
    if request.method != "POST":
        return ResumeLineForm(initial=start, version=version, places=found)
    form = ResumeLineForm(request.POST, version=version, places=found)
    if not form.is_valid():
        # The page shows the newest version from here on, with the words as they were typed.
        form.data = request.POST.copy()
        form.data["number"] = str(version.number)
    return form


@transaction.atomic
def _added(form: ResumeLineForm, achievement: Achievement) -> Version:
    now = timezone.now()
    made = change_words(form.version, form.changed(), note=_("An achievement added"), now=now)
    achievement.in_resume_on = timezone.localdate(now)
    achievement.save(update_fields=["in_resume_on"])
    return made
