"""Templates: goals with their usual steps, which editors keep and people put on their plan."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models import Role
from plans.models.deed import Doing


class PlanTemplateQuerySet(models.QuerySet["PlanTemplate"]):
    """Templates by name."""

    def published(self) -> Self:
        """Those that people see."""
        return self.filter(is_published=True)

    def for_role(self, role: Role | None) -> Self:
        """Those of a role, and those of any role."""
        return self.filter(models.Q(role=role) | models.Q(role__isnull=True))


class PlanTemplate(models.Model):
    """A goal that many have, and the steps that lead to it."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    role = models.ForeignKey(
        Role,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="plan_templates",
        verbose_name=_("role"),
        help_text=_("Empty means any role."),
    )
    title = models.CharField(_("goal"), max_length=160)
    summary = models.CharField(_("what it is for"), max_length=400)
    weeks = models.PositiveSmallIntegerField(_("weeks it usually takes"))
    is_published = models.BooleanField(_("published"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()
    objects = PlanTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["position", "title"]
        verbose_name = _("plan template")

    def __str__(self) -> str:
        return self.title


class TemplateStep(models.Model):
    """One step of a template."""

    template = models.ForeignKey(PlanTemplate, models.CASCADE, related_name="steps", verbose_name=_("plan template"))
    key = models.SlugField(_("key"), max_length=60)
    title = models.CharField(_("step"), max_length=200)
    hint = models.CharField(_("how to do it well"), max_length=300, blank=True)
    week = models.PositiveSmallIntegerField(_("in which week"), default=1)
    # Where in the app it is done: a name out of `plans.places`.
    place = models.CharField(_("place in the app"), max_length=80, blank=True)
    doing = models.CharField(_("done by"), max_length=20, choices=Doing, blank=True)
    times = models.PositiveSmallIntegerField(_("how many times"), default=1)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["week", "position", "pk"]
        verbose_name = _("step of a template")
        verbose_name_plural = _("steps of templates")
        constraints = [models.UniqueConstraint(fields=["template", "key"], name="template_step_once_a_key")]

    def __str__(self) -> str:
        return self.title
