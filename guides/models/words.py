"""Words and checks that several nouns of the reference share."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

# Words that stand at the place of a role's slug in an address.
RESERVED = {"search", "glossary", "my-state", "compare", "preview"}


def not_reserved(slug: str) -> None:
    """Refuse a slug that an address of the site uses already."""
    if slug in RESERVED:
        raise ValidationError(_("“%(slug)s” is an address of the site. Choose another slug."), params={"slug": slug})


class Confidence(models.TextChoices):
    """How sure we are of a fact."""

    HIGH = "high", _("High: seen at the official source")
    MEDIUM = "medium", _("Medium: second-hand, sources agree")
    LOW = "low", _("Low: not confirmed, or sources differ")


fact_key = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+([.-][a-z0-9]+)*|(\.[a-z0-9]+(-[a-z0-9]+)*)+)$",
    _("Use small letters, digits and dots, such as training.months or pharmacy-technician/training.months."),
)
