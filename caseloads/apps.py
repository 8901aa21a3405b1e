"""Counselors and their clients."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate  # noqa: TID251 -- only Django knows when it has rebuilt tables
from django.utils.translation import gettext_lazy as _

from kit.append_only import keep_append_only


class CaseloadsConfig(AppConfig):
    """What a person lets a counselor see, and what they do together."""

    name = "caseloads"
    verbose_name = _("Casework")

    def ready(self) -> None:
        """After every migration, see to it that consents and notes are only added to."""
        post_migrate.connect(_keep_the_consents, sender=self)


def _keep_the_consents(using: str, **_given: Any) -> None:
    from caseloads.models import ConsentRecord, NoteRevision  # noqa: PLC0415 -- models come after this module

    keep_append_only(connections[using], ConsentRecord, set_once=("withdrawn_at",))
    keep_append_only(connections[using], NoteRevision, blanked=("text", "reason"))
