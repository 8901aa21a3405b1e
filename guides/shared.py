"""Pages that everyone sees alike: made once for a version of the content, and kept by each process until it changes.

A page is made for a stranger: a request without cookies, without a person, and with nothing in the address but what the
page says it reads. So nothing personal can get into what is kept. Whoever brings a session gets a page of their own.
"""

import gzip
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, wraps
from hashlib import blake2b
from http import HTTPStatus
from importlib import import_module
from io import BytesIO
from threading import Lock
from typing import Any, cast

import brotli
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

from guides.models import Role
from guides.version import content_version, key_of

View = Callable[..., HttpResponse]
Asked = Callable[[QueryDict], Mapping[str, str]]

# Brotli at 3 is quicker than gzip at 4, and its answer is smaller than gzip's at 9. Who asks first, and waits for the
# page to be made, gets it packed at 1: in half the time, and a twelfth larger.
_QUICK = 1
_ENCODE: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda text: bytes(brotli.compress(text, quality=3)),
    "gzip": lambda text: gzip.compress(text, 6, mtime=0),
}
_DECODE: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda text: bytes(brotli.decompress(text)),
    "gzip": gzip.decompress,
}
_REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")
_making = Lock()


@dataclass
class Kept:
    """An answer as it is kept: its headers, and its text in each encoding that someone asked for."""

    headers: dict[str, str]
    bodies: dict[str, bytes]
    is_quick: bool = False

    def packed_well(self) -> "Kept":
        """The same, packed as small as it is worth for all who ask from now on."""
        return replace(self, bodies={"br": _ENCODE["br"](self.body(""))}, is_quick=False)

    def body(self, encoding: str) -> bytes:
        """The text in an encoding; empty stands for none."""
        if encoding in self.bodies:
            return self.bodies[encoding]
        known, body = next(iter(self.bodies.items()))
        text = _DECODE[known](body)
        return _ENCODE[encoding](text) if encoding else text


def shared_page(asked: Asked | None = None) -> Callable[[View], View]:
    """Keep a view's page for all who bring no session; `asked` hands over what the page reads of the address's query.

    It stands right below `login_not_required`. Forms of the page leave their token out where `request.is_shared` says
    so, and the views that take them are `from_our_pages`.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            version = content_version() if _is_stranger(request) else ""
            if not version:
                return view(request, *args, **kwargs)
            query = {name: value for name, value in asked(request.GET).items() if value} if asked else {}
            key = _key(request, query, version)
            kept = _kept(key, lambda: _make(_bare(request, query), lambda bare: view(bare, *args, **kwargs)))
            return view(request, *args, **kwargs) if kept is None else _answer(request, kept, key)

        return shown

    return decorate


def _is_stranger(request: HttpRequest) -> bool:
    """Whether someone only looks, and has told us nothing that a page could depend on."""
    return request.method in {"GET", "HEAD"} and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _key(request: HttpRequest, query: Mapping[str, str], version: str) -> str:
    """Everything that a stranger's page depends on: what it shows, where it is, the day, and what came out since."""
    now = timezone.now()
    return key_of(
        version,
        bisect_right(_moments(version), now),
        timezone.localdate(now),
        get_language(),
        request.scheme,
        request.get_host(),
        request.path,
        sorted(query.items()),
    )


@lru_cache(maxsize=8)
def _moments(version: str) -> list[datetime]:  # noqa: ARG001 -- the key of what is remembered
    """When guides come out by themselves, as this version knows it."""
    return sorted(filter(None, Role.objects.scheduled().order_by().values_list("publish_at", flat=True)))


class BareRequest(WSGIRequest):
    """A request of someone who has told us nothing: what is made from it may be shown to everybody."""

    is_shared = True


def _bare(request: HttpRequest, query: Mapping[str, str]) -> BareRequest:
    asked = QueryDict(mutable=True)
    asked.update(query)
    bare = BareRequest(
        {
            "REQUEST_METHOD": "GET",
            "QUERY_STRING": asked.urlencode(),
            "SERVER_NAME": request.META["SERVER_NAME"],
            "SERVER_PORT": request.META["SERVER_PORT"],
            "HTTP_HOST": request.get_host(),
            "wsgi.url_scheme": request.scheme,
            "wsgi.input": BytesIO(),
        }
    )
    bare.path, bare.path_info, bare.resolver_match = request.path, request.path_info, request.resolver_match
    bare.user = AnonymousUser()
    bare.session = import_module(settings.SESSION_ENGINE).SessionStore()
    return bare


def _kept(key: str, make: Callable[[], Kept | None]) -> Kept | None:
    """What is kept under the key, else what is made now; one at a time, so that a crowd makes a page once."""
    if (kept := caches["pages"].get(key)) is None:
        with _making:
            if (kept := caches["pages"].get(key)) is None and (kept := make()) is not None:
                caches["pages"].set(key, kept)
    elif kept.is_quick:
        kept = kept.packed_well()
        caches["pages"].set(key, kept)
    return cast("Kept | None", kept)


def _make(bare: BareRequest, view: Callable[[HttpRequest], HttpResponse]) -> Kept | None:
    """What to keep of the view's answer; nothing where it is no plain page, or meant for one person only."""
    response = view(bare)
    personal = "CSRF_COOKIE_NEEDS_UPDATE" in bare.META or bare.session.modified or response.cookies
    if response.status_code != HTTPStatus.OK or personal or "Cache-Control" in response:
        return None
    body = response.content
    response["ETag"] = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
    # Browsers ask each time whether their copy still holds; whoever brings a cookie gets another answer.
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    return Kept(dict(response.headers), {"br": brotli.compress(body, quality=_QUICK)}, is_quick=True)


def _answer(request: HttpRequest, kept: Kept, key: str) -> HttpResponse:
    """The kept page in an encoding that the browser takes, or word that it has the page already."""
    if _has_it(request.headers.get("If-None-Match", ""), kept.headers["ETag"]):
        return HttpResponseNotModified(headers={name: kept.headers[name] for name in ("ETag", "Cache-Control", "Vary")})
    encoding = _encoding(request.headers.get("Accept-Encoding", ""))
    body = kept.body(encoding)
    if encoding and encoding not in kept.bodies:
        caches["pages"].set(key, replace(kept, bodies={**kept.bodies, encoding: body}))
    return HttpResponse(body, headers={**kept.headers, "Content-Encoding": encoding} if encoding else kept.headers)


def _has_it(told: str, tag: str) -> bool:
    """Whether the browser's copy has the tag; how it was packed does not matter."""
    return bool(told) and not {tag, tag.removeprefix("W/"), "*"}.isdisjoint(parse_etags(told))


def _encoding(accepted: str) -> str:
    """The best encoding that a browser takes; empty for none."""
    refused = {part.partition(";")[0].strip() for part in accepted.split(",") if _REFUSED.search(part)}
    names = {part.partition(";")[0].strip() for part in accepted.split(",")} - refused
    return next((name for name in _ENCODE if name in names), "")
