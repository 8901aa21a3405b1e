"""The checklist for an online profile."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from guides.models import Resource, TargetRole
from jobsearch.actions.profile import tick, untick
from jobsearch.models import ProfileTick
from jobsearch.profile_points import PARTS, POINTS, Point, first_of, lines_of

_MOST_GROUPS = 4


@require_safe
def profile(request: SignedInRequest) -> HttpResponse:
    """All points in their parts, and the one to see to first."""
    lines = lines_of([*ProfileTick.objects.owned_by(request.user)], today=timezone.localdate())
    target = TargetRole.objects.owned_by(request.user).first()
    groups = Resource.objects.filter(role=target.role_id if target else None, kind=Resource.Kind.ASSOCIATION)
    context = {
        "parts": [(part.name, [lines[point.key] for point in part.points]) for part in PARTS],
        "first": first_of(lines),
        "done": sum(line.done_on is not None for line in lines.values()),
        "total": len(lines),
        "groups": groups[:_MOST_GROUPS],
        "station": "connect",
    }
    return render(request, "jobsearch/profile.html", context)


@require_POST
def profile_done(request: SignedInRequest, key: str) -> HttpResponse:
    """Tick a point off."""
    point = _point(key)
    tick(request.user, point, on=timezone.localdate())
    messages.success(request, _("Done: %(what)s.") % {"what": point.title})
    return _back(request, point)


@require_POST
def profile_open(request: SignedInRequest, key: str) -> HttpResponse:
    """It is open after all."""
    point = _point(key)
    untick(request.user, point)
    return _back(request, point)


def _back(request: SignedInRequest, point: Point) -> HttpResponse:
    """To the point where it was ticked in its list; to the top of the page where it was the first to see to."""
    return redirect(reverse("outreach:profile") + (f"#{point.key}" if "here" in request.POST else ""))


def _point(key: str) -> Point:
    if key not in POINTS:
        raise Http404
    return POINTS[key]
