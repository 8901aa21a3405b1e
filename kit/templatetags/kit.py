"""Tags that every template may use without loading them."""

from datetime import date
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """One picture of the sprite, always next to a word."""
    return _drawn(name, size, static("img/icons.svg"))


# A page has dozens of pictures, and few of them differ.
@lru_cache(maxsize=200)
def _drawn(name: str, size: str, sprite: str) -> SafeString:
    return SafeString(render_to_string("components/_icon.html", {"name": name, "size": size, "sprite": sprite}))


@register.filter
def day(value: date | None, form: str) -> str:
    """A day in words, as the filter `date` writes it, at a tenth of the time on lists whose days come again."""
    return _in_words(value, form, get_language()) if value else ""


@lru_cache(maxsize=2000)
def _in_words(value: date, form: str, language: str | None) -> str:  # noqa: ARG001 -- the words depend on it
    return date_format(value, form)
