"""Places that rules and pay are known for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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

    class Meta:
        ordering = ["name"]
        verbose_name = _("state")

    def __str__(self) -> str:
        return self.name
