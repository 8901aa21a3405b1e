"""Practise again what is due, or what one note was mostly about."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import SignedInRequest
from interviews.actions.again import begin_due, begin_wanting
from interviews.forms.progress import AgainForm
from interviews.turns import turns_of


@require_POST
def again(request: SignedInRequest) -> HttpResponse:
    """Begin with the first question; say so where nothing is due."""
    code, now = AgainForm(request.POST).code(), timezone.now()
    session = begin_wanting(code, request.user, now=now) if code else begin_due(request.user, now=now)
    if session and (first := turns_of(session).next_open):
        return redirect(first)
    messages.info(request, _("Nothing is due right now. Choose other questions, or take a rest."))
    return redirect("practice:list")
