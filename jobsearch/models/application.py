"""What became of a posting."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobsearch.models.posting import Posting


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Applications by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class Application(models.Model):
    """One application for one posting."""

    class Stage(models.TextChoices):
        """How far it has come."""

        SAVED = "saved", _("Saved")
        PREPARING = "preparing", _("Preparing")
        APPLIED = "applied", _("Applied")
        SCREENING = "screening", _("Screening")
        INTERVIEW = "interview", _("Interview")
        OFFER = "offer", _("Offer")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        REJECTED = "rejected", _("Rejected")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        QUIET = "quiet", _("Quiet")

    BEFORE_APPLYING = (Stage.SAVED, Stage.PREPARING)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="applications", verbose_name=_("person"), editable=False
    )
    posting = models.OneToOneField(
        Posting, models.CASCADE, related_name="application", verbose_name=_("posting"), editable=False
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.SAVED)
    applied_on = models.DateField(_("applied on"), null=True, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("application")
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=["saved", "preparing", "withdrawn"]) | Q(applied_on__isnull=False),
                name="application_was_sent_on_a_day",
                violation_error_message=_("Write the day on which you applied."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.posting)
