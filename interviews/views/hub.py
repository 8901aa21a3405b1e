"""The page where practice begins."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from interviews.hub import hub_of

# Which part of the navigation the pages belong to.
STATION = {"station": "interview"}


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """What to go on with, what to choose from, what was weak, and what is there already."""
    return render(request, "practice/list.html", {"hub": hub_of(request.user, now=timezone.now()), **STATION})
