"""What search engines are told of: the ready plans of each job."""

from django.urls import reverse
from django.utils import timezone

from guides.models import Role
from guides.sitemaps import Pages


class ReadyPlans(Pages):
    """The page of each job whose guide readers may see."""

    def items(self) -> list[str]:
        """Slugs."""
        return [*Role.objects.published(timezone.now()).order_by("position", "title").values_list("slug", flat=True)]

    def location(self, item: str) -> str:
        """Where it is."""
        return reverse("ready_plans:for_role", args=[item])
