"""The public reference: roles and their guides, credentials, state rules, pay, glossary, search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidesConfig(AppConfig):
    """What everyone may read, and what editors keep current."""

    name = "guides"
    verbose_name = _("Guides")
