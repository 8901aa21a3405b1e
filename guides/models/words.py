"""Words and checks that several nouns of the reference share."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Confidence(models.TextChoices):
    """How sure we are of a fact."""

    HIGH = "high", _("High: seen at the official source")
    MEDIUM = "medium", _("Medium: second-hand, sources agree")
    LOW = "low", _("Low: not confirmed, or sources differ")


fact_key = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+([.-][a-z0-9]+)*|(\.[a-z0-9]+(-[a-z0-9]+)*)+)$",
    _("Use small letters, digits and dots, such as training.months or pharmacy-technician/training.months."),
)
