"""A person's dates in their calendar program: as a file, and for the program that holds their secret address."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from careerguide.calendar_feed import all_entries
from certifications.models import CalendarFeed
from certifications.views.calendar import calendar_file, secret
from kit.calendars import MEDIA_TYPE, calendar_text


@require_safe
def calendar_download(request: SignedInRequest) -> HttpResponse:
    """All dates as one file, as they are now."""
    entries = all_entries(request.user, now=timezone.now())
    return calendar_file(entries, name=_("My dates"), file="my-dates.ics")


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001
    """What the program of whoever holds the address reads."""
    found = get_object_or_404(CalendarFeed.objects.select_related("owner").filter(owner__is_active=True), token=token)
    now = timezone.now()
    text = calendar_text(all_entries(found.owner, now=now), name=_("My dates"), now=now, is_feed=True)
    return secret(HttpResponse(text, content_type=MEDIA_TYPE))
