"""Releases: what was imported of the official data, and when."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.models.source import Source


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Releases by name."""

    def of_kind(self, kind: str) -> Self:
        """Those of one collection, the latest import first."""
        return self.filter(kind=kind).order_by("-imported_at", "-pk")


class Release(models.Model):
    """One edition of an official collection that is on the site; where paths were merged, one a path."""

    class Kind(models.TextChoices):
        """Which collection."""

        ONET = "onet", _("O*NET Database")
        WAGES = "wages", _("Occupational Employment and Wage Statistics")
        PROJECTIONS = "projections", _("Employment Projections")

    kind = models.CharField(_("collection"), max_length=12, choices=Kind)
    version = models.CharField(_("version"), max_length=20, help_text=_("Such as 29.3, May 2025 or 2024–34."))
    released = models.CharField(_("released"), max_length=40, blank=True)
    files = models.JSONField(
        _("files"), default=dict, blank=True, help_text=_("Name of each file that was read, and its rows.")
    )
    imported_at = models.DateTimeField(_("imported at"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="releases", verbose_name=_("source"))

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-imported_at"]
        verbose_name = _("release")
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="release_once_a_version")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.version}"
