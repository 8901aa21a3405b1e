"""What a client lets a team see, part by part. Given, and taken back; never changed and never deleted."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from caseloads.models.relationship import CounselingRelationship


class Scope(models.TextChoices):
    """A part of a person's records that is opened by itself."""

    CERTIFICATIONS = "certifications", _("Certifications and CE")
    PRACTICE = "practice", _("Study and practice tests")
    DOCUMENTS = "documents", _("Resumes and letters")
    INTERVIEWS = "interviews", _("Interview practice")
    JOB_SEARCH = "job_search", _("Job applications")


class ConsentQuerySet(models.QuerySet["ConsentRecord"]):
    """Consents by name."""

    def given_by(self, user: models.Model) -> Self:
        """Those of one client."""
        return self.filter(relationship__client=user)

    def live(self, day: date) -> Self:
        """Those that hold on that day. Whether they open anything, the state of the relationship says."""
        return self.filter(Q(expires_on__isnull=True) | Q(expires_on__gte=day), withdrawn_at__isnull=True)

    def for_scope(self, scope: str) -> Self:
        """Those that open one part."""
        return self.filter(scope=scope)


class ConsentRecord(models.Model):
    """One part, opened to one team. `text_version` names the words that the client agreed to."""

    relationship = models.ForeignKey(
        CounselingRelationship, models.PROTECT, related_name="consents", verbose_name=_("relationship")
    )
    scope = models.CharField(_("part"), max_length=14, choices=Scope)
    text_version = models.PositiveSmallIntegerField(_("version of the words"))
    granted_at = models.DateTimeField(_("given at"))
    expires_on = models.DateField(_("holds through"), null=True)
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["granted_at", "pk"]
        verbose_name = _("consent")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "scope"],
                condition=Q(withdrawn_at__isnull=True),
                name="consent_open_once_a_part",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("granted_at")),
                name="consent_taken_back_after_it_was_given",
            ),
            models.CheckConstraint(
                condition=Q(scope__in=["certifications", "practice", "documents", "interviews", "job_search"]),
                name="consent_is_for_a_known_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scope_display()}, {self.granted_at:%d %b %Y}"

    def withdraw(self, *, at: datetime) -> None:
        """From the next request on it opens nothing; the first time counts."""
        if self.withdrawn_at is None:
            self.withdrawn_at = at
            self.save(update_fields=["withdrawn_at"])
