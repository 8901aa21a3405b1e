"""Every occupation of the O*NET database: one by its code, and all of them to look through."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from guides.models import Occupation


@login_not_required
@require_safe
def list(request: HttpRequest) -> HttpResponse:
    """All occupations."""
    return render(request, "occupations/list.html", {"rows": Occupation.objects.all(), "station": "explore"})


@login_not_required
@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """What the official data say about one occupation."""
    occupation = get_object_or_404(Occupation, code=code)
    return render(request, "occupations/detail.html", {"occupation": occupation, "station": "explore"})
