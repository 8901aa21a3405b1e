"""The public reference: roles and their guides, credentials, state rules, pay, glossary, search."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate  # noqa: TID251 -- only Django knows when it has rebuilt tables
from django.utils.translation import gettext_lazy as _

from guides.version import keep_version


class GuidesConfig(AppConfig):
    """What everyone may read, and what editors keep current."""

    name = "guides"
    verbose_name = _("Guides")

    def ready(self) -> None:
        """After every migration, see to it that the version of the content is kept."""
        post_migrate.connect(_keep_version, sender=self)


def _keep_version(using: str, **_given: Any) -> None:
    keep_version(connections[using])
