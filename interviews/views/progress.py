"""How practice went over time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from interviews.forms.progress import WantedForm
from interviews.progress.page import ProgressPage

_STATION = {"station": "interview"}


@require_safe
def progress(request: SignedInRequest) -> HttpResponse:
    """By competency over time, what notes are mostly about, what changed, and what was not practised yet."""
    page = ProgressPage(request.user, WantedForm(request.GET).wanted(), timezone.now())
    return render(request, "practice/progress.html", {"page": page, **_STATION})
