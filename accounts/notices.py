"""The kinds of notices that people can get, each of which they can switch off. Every app's kinds are listed here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a notice is about."""

    GUIDE_CHANGED = "guide_changed", _("A guide you saved has changed")
    ACCOUNT = "account", _("About your account")


# What the switches page says under each kind.
HINTS = {
    Kind.GUIDE_CHANGED: _("At most once a day for each guide."),
    Kind.ACCOUNT: _("For example, that you joined a team. Mails about your password and sign-in are always sent."),
}
