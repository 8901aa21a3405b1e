"""The timeline: past and future of a plan as a picture and as a list."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from plans.picture import picture
from plans.timeline import EARLIEST, LATEST, timeline, usual_first


@require_safe
def show(request: SignedInRequest) -> HttpResponse:
    """Twelve months: those around today, or from the month that the address names."""
    today = timezone.localdate()
    first = _month(request.GET.get("from", "")) or usual_first(today)
    line = timeline(request.user, first=first, today=today)
    context = {"line": line, "picture": picture(line), "station": "grow"}
    return render(request, "plans/timeline.html", context)


def _month(words: str) -> date | None:
    """The first of the month that was asked for; nothing where there is no such month."""
    try:
        first = date.fromisoformat(f"{words}-01")
    except ValueError:
        return None
    return first if EARLIEST <= first <= LATEST else None
