"""Introductions: all of them, one with its parts, and its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from jobsearch.actions.pitches import checked_pitch, keep_pitch
from jobsearch.forms.pitches import PitchForm
from jobsearch.models import Pitch
from jobsearch.seconds import bar_of
from kit.paging import one_page

_STATION = {"station": "connect"}


def pitch_of(request: SignedInRequest, pk: int) -> Pitch:
    """The person's introduction with that number; for anyone else there is none."""
    return get_object_or_404(Pitch.objects.owned_by(request.user).select_related("owner"), pk=pk)


@require_safe
def pitches(request: SignedInRequest) -> HttpResponse:
    """All of them, with how long each takes."""
    page = one_page(request, Pitch.objects.owned_by(request.user))
    rows = [(own, checked_pitch(own)) for own in page]
    return render(request, "jobsearch/pitch_list.html", {"page": page, "rows": rows, **_STATION})


@require_http_methods(["GET", "POST"])
def pitch(request: SignedInRequest, pk: int) -> HttpResponse:
    """Its words, how long they take aloud, and what is to be said about them."""
    form = PitchForm(request.POST if request.method == "POST" else None, instance=pitch_of(request, pk))
    if request.method == "POST" and form.is_valid():
        own = form.save(commit=False)
        keep_pitch(own, on=timezone.localdate())
        return redirect(own.get_absolute_url() + "#aloud")
    # Read anew: a form that was refused has put its values into its own copy.
    own = pitch_of(request, pk)
    check = checked_pitch(own)
    context = {
        "own": own,
        "form": form,
        "check": check,
        "bar": bar_of(check),
        "purpose": _(check.audience.purpose),
        "tone": _(check.audience.tone),
        "remarks": [(remark.said.read(_), bool(remark.places)) for remark in check.remarks],
    }
    return render(request, "jobsearch/pitch.html", {**context, **_STATION})


@require_http_methods(["GET", "POST"])
def pitch_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete it."""
    own = pitch_of(request, pk)
    if request.method == "POST":
        own.delete()
        messages.success(request, _("The introduction is deleted."))
        return redirect("outreach:pitches")
    return render(request, "jobsearch/pitch_delete.html", {"own": own, **_STATION})
