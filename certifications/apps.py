"""What a person holds or is working towards: exams, study, continuing education, renewal."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate  # noqa: TID251 -- only Django knows when it has rebuilt tables
from django.utils.translation import gettext_lazy as _


class CertificationsConfig(AppConfig):
    """Certifications: choose, prepare, hold, renew."""

    name = "certifications"
    verbose_name = _("Certifications")
    # What the catalogue's pages show; pages kept for strangers are made anew when a row of these changes.
    shown_in_public = (
        "Pathway",
        "PathwayCondition",
        "ExamOutline",
        "OutlineDomain",
        "RenewalRule",
        "RenewalRuleVersion",
    )

    def ready(self) -> None:
        """After every migration, see to it that published rules stay frozen."""
        post_migrate.connect(_keep_frozen, sender=self)


def _keep_frozen(using: str, **_given: Any) -> None:
    from certifications.frozen import keep_frozen  # noqa: PLC0415 -- needs the models, which come after this module

    keep_frozen(connections[using])
