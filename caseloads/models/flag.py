"""Flags that state facts: a rule holds for a client since a day. They say nothing about a person."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from caseloads.models.relationship import CounselingRelationship


class FlagQuerySet(models.QuerySet["RiskFlag"]):
    """Flags by name."""

    def open(self) -> Self:
        """Those whose rule holds."""
        return self.filter(cleared_at__isnull=True)

    def to_see_to(self) -> Self:
        """Those that nobody has noted yet."""
        return self.open().filter(noted_at__isnull=True)

    def visible_to(self, staff: User) -> Self:
        """Those of clients whom this person may look at now."""
        return self.filter(relationship__in=CounselingRelationship.objects.visible_to(staff))


class RiskFlag(models.Model):
    """One rule that holds, or held, for one client."""

    class Rule(models.TextChoices):
        """What is the case."""

        NO_CONTACT = "no-contact", _("No contact for 30 days")
        MISSED = "missed", _("Two appointments missed running")
        REVIEW_WAITS = "review", _("A review waits for more than 3 working days")
        CREDENTIAL_ENDS = "credential", _("A credential ends within 60 days")

    relationship = models.ForeignKey(
        CounselingRelationship, models.CASCADE, related_name="flags", verbose_name=_("relationship")
    )
    rule = models.CharField(_("what is the case"), max_length=10, choices=Rule)
    since = models.DateField(_("since"))
    raised_at = models.DateTimeField(_("raised at"))
    noted_at = models.DateTimeField(_("noted at"), null=True)
    noted_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("noted by"))
    cleared_at = models.DateTimeField(_("cleared at"), null=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        verbose_name = _("flag")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "rule"], condition=Q(cleared_at__isnull=True), name="flag_open_once_a_rule"
            ),
            models.CheckConstraint(
                condition=Q(cleared_at__isnull=True) | Q(cleared_at__gte=F("raised_at")),
                name="flag_cleared_after_it_was_raised",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rule_display()}, {self.since:%d %b %Y}"
