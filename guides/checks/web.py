"""Asks other sites whether an address still answers: the only place that uses the network, run by an operator."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from django.utils.translation import gettext as _

TIMEOUT = 10
_AGENT = "CareerGuide link check"
# Answers that say “not to a program”, and not “gone”.
_SHY = {401, 403, 405, 406, 429, 503}


class RefusedError(OSError):
    """We do not connect there."""


@dataclass(frozen=True)
class Answer:
    """What an address said: `is_sure` is false where only a person can tell whether the page is there."""

    url: str
    is_alive: bool
    is_sure: bool
    said: str


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet."""
    return ipaddress.ip_address(address.partition("%")[0]).is_global


class WebChecker:
    """Asks one address after another, over https and at public addresses only unless told otherwise."""

    def __init__(
        self, *, schemes: tuple[str, ...] = ("https",), may_connect: Callable[[str], bool] = is_public
    ) -> None:
        self.schemes = schemes
        self.opener = _opener(schemes, may_connect)

    def ask(self, url: str) -> Answer:
        """Whether the address answers: HEAD first, then GET, which more sites know."""
        if urlsplit(url).scheme not in self.schemes:
            return Answer(url, is_alive=False, is_sure=True, said=_("not an https address"))
        answer = self._try(url, "HEAD")
        return answer if answer.is_alive and answer.is_sure else self._try(url, "GET")

    def _try(self, url: str, method: str) -> Answer:
        request = Request(url, method=method, headers={"User-Agent": _AGENT, "Accept": "*/*"})  # noqa: S310
        try:
            with self.opener.open(request, timeout=TIMEOUT) as response:
                moved = "" if response.url == url else _("moved to %s") % response.url
                return Answer(url, is_alive=True, is_sure=True, said=moved or str(response.status))
        except HTTPError as error:
            error.close()
            return Answer(url, is_alive=error.code in _SHY, is_sure=error.code not in _SHY, said=str(error.code))
        except (URLError, OSError, HTTPException, ValueError) as error:
            return Answer(url, is_alive=False, is_sure=True, said=str(getattr(error, "reason", "") or error))


def _opener(schemes: tuple[str, ...], may_connect: Callable[[str], bool]) -> OpenerDirector:
    """Only what is needed: no files, no FTP, no proxies, and every connection looked at, redirects included."""

    def connect(address: tuple[str, int], *_timeout_and_source: Any) -> socket.socket:
        failure: OSError = RefusedError(_("has no address"))
        for family, kind, protocol, _name, place in socket.getaddrinfo(*address, type=socket.SOCK_STREAM):
            if not may_connect(str(place[0])):
                raise RefusedError(_("leads to an address that is not public"))
            opened = socket.socket(family, kind, protocol)
            opened.settimeout(TIMEOUT)
            try:
                opened.connect(place)
            except OSError as error:
                opened.close()
                failure = error
            else:
                return opened
        raise failure

    opener = OpenerDirector()
    for handler in (_Plain(connect), _Secure(connect)):
        opener.add_handler(handler)
    for helper in (_Redirects(schemes), HTTPErrorProcessor(), HTTPDefaultErrorHandler()):
        opener.add_handler(helper)
    return opener


class _Plain(HTTPHandler):
    def __init__(self, connect: Callable[..., socket.socket]) -> None:
        super().__init__()
        self.connect = connect

    def http_open(self, request: Request) -> Any:
        return self.do_open(self._connection, request)

    def _connection(self, host: str, **options: Any) -> HTTPConnection:
        connection = HTTPConnection(host, **options)
        connection._create_connection = self.connect  # type: ignore[attr-defined]  # noqa: SLF001
        return connection


class _Secure(HTTPSHandler):
    def __init__(self, connect: Callable[..., socket.socket]) -> None:
        super().__init__()
        self.connect = connect

    def https_open(self, request: Request) -> Any:
        return self.do_open(self._connection, request)

    def _connection(self, host: str, **options: Any) -> HTTPSConnection:
        connection = HTTPSConnection(host, **options)
        connection._create_connection = self.connect  # type: ignore[attr-defined]  # noqa: SLF001
        return connection


class _Redirects(HTTPRedirectHandler):
    """Follows only to addresses of the schemes we ask."""

    max_redirections = 5

    def __init__(self, schemes: tuple[str, ...]) -> None:
        self.schemes = schemes

    def redirect_request(  # noqa: PLR0917 -- the library's own signature
        self, request: Request, file: IO[bytes], code: int, message: str, headers: HTTPMessage, url: str
    ) -> Request | None:
        if urlsplit(url).scheme not in self.schemes:
            raise RefusedError(_("moved to an address that is not https"))
        return super().redirect_request(request, file, code, message, headers, url)
