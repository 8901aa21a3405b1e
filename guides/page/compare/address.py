"""Addresses of the page that sets roles side by side."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode


def compare_url(slugs: Sequence[str], place: str = "") -> str:
    """The page that sets these roles side by side, for a place; good to send to someone."""
    query = [("role", slug) for slug in slugs] + ([("state", place)] if place else [])
    return f"{reverse('guides:compare')}?{urlencode(query)}" if query else reverse("guides:compare")
