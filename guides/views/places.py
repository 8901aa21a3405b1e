"""The directory of places to go: boards, associations, job sites, lists of programs."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.forms.places import PlacesForm
from guides.models import Resource, Role, State
from guides.page.directory.page import Directory
from guides.shared import shared_page


@login_not_required
@require_safe
def list(request: HttpRequest) -> HttpResponse:
    """Places by job, state and kind: all of it stands in the address, and nothing is remembered."""
    now = timezone.now()
    roles = Role.objects.published(now).order_by("title")
    form = PlacesForm(request.GET, roles=roles, states=State.objects.order_by("name"))
    directory = Directory(**form.asked, now=now)
    context = {"directory": directory, "form": form, "station": "connect"}
    return render(request, "places/list.html", context)


@login_not_required
@shared_page()
@require_safe
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """Everything that we know of one place, and where we know it from."""
    places = Resource.objects.shown(timezone.now()).select_related("role", "state")
    place = get_object_or_404(places, key=key)
    context = {"place": place, "is_stale": place.is_stale(timezone.localdate()), "station": "connect"}
    return render(request, "places/detail.html", context)
