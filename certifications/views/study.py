"""The page where one's study begins."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from certifications.rounds.hub import hub_of
from certifications.views.practice import STATION


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """What to go on with, what is due, and which exams there are questions for."""
    return render(
        request, "certifications/practice/list.html", {"hub": hub_of(request.user, now=timezone.now()), **STATION}
    )
