"""Documents people apply with."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResumesConfig(AppConfig):
    """Resumes and cover letters: versions, reviews, comments."""

    name = "resumes"
    verbose_name = _("Resumes")
