"""What the engine said about a version."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from resumes.models.version import Version


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(version__document__owner=user)


class Review(models.Model):
    """One review of one version, kept with the engine's version, so that old scores are not held against new ones."""

    version = models.OneToOneField(
        Version, models.CASCADE, related_name="review", verbose_name=_("version"), editable=False
    )
    engine = models.CharField(_("engine"), max_length=20, editable=False)
    # As `review_document --json` prints it, without the file's name.
    result = models.JSONField(_("result"), editable=False)
    score = models.PositiveSmallIntegerField(_("score"), editable=False)
    finding_count = models.PositiveSmallIntegerField(_("findings"), default=0, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("review")

    def __str__(self) -> str:
        return f"{self.version}: {self.score}"
