"""The app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterviewsConfig(AppConfig):
    """Interviews: practise, prepare, remember."""

    name = "interviews"
    verbose_name = _("Interviews")
