"""Whether the accounts of the demonstration, whose password everyone knows, may be used here."""

from django.conf import settings

from kit.network import is_loopback


def demo_may_open() -> bool:
    """Only outside production, and only where this machine alone can reach the server."""
    return not settings.PRODUCTION and is_loopback(settings.BIND)
