"""The secret address by which a calendar program reads a person's dates; what it reads is put together higher up."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
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


def calendar_file(entries: Iterable[CalendarEntry], *, name: str, file: str) -> HttpResponse:
    """Entries as a file to open in a calendar program."""
    response = HttpResponse(calendar_text(entries, name=name, now=timezone.now()), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    return secret(response)


def secret(response: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way, and found by no search."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
