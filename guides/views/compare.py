"""Roles side by side."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.forms.address import is_whole_country, unknown_state
from guides.forms.compare import CompareForm
from guides.models import Role
from guides.my_state import reader_state
from guides.page.compare.page import ComparePage


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four roles side by side for the reader's state, or a way to choose them."""
    published = [*Role.objects.published(timezone.now())]
    form, state = CompareForm(request.GET, published=published), reader_state(request)
    page = ComparePage(form.chosen, published, state, timezone.localdate(), is_whole_country=is_whole_country(request))
    remarks = [*form.remarks, *unknown_state(request, state)]
    return render(request, "guides/compare.html", {"page": page, "remarks": remarks, "station": "explore"})
