"""Sections: the pieces of a guide."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.role import Role


class SectionQuerySet(models.QuerySet["Section"]):
    """Sections by name."""

    def due_for_review(self, day: date) -> Self:
        """Sections whose review date has passed."""
        return self.filter(review_by__lt=day)

    def with_next_text_due(self, day: date) -> Self:
        """Sections whose next text takes over by the day."""
        return self.exclude(next_body="").filter(next_on__lte=day)


class Section(models.Model):
    """One part of a guide: its own kind, place, text, and when someone last checked it."""

    class Kind(models.TextChoices):
        """What the section answers; the usual order of a guide."""

        GLANCE = "glance", _("At a glance")
        WORK = "work", _("What you would do")
        DAY = "day", _("A day at work")
        SETTINGS = "settings", _("Where you would work")
        PAY = "pay", _("Pay")
        OUTLOOK = "outlook", _("Outlook")
        WAY_IN = "way-in", _("How to get in")
        TRAINING = "training", _("Training and accreditation")
        CREDENTIALS = "credentials", _("Credentials")
        STATE = "state", _("The rule in your state")
        RESUME = "resume", _("Resume and cover letter")
        INTERVIEW = "interview", _("Interview")
        SEARCH = "search", _("Finding the job")
        GROWING = "growing", _("Growing")
        TRENDS = "trends", _("What is changing")
        QUESTIONS = "questions", _("Questions people ask")
        SOURCES = "sources", _("Sources")
        OTHER = "other", _("Something else")

    role = models.ForeignKey(Role, models.CASCADE, related_name="sections", verbose_name=_("role"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    slug = models.SlugField(
        _("anchor"),
        max_length=40,
        help_text=_("The part after # in a link to this section. Links break when it changes."),
    )
    title = models.CharField(_("title"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    body = models.TextField(
        _("text"),
        blank=True,
        max_length=60_000,
        help_text=_("Markdown. See “How to write” for facts, terms and pictures."),
    )
    next_body = models.TextField(
        _("next text"), blank=True, max_length=60_000, help_text=_("A new version that readers do not see yet.")
    )
    next_on = models.DateField(
        _("next text from"),
        null=True,
        blank=True,
        help_text=_("The day the next text takes over. Empty keeps it a draft."),
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    reviewed_by = models.CharField(_("reviewed by"), max_length=120, blank=True)
    review_by = models.DateField(_("review by"), null=True, blank=True, help_text=_("The day it should be read again."))

    objects = SectionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("section")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "slug"],
                name="section_anchor_once_a_role",
                violation_error_message=_("Another section of this guide has the same anchor. Choose another."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The section's place on the guide's page."""
        return f"{self.role.get_absolute_url()}#{self.slug}"

    def is_due(self, day: date) -> bool:
        """Whether its review date lies before the day."""
        return self.review_by is not None and self.review_by < day

    def take_next_text(self) -> None:
        """Put the next text in place of the present one; history keeps the old."""
        self.body, self.next_body, self.next_on = self.next_body, "", None
        self.save(update_fields=["body", "next_body", "next_on"])
