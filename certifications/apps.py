"""What a person holds or is working towards: exams, study, continuing education, renewal."""

from django.apps import AppConfig
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
