"""Tags about the person who looks."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django import template

from accounts.models import Notification, User

register = template.Library()

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@register.simple_tag
def unread_notifications(user: Any, known: int | None = None) -> int:
    """How many notices the person has not read; asks nothing for a visitor, or where the page has asked already."""
    if known is not None:
        return known
    if not isinstance(user, User) or not user.is_authenticated:
        return 0
    return Notification.objects.owned_by(user).unread().count()


@register.simple_tag
def has_second_step(user: Any) -> bool:
    """Whether the person has set up a second step."""
    return bool(is_mfa_enabled(user))


@register.filter
def device(user_agent: str) -> str:
    """A browser and system that people recognise, out of what the browser calls itself; empty when unknown."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return ", ".join(part for part in (browser, system) if part)
