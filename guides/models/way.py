"""The structured parts of a guide: settings, steps in, rungs up, questions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.role import Role


class WorkSetting(models.Model):
    """A kind of workplace; pay and jobs come from the industry's wage row, the rest is our editors' summary."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="settings", verbose_name=_("role"))
    name = models.CharField(_("name"), max_length=80)
    naics = models.CharField(
        _("industry"), max_length=6, blank=True, help_text=_("NAICS code of the wage row; empty where none fits.")
    )
    pace = models.CharField(_("pace"), max_length=120, blank=True)
    people = models.CharField(_("who is in front of you"), max_length=120, blank=True)
    hours = models.CharField(_("hours"), max_length=120, blank=True)
    hardest = models.CharField(_("hardest part"), max_length=160, blank=True)
    good_for = models.CharField(_("good for"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("work setting")

    def __str__(self) -> str:
        return self.name


class EntryStep(models.Model):
    """One step from today to the first day at work."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="steps", verbose_name=_("role"))
    slug = models.SlugField(_("key"), max_length=40)
    title = models.CharField(_("title"), max_length=100)
    body = models.TextField(_("text"), max_length=1500, help_text=_("Markdown."))
    time = models.CharField(_("time"), max_length=60, blank=True)
    cost = models.CharField(_("cost"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("step in")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "slug"],
                name="step_key_once_a_role",
                violation_error_message=_("Another step of this role has the same key."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CareerRung(models.Model):
    """A place on the way up or sideways, and what it takes to get there."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="rungs", verbose_name=_("role"))
    title = models.CharField(_("title"), max_length=80)
    needs = models.TextField(_("what it takes"), blank=True, max_length=600, help_text=_("Markdown."))
    branches = models.TextField(_("branches"), blank=True, max_length=600, help_text=_("One a line."))
    is_this_role = models.BooleanField(_("is this role"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("rung")

    def __str__(self) -> str:
        return self.title


class FrequentQuestion(models.Model):
    """A question people really ask, answered in two or three sentences."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="questions", verbose_name=_("role"))
    slug = models.SlugField(_("anchor"), max_length=60)
    question = models.CharField(_("question"), max_length=160)
    answer = models.TextField(_("answer"), max_length=1200, help_text=_("Markdown."))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("question")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "slug"],
                name="question_anchor_once_a_role",
                violation_error_message=_("Another question of this role has the same anchor."),
            ),
        ]

    def __str__(self) -> str:
        return self.question
