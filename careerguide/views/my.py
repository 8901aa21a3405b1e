"""The signed-in person's page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from guides.models import Role, SavedGuide, StateRequirement, TargetRole


@require_safe
def my(request: SignedInRequest) -> HttpResponse:
    """What this person is heading for, and what they keep at hand."""
    published = Role.objects.published(timezone.now())
    target = (
        TargetRole.objects.owned_by(request.user).filter(role__in=published).select_related("role", "state").first()
    )
    rule = None
    if target and target.state:
        rule = StateRequirement.objects.filter(role=target.role, state=target.state).select_related("state").first()
    saved = SavedGuide.objects.owned_by(request.user).filter(role__in=published).select_related("role")
    context = {"target": target, "rule": rule, "saved": saved, "guides": published, "station": "my"}
    return render(request, "careerguide/my.html", context)
