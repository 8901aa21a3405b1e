"""How often something may be done: counted in the shared cache, so that every process counts together."""

from datetime import datetime

from django.core.cache import cache


def within_limit(name: str, who: str, *, most: int, seconds: int, now: datetime) -> bool:
    """Count one more try by `who`, and say whether it is among the first `most` of the present period of `seconds`."""
    period = int(now.timestamp()) // seconds
    key = f"limit:{name}:{who}:{period}"
    # Not `incr`: outside Redis it gives the counter the cache's own short life again, and the period would end early.
    tries = cache.get(key, 0) + 1
    cache.set(key, tries, timeout=seconds)
    return bool(tries <= most)
