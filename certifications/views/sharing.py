"""Links that show chosen fields of one credential to whoever holds them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.forms.sharing import ShareForm
from certifications.holding.sharing import shared_page
from certifications.models import HeldCredential, ShareLink


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a link: for whom, what it shows, until when."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user).select_related("credential"), pk=pk)
    form = ShareForm(
        request.POST if request.method == "POST" else None, instance=ShareLink(held=held), now=timezone.now()
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The link is made. Copy it below, and send it to the person it is for."))
        return redirect(f"{held.get_absolute_url()}#links")
    return render(request, "certifications/held/share_add.html", {"form": form, "held": held, "station": "qualify"})


@require_POST
def revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a link back: from now on it opens nothing."""
    link = get_object_or_404(ShareLink.objects.owned_by(request.user).select_related("held"), pk=pk)
    link.revoke(at=timezone.now())
    messages.success(request, _("The link is taken back. It opens nothing any more."))
    return redirect(f"{link.held.get_absolute_url()}#links")


@login_not_required
@require_safe
@never_cache
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """What the holder chose to show, for as long as the link is open."""
    links = ShareLink.objects.open(timezone.now()).filter(held__holder__is_active=True)
    link = get_object_or_404(links.select_related("held__credential", "held__holder", "held__state"), token=token)
    context = {"page": shared_page(link, today=timezone.localdate(), now=timezone.now())}
    response = render(request, "certifications/held/shared.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
