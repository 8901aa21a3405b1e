"""What a person tells us about themselves."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from careerguide.forms import ProfileForm
from guides.actions.readers import remember_state
from guides.models import State


@require_http_methods(["GET", "POST"])
def my_profile(request: SignedInRequest) -> HttpResponse:
    """Name, state and time zone; the pages follow at once."""
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        user = form.save()
        remember_state(request, State.objects.filter(usps=user.state).first())
        request.session["time_zone"] = user.time_zone
        messages.success(request, _("Your profile is saved."))
        return redirect("my_profile")
    return render(request, "careerguide/my_profile.html", {"form": form})
