"""How often something may be done: counted in the shared cache, so that every process counts together."""

from django.core.cache import cache


def within_limit(name: str, who: str, *, most: int, seconds: int) -> bool:
    """Count one more try by `who`, and say whether it is among the first `most` of the period."""
    key = f"limit:{name}:{who}"
    if cache.add(key, 1, timeout=seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:
        # The period ended between the two lines.
        return cache.add(key, 1, timeout=seconds)
