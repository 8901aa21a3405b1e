"""Credentials: what a person can hold to show what they know."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guides.models.role import Role


class Credential(models.Model):
    """A certification, licence, registration or certificate; its figures are facts."""

    class Kind(models.TextChoices):
        """What the word on the paper means."""

        CERTIFICATION = "certification", _("Certification: a national body tested the holder")
        LICENCE = "licence", _("License: a state permits the work after its standards are met")
        REGISTRATION = "registration", _("Registration: a state keeps the holder on its list")
        CERTIFICATE = "certificate", _("Certificate: a course or a single skill, assessed")

    slug = models.SlugField(
        _("slug"),
        max_length=60,
        unique=True,
        error_messages={"unique": _("Another credential has this slug. Choose another, or edit that one.")},
    )
    name = models.CharField(_("name"), max_length=160)
    abbreviation = models.CharField(_("letters"), max_length=30, blank=True)
    issuer = models.CharField(_("issuer"), max_length=120)
    issuer_url = models.URLField(_("issuer's address"), max_length=300, blank=True)
    exam = models.CharField(_("exam"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind, default=Kind.CERTIFICATION)
    summary = models.TextField(_("summary"), blank=True, max_length=600)
    roles = models.ManyToManyField(Role, blank=True, related_name="credentials", verbose_name=_("roles"))
    is_entry = models.BooleanField(
        _("for people starting out"),
        default=False,
        help_text=_("Shown side by side in the guide; the others are listed under growing."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("credential")

    def __str__(self) -> str:
        return f"{self.name} ({self.issuer})"

    @property
    def letters_and_issuer(self) -> str:
        """Its letters, or its name where it gives none, and who gives them: “CPhT, PTCB”."""
        return f"{self.abbreviation or self.name}, {self.issuer}"
