"""Where the numbers of a guide come from."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.models import Role
from guides.provenance import provenance
from guides.shared import shared_page


@login_not_required
@shared_page()
@require_safe
def facts(request: HttpRequest, slug: str) -> HttpResponse:
    """Every fact of a guide: its value, place, date, source, how sure we are, and when it is due again."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    groups = provenance(role, today=timezone.localdate())
    return render(request, "guides/facts.html", {"role": role, "groups": groups, "station": "explore"})
