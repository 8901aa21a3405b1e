"""What credentials are called in a few letters, and where some stand side by side."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode

from guides.models import Credential


def short_name(credential: Credential) -> str:
    """The letters and who gives them, as two credentials may have the same letters; some carry the issuer already."""
    letters = credential.abbreviation or credential.name
    return letters if "(" in letters else f"{letters} ({credential.issuer})"


def compare_url(slugs: Sequence[str], place: str = "", years: int | None = None) -> str:
    """The page that sets these credentials side by side, for a place and some years; good to send to someone."""
    query = [("c", slug) for slug in slugs]
    query += [("state", place)] if place else []
    query += [("years", str(years))] if years else []
    return f"{reverse('certifications:compare')}{f'?{urlencode(query)}' if query else ''}"
