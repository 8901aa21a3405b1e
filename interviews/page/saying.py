"""The engine's sentences in the reader's language."""

from django.utils.translation import gettext

from kit.said import Said


def say(said: Said) -> str:
    """A sentence of the engine for people; nothing where it says nothing."""
    return said.read(gettext) if said.text else ""
