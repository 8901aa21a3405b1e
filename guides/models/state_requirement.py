"""What a state asks of a person in a role."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.place import State
from guides.models.role import Role
from guides.models.words import Confidence


class StateRequirementQuerySet(models.QuerySet["StateRequirement"]):
    """State rules by name."""

    def past_review(self, day: date) -> Self:
        """Rules whose review date lies before the day."""
        return self.filter(review_by__lt=day)


class StateRequirement(models.Model):
    """The rule of one state for one role, as we read it, with its source and how sure we are."""

    class Kind(models.TextChoices):
        """What the state hands out."""

        REGISTRATION = "registration", _("Registration")
        LICENCE = "licence", _("License")
        CERTIFICATION = "certification", _("State certification")
        PERMIT = "permit", _("Permit")
        NONE = "none", _("None found")
        CHANGING = "changing", _("Being introduced")

    class National(models.TextChoices):
        """Whether a national certification is required, sooner or later."""

        YES = "yes", _("Required, sooner or later")
        NO = "no", _("Not required")
        UNKNOWN = "unknown", _("We could not confirm")

    role = models.ForeignKey(Role, models.CASCADE, related_name="state_requirements", verbose_name=_("role"))
    state = models.ForeignKey(State, models.PROTECT, related_name="requirements", verbose_name=_("state"))
    kind = models.CharField(_("requirement"), max_length=14, choices=Kind)
    detail = models.TextField(_("detail"), max_length=1000)
    board = models.CharField(_("board"), max_length=160)
    board_url = models.URLField(_("board's address"), max_length=300, blank=True)
    national = models.CharField(_("national certification"), max_length=8, choices=National)
    national_detail = models.TextField(_("more on national certification"), blank=True, max_length=600)
    ce = models.CharField(
        _("continuing education"), max_length=400, blank=True, help_text=_("Empty means that we do not know.")
    )
    sources = models.CharField(_("sources"), max_length=400)
    as_of = models.CharField(_("sources date from"), max_length=60, blank=True, help_text=_("Empty means undated."))
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    review_by = models.DateField(_("review by"), null=True, blank=True)

    objects = StateRequirementQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["role", "state__name"]
        verbose_name = _("state rule")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "state"],
                name="state_rule_once_a_role",
                violation_error_message=_("This role has a rule for that state already. Edit that one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.state}"

    def is_stale(self, day: date) -> bool:
        """Whether its review date lies before the day."""
        return self.review_by is not None and self.review_by < day
