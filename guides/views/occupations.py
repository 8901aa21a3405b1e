"""Every occupation of the O*NET database: one by its code, and all of them to look through."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from guides.models import Occupation
from guides.my_state import reader_state
from guides.occupations.profile import Profile


@login_not_required
@require_safe
def list(request: HttpRequest) -> HttpResponse:
    """All occupations."""
    return render(request, "occupations/list.html", {"rows": Occupation.objects.all(), "station": "explore"})


@login_not_required
@gzip_page
@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """What the official data say about one occupation, for the reader's state."""
    occupation = get_object_or_404(Occupation.objects.select_related("job_zone"), code=code)
    page = Profile(occupation, state=reader_state(request), now=timezone.now())
    context = {"page": page, "occupation": occupation, "station": "explore"}
    return render(request, "occupations/detail.html", context)
