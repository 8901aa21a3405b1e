"""Where a server can be reached from."""

import ipaddress
from functools import cache
from urllib.parse import urlsplit


@cache
def is_loopback(bind: str) -> bool:
    """Whether only this machine can reach a server that listens there; a port may follow the address."""
    is_bare_ipv6 = bind.count(":") > 1 and "[" not in bind
    host = urlsplit(f"//[{bind}]" if is_bare_ipv6 else f"//{bind}").hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
