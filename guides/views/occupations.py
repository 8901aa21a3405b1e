"""Every occupation of the O*NET database: one by its code, and all of them to look through."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from guides.forms.address import is_whole_country, unknown_state
from guides.forms.browse import BrowseForm
from guides.models import JobZone, Occupation
from guides.my_state import asked_state, reader_state
from guides.occupations.browse import Browse
from guides.occupations.list_page import ListPage
from guides.occupations.listed import listed
from guides.occupations.profile import Profile
from guides.shared import shared_page
from guides.structured import of_occupation


@login_not_required
@gzip_page
@require_safe
def list(request: HttpRequest) -> HttpResponse:
    """All occupations: filters, order and page stand in the address, and nothing is remembered."""
    state = reader_state(request)
    rows = listed(state)
    if not rows:
        raise Http404
    zones = [*JobZone.objects.all()]
    form = BrowseForm(request.GET, zones=[zone.number for zone in zones])
    told = "US" if is_whole_country(request) else request.GET.get("state", "") and state and state.usps
    browse = Browse(rows, zones, form.asked, {"state": told or ""})
    page = ListPage(browse, state=state, now=timezone.now())
    remarks = [*form.remarks, *unknown_state(request, state)]
    context = {"page": page, "browse": browse, "remarks": remarks, "station": "explore"}
    return render(request, "occupations/list.html", context)


@login_not_required
@shared_page(asked_state)
@gzip_page
@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """What the official data say about one occupation, for the reader's state."""
    occupation = get_object_or_404(Occupation.objects.select_related("job_zone"), code=code)
    page = Profile(occupation, state=reader_state(request), now=timezone.now())
    about = of_occupation(occupation, page.wages.wage_of.get("US"), page.projection)
    context = {"page": page, "occupation": occupation, "structured": about, "station": "explore"}
    return render(request, "occupations/detail.html", context)
