"""What search engines are told of: the question bank."""

from django.urls import reverse
from django.utils import timezone

from guides.sitemaps import Pages
from interviews.bank.overview import with_questions
from interviews.content_files.folder import GENERAL


class Bank(Pages):
    """Its first page, and the questions of each job."""

    def items(self) -> list[str]:
        """Slugs; an empty one for the first page."""
        return ["", GENERAL, *with_questions(timezone.now()).values_list("slug", flat=True)]

    def location(self, item: str) -> str:
        """Where it is."""
        return reverse("bank:role", args=[item]) if item else reverse("bank:list")
