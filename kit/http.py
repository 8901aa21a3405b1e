"""Answers' headers and allowed methods, for every page alike."""

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]

Answer = TypeVar("Answer", bound=HttpResponseBase)
GetResponse = Callable[[HttpRequest], HttpResponseBase]


class AllowedMethods:
    """Refuse methods that no page knows: plain Django views would answer TRACE and PUT with 200."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on what pages know."""
        if request.method not in _METHODS:
            return HttpResponseNotAllowed(_METHODS)
        return self.get_response(request)


class ContentSecurityPolicy:
    """Django 6 has this, under the same setting name: delete it on the upgrade."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = policy(settings.SECURE_CSP)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the policies where the view set none of its own."""
        response = self.get_response(request)
        if settings.DEBUG and response.status_code in {404, 500}:
            return response  # Django's own error pages carry inline style
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", _permissions())
        return response


class PrivateAnswers:
    """Ask browsers and proxies to keep no copy of what a signed-in person sees."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Mark the answer, unless the view said how it may be kept."""
        response = self.get_response(request)
        # Visitors without a session are not asked for one: their answers stay the same for everybody.
        known = settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session
        if known and "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-store"
        return response


def unlisted(response: Answer) -> Answer:
    """For a page that whoever holds its address may read: no search engine keeps it, and no other site learns it."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    # With "no-referrer" browsers would hide the form's origin from this site, too.
    response["Referrer-Policy"] = "same-origin"
    return response


def with_microphone(response: HttpResponse) -> HttpResponse:
    """For a page that records: its browser may ask whether it may use the microphone."""
    response["Permissions-Policy"] = _permissions(microphone="(self)")
    return response


def _permissions(*, microphone: str = "()") -> str:
    return f"camera=(), geolocation=(), microphone={microphone}, payment=(), usb=()"


def policy(directives: dict[str, list[str]]) -> str:
    """The header's text for directives and their sources."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
