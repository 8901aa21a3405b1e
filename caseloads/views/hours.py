"""A counselor's hours, in which clients can book."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from caseloads.doors import counselors_only
from caseloads.forms.appointments import HoursForm
from caseloads.models import AvailabilityWindow
from caseloads.views.clients import STATION

_UNREADABLE = 422
# More than that is no week of one person.
_MOST = 70


@require_http_methods(["GET", "POST"])
@counselors_only
def hours(request: SignedInRequest) -> HttpResponse:
    """The week as it is, and one more."""
    return _page(request, AvailabilityWindow(counselor=request.user), said=_("Added. Clients can book it now."))


@require_http_methods(["GET", "POST"])
@counselors_only
def hours_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change hours; what is booked stays."""
    window = get_object_or_404(AvailabilityWindow.objects.owned_by(request.user), pk=pk)
    return _page(request, window, said=_("Changed. What is booked already stays as it is."))


@require_POST
@counselors_only
def hours_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take hours out; what is booked stays."""
    get_object_or_404(AvailabilityWindow.objects.owned_by(request.user), pk=pk).delete()
    messages.success(request, _("Taken out. What is booked already stays as it is."))
    return redirect("clients:hours")


def _page(request: SignedInRequest, window: AvailabilityWindow, *, said: str) -> HttpResponse:
    form = HoursForm(request.POST if request.method == "POST" else None, instance=window)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, said)
        return redirect("clients:hours")
    context = {
        "form": form,
        "editing": window.pk,
        "windows": AvailabilityWindow.objects.owned_by(request.user)[:_MOST],
        "zone": request.user.zone.key.replace("_", " "),
        "clock": f"{timezone.now().astimezone(request.user.zone):%H:%M}",
        **STATION,
    }
    return render(request, "caseloads/hours.html", context, status=_UNREADABLE if form.errors else 200)
