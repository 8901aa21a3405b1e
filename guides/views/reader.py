"""What a reader may set and leave: their state, a saved guide, a target, a word about the guide."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from accounts.requests import SignedInRequest
from guides.actions.readers import aim_for, leave_feedback, remember_state, toggle_saved
from guides.forms.feedback import FeedbackForm
from guides.forms.my_state import MyStateForm
from guides.models import Role
from guides.views.own_forms import from_our_pages


def _back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """Go where the form says, if that is a page of this site."""
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts=None) and target.startswith("/")
    return redirect(target if safe else otherwise)


@login_not_required
@from_our_pages
@require_POST
def my_state(request: HttpRequest) -> HttpResponse:
    """Remember the reader's state, and show the page again."""
    form = MyStateForm(request.POST)
    if form.is_valid():
        remember_state(request, form.cleaned_data["state"])
    else:
        messages.error(request, _("Choose a state from the list."))
    return _back(request, "guides:list")


@from_our_pages
@require_POST
def save(request: SignedInRequest, slug: str) -> HttpResponse:
    """Keep the guide at hand, or take it off the list."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    if toggle_saved(request.user, role):
        messages.success(request, _("Saved. You find it on your page."))
    else:
        messages.success(request, _("Taken off your page."))
    return _back(request, role.get_absolute_url())


@require_POST
def target(request: SignedInRequest, slug: str) -> HttpResponse:
    """Make the role the one this person is heading for."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    aim_for(request.user, role)
    messages.success(request, _("Your page now follows this role."))
    return redirect("my")


@login_not_required
@from_our_pages
@require_POST
def feedback(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a reader's word on the guide."""
    role = get_object_or_404(Role.objects.published(timezone.now()), slug=slug)
    form = FeedbackForm(request.POST, role=role)
    if not form.is_valid():
        return render(request, "guides/feedback.html", {"form": form, "role": role, "station": "explore"}, status=422)
    words = dict(form.cleaned_data)
    # Only machines see that field: they are thanked, and nothing is stored.
    is_machine = bool(words.pop("website"))
    user = request.user if isinstance(request.user, User) else None
    address = get_adapter().get_client_ip(request)
    if is_machine or leave_feedback(role=role, user=user, address=address, now=timezone.now(), **words):
        messages.success(request, _("Thank you. An editor will read it."))
    else:
        messages.warning(request, _("That was a lot in one day. Please come back tomorrow."))
    return redirect(f"{role.get_absolute_url()}#feedback")
