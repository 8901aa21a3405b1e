"""Places of the directory on the plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import SignedInRequest
from guides.models import Resource
from plans.actions import put_place


@require_POST
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """The place becomes a step of the plan; the person stays on the page they were on."""
    place = get_object_or_404(Resource.objects.shown(timezone.now()), pk=pk)
    if put_place(request.user, place):
        messages.success(request, _("“%(name)s” is a step on your plan.") % {"name": place.name})
    else:
        messages.info(request, _("“%(name)s” is on your plan already.") % {"name": place.name})
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts=None) and target.startswith("/")
    return redirect(target if safe else place.get_absolute_url())
