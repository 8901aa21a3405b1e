"""The app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterviewsConfig(AppConfig):
    """Interviews: practise, prepare, remember."""

    name = "interviews"
    verbose_name = _("Interviews")
    # What the pages of the question bank show; pages kept for strangers are made anew when a row of these changes.
    shown_in_public = ("Competency", "Question", "QuestionCompetency")
