"""The front page."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.listing import guide_rows
from guides.models import Occupation, Role
from guides.shared import shared_page


@login_not_required
@shared_page()
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this place is for, a search, and the guides that are ready."""
    rows = guide_rows(Role.objects.published(timezone.now()))
    first = min((row.role for row in rows), key=lambda role: role.position, default=None)
    context = {"rows": rows, "example": first, "occupations": Occupation.objects.count(), "station": "home"}
    return render(request, "careerguide/home.html", context)
