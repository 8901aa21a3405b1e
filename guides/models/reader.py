"""What readers leave: saved guides, a target role, a word on whether a guide helped."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guides.models.place import State
from guides.models.role import Role
from guides.models.section import Section


class TargetRoleQuerySet(models.QuerySet["TargetRole"]):
    """Target roles by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(user=user)


class TargetRole(models.Model):
    """The role a person is heading for, and where: the thread through everything they do here."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="target_role", verbose_name=_("person")
    )
    role = models.ForeignKey(Role, models.CASCADE, related_name="targeted_by", verbose_name=_("role"))
    state = models.ForeignKey(State, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("state"))
    chosen_at = models.DateTimeField(_("chosen at"), auto_now=True)

    objects = TargetRoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("target role")

    def __str__(self) -> str:
        return str(self.role)


class SavedGuideQuerySet(models.QuerySet["SavedGuide"]):
    """Saved guides by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(user=user)

    def of_role(self, role: Role) -> Self:
        """Everyone's of one guide."""
        return self.filter(role=role)

    def saved_before(self, moment: datetime) -> Self:
        """Those kept since before the moment."""
        return self.filter(saved_at__lt=moment)


class SavedGuide(models.Model):
    """A guide that a person keeps at hand."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_guides", verbose_name=_("person")
    )
    role = models.ForeignKey(Role, models.CASCADE, related_name="saved_by", verbose_name=_("guide"))
    saved_at = models.DateTimeField(_("saved at"), auto_now_add=True)

    objects = SavedGuideQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        verbose_name = _("saved guide")
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="guide_saved_once_a_person")]

    def __str__(self) -> str:
        return str(self.role)


class GuideFeedbackQuerySet(models.QuerySet["GuideFeedback"]):
    """Readers' words by name."""

    def open(self) -> Self:
        """What no editor has dealt with yet."""
        return self.filter(handled_at__isnull=True)

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(user=user)


class GuideFeedback(models.Model):
    """Whether a guide helped, and what was wrong or missing."""

    class Verdict(models.TextChoices):
        """The reader's answer."""

        YES = "yes", _("Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No")

    role = models.ForeignKey(Role, models.CASCADE, related_name="feedback", verbose_name=_("guide"))
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="feedback", verbose_name=_("section")
    )
    verdict = models.CharField(_("helpful"), max_length=6, choices=Verdict)
    comment = models.TextField(_("comment"), blank=True, max_length=2000)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="guide_feedback",
        verbose_name=_("person"),
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    handled_at = models.DateTimeField(_("dealt with at"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dealt with by"),
    )

    objects = GuideFeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("reader's word")
        verbose_name_plural = _("readers' words")
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=["yes", "partly", "no"]),
                name="feedback_verdict_is_known",
                violation_error_message=_("Choose yes, partly or no."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.get_verdict_display()}"
