"""Whether the accounts of the demonstration, whose password everyone knows, may be used here."""

from django.conf import settings
from django.db import connection

from kit.network import is_loopback

# One row while the accounts exist; plain SQL, because every page asks.
DEMO_SQL = "SELECT 1 FROM accounts_user WHERE email = 'seeker@demo.test'"


def demo_may_open() -> bool:
    """Only outside production, and only where this machine alone can reach the server."""
    return not settings.PRODUCTION and is_loopback(settings.BIND)


def demo_is_here() -> bool:
    """Whether the accounts may be used and exist."""
    if not demo_may_open():
        return False
    with connection.cursor() as cursor:
        cursor.execute(DEMO_SQL)
        return cursor.fetchone() is not None
