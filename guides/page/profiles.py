"""Links from guides to the profiles of occupations, where a release was imported."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from guides.models import Occupation


@dataclass(frozen=True)
class ProfileLink:
    """One occupation's title, and the address of its profile."""

    title: str
    url: str


def profile_links(socs: Iterable[str]) -> dict[str, ProfileLink]:
    """Profiles by their O*NET code, and by SOC code: of several with the same one, the widest. One query."""
    found: dict[str, ProfileLink] = {}
    rows = Occupation.objects.filter(soc__in={soc for soc in socs if soc}).order_by("code")
    for code, soc, title in rows.values_list("code", "soc", "title"):
        found[code] = ProfileLink(title, reverse("occupations:detail", args=[code]))
        found.setdefault(soc, found[code])
    return found
