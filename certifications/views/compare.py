"""Credentials side by side."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certifications.catalogue.compare.page import ComparePage
from certifications.catalogue.listed import listed
from certifications.forms.compare import CompareForm
from guides.forms.address import is_whole_country, unknown_state
from guides.my_state import reader_state
from guides.rows import rows_now


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four credentials for the reader's state, with what they cost over the years, or a way to choose them."""
    now, today, state = timezone.now(), timezone.localdate(), reader_state(request)
    rows = rows_now()
    offered = listed(state=None, now=now, today=today, rows=rows)
    form = CompareForm(request.GET, offered=[row.credential for row in offered])
    page = ComparePage(
        form.chosen, offered, state, form.span, now, today, is_whole_country=is_whole_country(request), rows=rows
    )
    remarks = [*form.remarks, *unknown_state(request, state)]
    return render(request, "certifications/compare.html", {"page": page, "remarks": remarks, "station": "qualify"})
