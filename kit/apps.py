"""The few helpers that two or more apps share."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Knows no app."""

    name = "kit"
