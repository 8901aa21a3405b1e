"""The one door to an interview: its person's own, or none."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.requests import SignedInRequest
from interviews.models import Interview
from interviews.preparing.next_step import next_step
from interviews.preparing.page import page_of


def interview_of(request: SignedInRequest, pk: int) -> Interview:
    """The person's interview with that number; for anyone else there is none."""
    mine = Interview.objects.owned_by(request.user).select_related("role", "owner", "application__posting")
    return get_object_or_404(mine, pk=pk)


def show(request: SignedInRequest, template: str, interview: Interview, **more: Any) -> HttpResponse:
    """A page of an interview with everything around it."""
    page = page_of(interview, now=timezone.now())
    context = {"page": page, "interview": interview, "step": next_step(page), "station": "interview", **more}
    return render(request, template, context)
