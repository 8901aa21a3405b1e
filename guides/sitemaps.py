"""What search engines are told of: guides, what they say state by state, profiles of occupations, and places to go."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from guides.models import Occupation, Resource, Role, State


class Pages(Sitemap[Any]):
    """Pages under the address that this installation is known by, whatever the request was sent to."""

    def get_domain(self, site: Any = None) -> str:  # noqa: ARG002 -- Django's signature
        """The host of the installation's own address."""
        return urlsplit(settings.BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:  # noqa: ARG002 -- Django's signature
        """The scheme of the installation's own address."""
        return urlsplit(settings.BASE_URL).scheme


class FixedPages(Pages):
    """Pages that are always there, and the list of occupations once there are any."""

    def items(self) -> list[str]:
        """Names of addresses."""
        fixed = ["home", "guides:list", "guides:compare", "guides:glossary", "places:list", "about_facts"]
        return [*fixed, "occupations:list"] if Occupation.objects.exists() else fixed

    def location(self, item: str) -> str:
        """Where it is."""
        return reverse(item)


class Guides(Pages):
    """Every guide that readers may see, with its list of states and of facts."""

    def items(self) -> list[tuple[str, str, date | None]]:
        """Name of the address, slug, and the day on which someone last checked the guide."""
        rows = Role.objects.published(timezone.now()).annotate(checked_on=Max("sections__reviewed_on"))
        found = rows.order_by("position", "title").values_list("slug", "checked_on")
        return [(f"guides:{name}", slug, day) for slug, day in found for name in ("detail", "states", "facts")]

    def location(self, item: tuple[str, str, date | None]) -> str:
        """Where it is."""
        return reverse(item[0], args=[item[1]])

    def lastmod(self, item: tuple[str, str, date | None]) -> date | None:
        """When it was last checked."""
        return item[2]


class GuideStates(Pages):
    """Every guide in every state."""

    def items(self) -> list[tuple[str, str]]:
        """Slugs and postal codes."""
        slugs = Role.objects.published(timezone.now()).values_list("slug", flat=True)
        codes = [code.lower() for code in State.objects.values_list("usps", flat=True)]
        return [(slug, code) for slug in slugs for code in codes]

    def location(self, item: tuple[str, str]) -> str:
        """Where it is."""
        return reverse("guides:state", args=item)


class Occupations(Pages):
    """Every occupation's profile."""

    def items(self) -> list[str]:
        """Codes."""
        return [*Occupation.objects.order_by("code").values_list("code", flat=True)]

    def location(self, item: str) -> str:
        """Where it is."""
        return reverse("occupations:detail", args=[item])


class Places(Pages):
    """Every place of the directory."""

    def items(self) -> list[tuple[str, date | None]]:
        """Keys, and the day on which someone last opened the address."""
        places = Resource.objects.shown(timezone.now()).order_by("key")
        return [*places.values_list("key", "checked_on")]

    def location(self, item: tuple[str, date | None]) -> str:
        """Where it is."""
        return reverse("places:detail", args=[item[0]])

    def lastmod(self, item: tuple[str, date | None]) -> date | None:
        """When it was last checked."""
        return item[1]


SITEMAPS = {
    "pages": FixedPages,
    "guides": Guides,
    "states": GuideStates,
    "occupations": Occupations,
    "places": Places,
}
