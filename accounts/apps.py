"""People: sign-in, profile, teams, notifications, own data."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate  # noqa: TID251 -- only Django knows when it has rebuilt tables
from django.utils.translation import gettext_lazy as _

from kit.append_only import keep_append_only


class AccountsConfig(AppConfig):
    """Who is here, and what is theirs."""

    name = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        """After every migration, see to it that the record of actions is only added to."""
        post_migrate.connect(_keep_the_record, sender=self)


def _keep_the_record(using: str, **_given: Any) -> None:
    from accounts.models import AuditEvent  # noqa: PLC0415 -- models come after this module

    # Who did it, and about whom, go when that person leaves; the entry stays.
    keep_append_only(connections[using], AuditEvent, emptied=("actor", "person"))
