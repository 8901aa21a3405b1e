"""Whether the accounts of the demonstration, whose password everyone knows, may be used here."""

from django.conf import settings
from django.db import connection

from accounts.models import DEMO_DOMAIN, User
from kit.network import is_loopback


def demo_may_open() -> bool:
    """Only outside production, and only where this machine alone can reach the server."""
    return not settings.PRODUCTION and is_loopback(settings.BIND)


def demo_is_here() -> bool:
    """Whether the accounts may be used and exist. Asked with every page, so it costs next to nothing."""
    if not demo_may_open():
        return False
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {User._meta.db_table} WHERE email = %s", [f"seeker@{DEMO_DOMAIN}"])
        return cursor.fetchone() is not None
