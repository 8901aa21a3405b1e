"""Places that rules and pay are known for."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class StateQuerySet(models.QuerySet["State"]):
    """States by name."""

    def coded(self, text: str) -> Self:
        """The state whose postal code someone typed, in letters of any size; none for anything else."""
        code = text.upper()
        return self.filter(usps=code) if code.isascii() and code.isalpha() else self.none()


class State(models.Model):
    """A state, the District of Columbia or a territory, by its postal (USPS) code."""

    class Kind(models.TextChoices):
        """What sort of place it is."""

        STATE = "state", _("State")
        DISTRICT = "district", _("Federal district")
        TERRITORY = "territory", _("Territory")

    usps = models.CharField(_("postal code"), max_length=2, primary_key=True)
    fips = models.CharField(_("FIPS code"), max_length=2, unique=True)
    name = models.CharField(_("name"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.STATE)

    objects = StateQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("state")

    def __str__(self) -> str:
        return self.name
