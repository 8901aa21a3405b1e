"""The search for a job."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsearchConfig(AppConfig):
    """Postings that a person saved, and what became of them."""

    name = "jobsearch"
    verbose_name = _("Job search")
