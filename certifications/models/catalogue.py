"""What the catalogue's pages add to a credential: ways to be eligible, and what its exam holds."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guides.models import Confidence, Credential, Source


class Pathway(models.Model):
    """One way to be allowed to apply; all of its conditions must hold."""

    credential = models.ForeignKey(Credential, models.CASCADE, related_name="pathways", verbose_name=_("credential"))
    slug = models.SlugField(_("slug"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.ForeignKey(Source, models.PROTECT, related_name="pathways", verbose_name=_("source"))
    as_of = models.CharField(_("as of"), max_length=60, blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    review_by = models.DateField(_("review by"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["credential", "position", "pk"]
        verbose_name = _("pathway to a credential")
        verbose_name_plural = _("pathways to a credential")
        constraints = [models.UniqueConstraint(fields=["credential", "slug"], name="pathway_once_a_credential")]

    def __str__(self) -> str:
        return self.name


class PathwayCondition(models.Model):
    """Something a person has or has not. Conditions with the same key are asked once, for all pathways together."""

    pathway = models.ForeignKey(Pathway, models.CASCADE, related_name="conditions", verbose_name=_("pathway"))
    key = models.SlugField(_("key"), max_length=40, help_text=_("The same for the same thing, such as diploma."))
    words = models.CharField(_("I have …"), max_length=200)
    how = models.CharField(_("how to get there"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["pathway", "position", "pk"]
        verbose_name = _("condition")
        constraints = [models.UniqueConstraint(fields=["pathway", "key"], name="condition_once_a_pathway")]

    def __str__(self) -> str:
        return self.words


class ExamOutlineQuerySet(models.QuerySet["ExamOutline"]):
    """Outlines by name."""

    def in_force_on(self, day: date) -> Self:
        """Those that an exam on the day is made by, the latest first."""
        begun = Q(in_force_from__isnull=True) | Q(in_force_from__lte=day)
        not_ended = Q(in_force_until__isnull=True) | Q(in_force_until__gte=day)
        return self.filter(begun & not_ended).order_by(F("in_force_from").desc(nulls_last=True))


class ExamOutline(models.Model):
    """One version of what an exam asks, with how many items, in how much time."""

    credential = models.ForeignKey(Credential, models.CASCADE, related_name="outlines", verbose_name=_("credential"))
    version = models.CharField(_("version"), max_length=60)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("in force until"), null=True, blank=True)
    items = models.PositiveSmallIntegerField(_("questions"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="outlines", verbose_name=_("source"))
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    review_by = models.DateField(_("review by"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = ExamOutlineQuerySet.as_manager()

    class Meta:
        ordering = ["credential", F("in_force_from").desc(nulls_last=True)]
        verbose_name = _("exam outline")
        constraints = [models.UniqueConstraint(fields=["credential", "version"], name="outline_version_once")]

    def __str__(self) -> str:
        return f"{self.credential}, {self.version}"


class OutlineDomain(models.Model):
    """A part of an exam, with its share in per cent. The same part keeps its slug from version to version."""

    outline = models.ForeignKey(ExamOutline, models.CASCADE, related_name="domains", verbose_name=_("outline"))
    slug = models.SlugField(_("slug"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    weight = models.DecimalField(_("share, per cent"), max_digits=5, decimal_places=2)
    holds = models.TextField(_("what it holds"), max_length=1000, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["outline", "position", "pk"]
        verbose_name = _("domain")
        constraints = [
            models.UniqueConstraint(fields=["outline", "slug"], name="domain_once_an_outline"),
            models.CheckConstraint(
                condition=Q(weight__gt=0) & Q(weight__lte=100),
                name="domain_weight_is_a_share",
                violation_error_message=_("A share is more than 0 and at most 100 per cent."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
