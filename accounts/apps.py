"""People: sign-in, profile, teams, notifications, own data."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Who is here, and what is theirs."""

    name = "accounts"
    verbose_name = _("People")
