"""Whoever holds the link of an invitation answers it once, signed in."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from caseloads.actions.inviting import accept, turn_down
from caseloads.actions.relating import NotNowError, named
from caseloads.forms.sharing import ScopesForm
from caseloads.models import Invitation
from caseloads.scopes import BY_SCOPE

_GONE = 410


@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: SignedInRequest, token: str) -> HttpResponse:
    """Who invites, what it means, and what to open; accepted or declined."""
    now = timezone.now()
    found = get_object_or_404(Invitation.objects.for_token(token).select_related("team", "inviter"))
    if not found.is_open(now):
        return render(request, "caseloads/invitation_over.html", {"station": "my"}, status=_GONE)
    form = ScopesForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and "decline" in request.POST:
        return _decline(request, found, now)
    if request.method == "POST" and form.is_valid():
        try:
            accept(found, request.user, scopes=form.cleaned_data["scopes"], now=now)
            messages.success(request, _("You work together now. Below is what they can see; change it at any time."))
        except NotNowError as trouble:
            messages.error(request, str(trouble))
        return redirect("sharing:list")
    context = {
        "form": form,
        "invitation": found,
        "inviter": named(found.inviter),
        "words": BY_SCOPE.values(),
        "station": "my",
    }
    return render(request, "caseloads/invitation.html", context)


def _decline(request: SignedInRequest, invitation: Invitation, now: datetime) -> HttpResponse:
    try:
        turn_down(invitation, now=now)
        messages.success(request, _("Declined. They are told that, and nothing else."))
    except NotNowError as trouble:
        messages.error(request, str(trouble))
    return redirect("my")
