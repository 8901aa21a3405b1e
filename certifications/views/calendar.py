"""A person's dates in their calendar program: a file to take along, or a secret address that the program reads."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.feed import feed_of
from certifications.models import CalendarFeed
from certifications.models.ledger import new_feed_token
from kit.calendars import MEDIA_TYPE, CalendarEntry, calendar_text


@require_safe
def calendar(request: SignedInRequest) -> HttpResponse:
    """What the secret address is for, and the address itself where there is one."""
    feed = CalendarFeed.objects.owned_by(request.user).first()
    address = settings.BASE_URL + feed.get_absolute_url() if feed else ""
    context = {"feed": feed, "address": address, "station": "qualify"}
    return render(request, "certifications/held/calendar.html", context)


@require_POST
def renew(request: SignedInRequest) -> HttpResponse:
    """Make the address, or another one; the old one then opens nothing."""
    CalendarFeed.objects.update_or_create(owner=request.user, defaults={"token": new_feed_token()})
    messages.success(request, _("Here is your address. Give it to your calendar program, and to nobody else."))
    return redirect("held:calendar")


@require_POST
def revoke(request: SignedInRequest) -> HttpResponse:
    """From now on the address opens nothing."""
    CalendarFeed.objects.owned_by(request.user).delete()
    messages.success(request, _("The address opens nothing any more."))
    return redirect("held:calendar")


@require_safe
def download(request: SignedInRequest) -> HttpResponse:
    """All dates as one file, as they are now."""
    entries = feed_of(request.user, now=timezone.now())
    return calendar_file(entries, name=_("My certifications"), file="certifications.ics")


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001
    """What the program of whoever holds the address reads."""
    found = get_object_or_404(CalendarFeed.objects.select_related("owner").filter(owner__is_active=True), token=token)
    entries = feed_of(found.owner, now=timezone.now())
    text = calendar_text(entries, name=_("My certifications"), now=timezone.now(), is_feed=True)
    return _secret(HttpResponse(text, content_type=MEDIA_TYPE))


def calendar_file(entries: Iterable[CalendarEntry], *, name: str, file: str) -> HttpResponse:
    """Entries as a file to open in a calendar program."""
    response = HttpResponse(calendar_text(entries, name=name, now=timezone.now()), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    return _secret(response)


def _secret(response: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way, and found by no search."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
