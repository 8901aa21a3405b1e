"""Takes forms of pages that everyone shares: they carry no token, so the browser's word says where they come from."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = TypeVar("View", bound=Callable[..., HttpResponse])


def from_our_pages(view: View) -> View:
    """Let a form in that the browser says was sent from a page of this site; every other one must bring its token.

    Scripts and pages of other sites can set neither header: browsers write them.
    """
    with_token = csrf_protect(view)

    @csrf_exempt  # not exempt at all: what follows checks it
    @wraps(view)
    def taken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return (view if _is_ours(request) else with_token)(request, *args, **kwargs)

    return cast("View", taken)


def _is_ours(request: HttpRequest) -> bool:
    """Whether the browser names this site as the one that the form was sent from."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
