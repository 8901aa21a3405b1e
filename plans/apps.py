"""Goals and small steps towards them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """What a person wants to reach, and what is next."""

    name = "plans"
    verbose_name = _("Plans")
    shown_in_public = ("PlanTemplate", "TemplateStep")
