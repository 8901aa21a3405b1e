"""Job advertisements that a person saved."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.models import Role

# An advertisement of several pages has some 10,000 characters.
LONGEST = 30_000


class PostingQuerySet(models.QuerySet["Posting"]):
    """Postings by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class Posting(models.Model):
    """A job ad as its reader saved it. The text stays as pasted; the rest is read from it, and can be corrected."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="postings", verbose_name=_("person"), editable=False
    )
    title = models.CharField(_("job title"), max_length=160)
    employer = models.CharField(_("employer"), max_length=160, blank=True)
    place = models.CharField(_("place"), max_length=160, blank=True)
    text = models.TextField(_("the whole ad"), max_length=LONGEST)
    link = models.URLField(_("address of the ad"), max_length=500, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    role = models.ForeignKey(
        Role, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("role"), editable=False
    )
    made_at = models.DateTimeField(_("saved at"), auto_now_add=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("posting")

    def __str__(self) -> str:
        return f"{self.title}, {self.employer}" if self.employer else self.title
