"""Places outside: associations, job boards, directories, boards of a state."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.place import State
from guides.models.role import Role
from guides.models.words import Confidence


class ResourceQuerySet(models.QuerySet["Resource"]):
    """Places to go by name."""

    def past_review(self, day: date) -> Self:
        """Those whose review date lies before the day."""
        return self.filter(review_by__lt=day)

    def shown(self, now: datetime) -> Self:
        """Those for any role, and those of guides that readers may see."""
        return self.filter(Q(role=None) | Q(role__in=Role.objects.published(now).order_by().values("pk")))

    def for_role(self, role: Role) -> Self:
        """Those for this role, and those for any."""
        return self.filter(Q(role=role) | Q(role=None))

    def useful_in(self, state: State | None) -> Self:
        """Those for the whole country, and those of the state."""
        return self.filter(Q(state=None) | Q(state=state)) if state else self.filter(state=None)


class Resource(models.Model):
    """Somewhere else worth going, what for, and when one of us last looked."""

    class Kind(models.TextChoices):
        """What one goes there for."""

        ASSOCIATION = "association", _("Association")
        JOB_BOARD = "job-board", _("Job board")
        DIRECTORY = "directory", _("Directory of programs")
        EDUCATION = "education", _("Continuing education")
        OFFICIAL = "official", _("Regulator or official body")

    key = models.SlugField(_("key"), max_length=60, unique=True)
    role = models.ForeignKey(
        Role,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("role"),
        help_text=_("Empty means any role."),
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("state"),
        help_text=_("Empty means the whole U.S."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    url = models.URLField(_("address"), max_length=300, blank=True)
    what_for = models.CharField(_("what for"), max_length=300)
    cost = models.CharField(
        _("cost"),
        max_length=160,
        blank=True,
        help_text=_("What a person pays, such as “free to search”. Empty means that we do not know."),
    )
    sources = models.CharField(
        _("sources"), max_length=400, blank=True, help_text=_("Where what stands here was read, and when.")
    )
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day one of us last opened the address. Empty means never."),
    )
    review_by = models.DateField(_("review by"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = ResourceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["kind", "position", "name"]
        verbose_name = _("place to go")
        verbose_name_plural = _("places to go")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page in the directory."""
        return reverse("places:detail", args=[self.key])

    @property
    def is_unchecked(self) -> bool:
        """Whether none of us has opened the address, or could confirm what stands here."""
        return self.checked_on is None or self.confidence == Confidence.LOW

    @property
    def has_searches(self) -> bool:
        """Whether it is a site on which jobs are looked for."""
        return self.kind == self.Kind.JOB_BOARD

    def is_stale(self, day: date) -> bool:
        """Whether its review date lies before the day."""
        return self.review_by is not None and self.review_by < day
