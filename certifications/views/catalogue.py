"""The catalogue: every credential, and one of them."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certifications.catalogue.browse import Browse
from certifications.catalogue.listed import listed
from certifications.catalogue.page import CredentialPage
from certifications.catalogue.structured import of_credential
from certifications.forms.browse import BrowseForm
from certifications.forms.eligibility import EligibilityForm
from guides.forms.address import is_whole_country, unknown_state
from guides.models import Credential, Role, State
from guides.my_state import asked_state, reader_state
from guides.page.places import all_places
from guides.rows import rows_now
from guides.shared import shared_page


@login_not_required
@require_safe
def list(request: HttpRequest) -> HttpResponse:
    """All credentials: filters and order stand in the address."""
    return _list(request) if request.GET.keys() - {"state"} else _whole_list(request)


def _list(request: HttpRequest) -> HttpResponse:
    state = reader_state(request)
    rows = rows_now()
    found = listed(state=state, now=timezone.now(), today=timezone.localdate(), rows=rows)
    form = BrowseForm(request.GET)
    browse = Browse(found, form.chosen(), _kept(request, state), state=state, places=rows.get(("places",), all_places))
    remarks = [*form.remarks, *unknown_state(request, state)]
    context = {"browse": browse, "page": browse, "remarks": remarks, "station": "qualify"}
    return render(request, "certifications/list.html", context)


_whole_list = shared_page(asked_state)(_list)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One credential, and the check of who may apply: what is ticked stands in the address and is kept nowhere."""
    return _detail(request, slug) if request.GET.keys() - {"state"} else _whole_detail(request, slug)


def _detail(request: HttpRequest, slug: str) -> HttpResponse:
    state, now = reader_state(request), timezone.now()
    shown = Q(roles__in=Role.objects.published(now)) | Q(roles=None)
    credential = get_object_or_404(Credential.objects.filter(shown).distinct(), slug=slug)
    form = EligibilityForm(request.GET)
    place = _kept(request, state)["state"]
    page = CredentialPage(
        credential, state, now, timezone.localdate(), have=form.answer, asked_place=place, rows=rows_now()
    )
    context = {
        "page": page,
        "credential": credential,
        "structured": of_credential(page),
        "remarks": unknown_state(request, state),
        "station": "qualify",
    }
    return render(request, "certifications/detail.html", context)


_whole_detail = shared_page(asked_state)(_detail)


def _kept(request: HttpRequest, state: State | None) -> dict[str, str]:
    """The state, where the address names one: links of the page keep it."""
    told = "US" if is_whole_country(request) else request.GET.get("state", "") and state and state.usps
    return {"state": told or ""}
