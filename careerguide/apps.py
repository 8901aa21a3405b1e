"""What joins the apps: home, the personal page, commands; and the admin with our door."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class CareerGuideConfig(AppConfig):
    """Pages and commands that need more than one app."""

    name = "careerguide"
    verbose_name = _("CareerGuide")


class AdminConfig(admin_apps.AdminConfig):
    """Django's admin behind our own sign-in."""

    default_site = "careerguide.admin_site.Site"
