"""Show times in the clock of the person who looks."""

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone


class ViewerTimeZone:
    """Uses the signed-in person's time zone for the request, else the site's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Set the clock, and put it back."""
        # A visitor without a session is not asked for one: the answer stays the same for everybody.
        name = request.session.get("time_zone", "") if settings.SESSION_COOKIE_NAME in request.COOKIES else ""
        with timezone.override(_zone(name)):
            return self.get_response(request)


def _zone(name: str) -> zoneinfo.ZoneInfo | None:
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None
