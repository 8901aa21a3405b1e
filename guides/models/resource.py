"""Places outside: associations, job boards, directories."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guides.models.role import Role
from guides.models.words import Confidence


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
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    url = models.URLField(_("address"), max_length=300, blank=True)
    what_for = models.CharField(_("what for"), max_length=300)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["kind", "position", "name"]
        verbose_name = _("resource")

    def __str__(self) -> str:
        return self.name
