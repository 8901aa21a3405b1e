"""Where a person lets themselves be told of jobs: which words, where, how often."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.models import Resource


class AlertQuerySet(models.QuerySet["Alert"]):
    """Alerts by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)


class Alert(models.Model):
    """One alert of the plan; the person sets it up on the site itself."""

    class Often(models.TextChoices):
        """How often it tells, or how often one looks."""

        DAILY = "daily", _("Every day")
        WEEKLY = "weekly", _("Once a week")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"), editable=False
    )
    resource = models.ForeignKey(
        Resource, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("site")
    )
    site = models.CharField(_("name of the site"), max_length=120)
    terms = models.CharField(_("words to search for"), max_length=160)
    where = models.CharField(_("where"), max_length=120, blank=True)
    often = models.CharField(_("how often"), max_length=6, choices=Often, default=Often.DAILY)
    set_up_on = models.DateField(_("set up on"), null=True, blank=True, editable=False)
    looked_on = models.DateField(_("looked through on"), null=True, blank=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("alert")

    def __str__(self) -> str:
        return f"{self.site}: {self.terms}"
