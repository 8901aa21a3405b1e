"""Addresses of the page that sets roles side by side."""

from collections.abc import Sequence
from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode


def compare_url(slugs: Sequence[str], place: str = "") -> str:
    """The page that sets these roles side by side, for a place; good to send to someone."""
    query = [("role", slug) for slug in slugs] + ([("state", place)] if place else [])
    path = _path(get_script_prefix())
    return f"{path}?{urlencode(query)}" if query else path


@lru_cache(maxsize=4)
def _path(_prefix: str) -> str:
    """The page's path: a guide names it for every job next door."""
    return reverse("guides:compare")
