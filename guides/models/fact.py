"""Facts: every published figure or rule that a text may use."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.credential import Credential
from guides.models.place import State
from guides.models.role import Role
from guides.models.source import Source
from guides.models.words import Confidence, fact_key

__all__ = ["Confidence", "Fact"]


class FactQuerySet(models.QuerySet["Fact"]):
    """Facts by name."""

    def past_review(self, day: date) -> Self:
        """Facts whose review date lies before the day."""
        return self.filter(review_by__lt=day)


class Fact(models.Model):
    """One figure or rule: value, unit, place, date, source and how sure we are."""

    key = models.CharField(
        _("key"),
        max_length=120,
        unique=True,
        validators=[fact_key],
        help_text=_("Such as pharmacy-technician/training.months. A text uses it as {{ fact:training.months }}."),
    )
    label = models.CharField(
        _("label"), max_length=160, help_text=_("What is stated, in a few words: “Length of a certificate program”.")
    )
    value = models.CharField(
        _("value"), max_length=400, help_text=_("As readers see it, unit included: “4 to 12 months”.")
    )
    number = models.DecimalField(
        _("number"),
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("The value as a bare number, where it has one."),
    )
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    role = models.ForeignKey(Role, models.CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("role"))
    credential = models.ForeignKey(
        Credential, models.CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("credential")
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="facts",
        verbose_name=_("place"),
        help_text=_("Empty means the whole U.S."),
    )
    as_of = models.CharField(
        _("as of"),
        max_length=40,
        blank=True,
        help_text=_("The day, month or year the value is for, such as May 2025. Empty means undated."),
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="facts", verbose_name=_("source"))
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    review_by = models.DateField(_("review by"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = FactQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "key"]
        verbose_name = _("fact")

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"

    def is_stale(self, day: date) -> bool:
        """Whether its review date lies before the day."""
        return self.review_by is not None and self.review_by < day
