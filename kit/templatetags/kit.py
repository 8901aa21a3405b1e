"""Tags that every template may use without loading them."""

from django import template

register = template.Library()


@register.inclusion_tag("components/_icon.html")
def icon(name: str, size: str = "") -> dict[str, str]:
    """One picture of the sprite, always next to a word."""
    return {"name": name, "size": size}
