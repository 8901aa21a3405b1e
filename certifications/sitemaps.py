"""What search engines are told of: the catalogue, and every credential in it."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from guides.models import Credential, Role
from guides.sitemaps import Pages


class Catalogue(Pages):
    """The list, the page that sets some side by side, and the credentials that readers may see."""

    def items(self) -> list[str]:
        """Names of addresses, then slugs."""
        shown = Q(roles__in=Role.objects.published(timezone.now())) | Q(roles=None)
        slugs = Credential.objects.filter(shown).order_by("slug").values_list("slug", flat=True).distinct()
        return ["certifications:list", "certifications:compare", *slugs]

    def location(self, item: str) -> str:
        """Where it is."""
        return reverse(item) if ":" in item else reverse("certifications:detail", args=[item])
