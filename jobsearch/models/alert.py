"""Where a person lets themselves be told of jobs: which words, where, how often."""

from datetime import date, timedelta
from typing import Final, Self

from django.conf import settings
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from guides.models import Resource

# Mails pile up: once a week they are looked through, whatever the site sends.
A_WEEK: Final = timedelta(days=7)


class AlertQuerySet(models.QuerySet["Alert"]):
    """Alerts by name."""

    def owned_by(self, user: models.Model) -> Self:
        """Those of one person."""
        return self.filter(owner=user)

    def set_up(self) -> Self:
        """Those that run on their site."""
        return self.filter(set_up_on__isnull=False)

    def to_set_up_first(self) -> Self:
        """What is still to be set up comes first, then what was looked through longest ago."""
        return self.order_by(F("set_up_on").asc(nulls_first=True), F("looked_on").asc(nulls_first=True), "pk")

    def seen_to_between(self, first: date, last: date) -> Self:
        """Those last seen to in those days, give or take one: days begin at different hours."""
        since = Coalesce("looked_on", "set_up_on", TruncDate("made_at"))
        return self.annotate(since=since).filter(since__range=(first, last))


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
    # Of a site that is not among the places to go, such as an employer's own page of jobs.
    link = models.URLField(_("address of the site"), max_length=500, blank=True)
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

    def get_absolute_url(self) -> str:
        """Where it stands in the plan."""
        return f"{reverse('alerts:list')}#alert-{self.pk}"

    @property
    def due_on(self) -> date:
        """When it is time to look again: a week after it was looked through, set up, or planned."""
        since = self.looked_on or self.set_up_on or timezone.localdate(self.made_at, self.owner.zone)
        return since + A_WEEK
