"""What each state asks of one role."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.models import Role, State, StateRequirement
from guides.my_state import reader_state
from guides.page import guide_page


@login_not_required
@require_safe
def states(request: HttpRequest, slug: str) -> HttpResponse:
    """Every state's rule for the role, in one table."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    rules = StateRequirement.objects.filter(role=role).select_related("state").order_by("state__name")
    today = timezone.localdate()
    rows = [(rule, rule.is_stale(today)) for rule in rules]
    context = {"role": role, "rows": rows, "mine": reader_state(request), "station": "explore"}
    return render(request, "guides/states.html", context)


@login_not_required
@require_safe
def state(request: HttpRequest, slug: str, usps: str) -> HttpResponse:
    """One state's rule for the role, and its pay beside the nation's."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    place = get_object_or_404(State.objects.coded(usps))
    page = guide_page(role, state=place, today=timezone.localdate())
    return render(request, "guides/state.html", {"role": role, "place": place, "page": page, "station": "explore"})
