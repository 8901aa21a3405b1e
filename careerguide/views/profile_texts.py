"""Texts for an online profile out of a resume, to copy."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from careerguide.own_resumes import chosen, closest, resumes_of, role_of, told_of
from careerguide.profile_texts import about, headlines, jobs, missing, skills


@require_safe
def profile_texts(request: SignedInRequest) -> HttpResponse:
    """Headline, About, jobs and skills, as the resume tells them."""
    documents, role = resumes_of(request.user), role_of(request.user)
    asked = request.GET.get("document")
    version = closest(documents, role) if asked is None else chosen(documents, asked)
    known, title = told_of(version, role), role.title if role else ""
    context = {
        "documents": documents,
        "version": version,
        "role": role,
        "headlines": headlines(known, title),
        "about": about(known, title),
        "jobs": jobs(known),
        "skills": skills(known),
        "missing": missing(known),
        "station": "connect",
    }
    return render(request, "careerguide/profile_texts.html", context)
