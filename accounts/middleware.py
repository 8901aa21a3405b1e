"""Ask for sign-in where a page needs it, and show times in the clock of the person who looks."""

import zoneinfo
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _


class SignInFirst(LoginRequiredMiddleware):
    """Leads back to a page after sign-in: an address that only takes forms would refuse to be opened."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """Send a stranger to sign in, and then to where the page or the form stood."""
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        messages.info(request, _("Sign in or make an account first, then do it again. Nothing was changed."))
        return redirect_to_login(_page_before(request), resolve_url(settings.LOGIN_URL))


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


def _page_before(request: HttpRequest) -> str:
    """Where the form stood, if the browser says so and it is a page of ours; else the person's own page."""
    referrer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referrer, {request.get_host()}, require_https=request.is_secure()):
        place = urlsplit(referrer)
        return f"{place.path}?{place.query}" if place.query else place.path
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def _zone(name: str) -> zoneinfo.ZoneInfo | None:
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None
