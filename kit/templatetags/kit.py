"""Tags that every template may use without loading them."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """One picture of the sprite, always next to a word."""
    return _drawn(name, size, static("img/icons.svg"))


# A page has dozens of pictures, and few of them differ.
@lru_cache(maxsize=200)
def _drawn(name: str, size: str, sprite: str) -> SafeString:
    return SafeString(render_to_string("components/_icon.html", {"name": name, "size": size, "sprite": sprite}))
