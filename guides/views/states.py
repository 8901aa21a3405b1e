"""What each state asks of one role, and pays."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.forms.address import unknown_state
from guides.forms.states import StatesForm
from guides.models import Role, State
from guides.my_state import reader_state
from guides.page.state_page import StatePage, StatesPage
from guides.shared import shared_page
from guides.structured import of_state


@login_not_required
@require_safe
def states(request: HttpRequest, slug: str) -> HttpResponse:
    """Every state's pay and rule for the role, in one picture and one table."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    state, form = reader_state(request), StatesForm(request.GET)
    asked = {"state": request.GET.get("state", "") and state.usps if state else ""}
    asked |= {name: form.value(name) for name in form.fields}
    page = StatesPage(role, state, timezone.localdate(), asked=asked)
    remarks = [*form.remarks, *unknown_state(request, state)]
    return render(request, "guides/states.html", {"role": role, "page": page, "remarks": remarks, "station": "explore"})


@login_not_required
@shared_page()
@require_safe
def state(request: HttpRequest, slug: str, usps: str) -> HttpResponse:
    """Everything about one state: its rule, the letters, its pay beside the nation's, what to do first."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    place = get_object_or_404(State.objects.coded(usps))
    page = StatePage(role, place, timezone.localdate())
    context = {"role": role, "place": place, "page": page, "structured": of_state(page), "station": "explore"}
    return render(request, "guides/state.html", context)
