"""What every page's frame shows: where one can go, and whether this is a demonstration."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.demo import demo_is_here
from guides.drawn import draw

register = template.Library()

# (key, words, URL name, icon): the stations that exist, in the order of the journey.
STATIONS = [
    ("explore", _("Explore"), "guides:list", "explore"),
    ("qualify", _("Qualify"), "certifications:list", "qualify"),
    ("apply", _("Apply"), "resumes:list", "apply"),
    ("interview", _("Interview"), "practice:list", "interview"),
    ("connect", _("Connect"), "jobs:list", "connect"),
    ("glossary", _("Glossary"), "guides:glossary", "source"),
]
# What counselors go between while they work with clients.
_FOR_COUNSELORS = [
    ("clients", _("Clients"), "clients:list", "person"),
    ("documents", _("Documents to read"), "resumes:requests", "apply"),
    ("answers", _("Answers to look at"), "practice:requests", "interview"),
    ("explore", _("Guides"), "guides:list", "explore"),
    ("qualify", _("Certifications"), "certifications:list", "qualify"),
]
# Where a station leads a stranger, if its own first page asks for an account.
_OPEN_TO_ALL = {"practice:list": "bank:list", "jobs:list": "places:list"}
_FOR_STRANGERS = [(key, words, _OPEN_TO_ALL.get(name, name), picture) for key, words, name, picture in STATIONS]


@register.simple_tag(takes_context=True)
def site_head(context: Context) -> SafeString:
    """The bar with the stations; the page's `station` says which one is current."""
    station = context.get("station", "")
    own = _FOR_COUNSELORS if station == "clients" else STATIONS
    stations = own if _is_signed_in(context) else _FOR_STRANGERS
    return _for(context, "_head.html", {"stations": stations}, station=station)


@register.simple_tag(takes_context=True)
def site_foot(context: Context) -> SafeString:
    """What every page ends with."""
    return _for(context, "_foot.html", {})


def _for(context: Context, template: str, constants: dict[str, Any], **values: Any) -> SafeString:
    """A part of the frame: the same for all strangers, so theirs is drawn once."""
    values["site_name"] = settings.SITE_NAME
    if _is_signed_in(context):
        own = {"user": context["user"], "unread_notices": context.get("unread_notices")}
        return SafeString(render_to_string(template, {**constants, **values, **own}))
    return draw(template, constants=lambda: constants, **values, user=None)


def _is_signed_in(context: Context) -> bool:
    return bool(getattr(context.get("user"), "is_authenticated", False))


@register.inclusion_tag("_demo.html")
def demo_notice() -> dict[str, Any]:
    """Says so while demonstration accounts exist."""
    return {"demo": demo_is_here()}


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> SafeString:
    """The one address of a page, whatever stands after its question mark; nothing where no page was asked for."""
    request = context.get("request")
    if request is None:
        return SafeString("")
    # Addresses are in small letters; a state's code is taken in capitals as well.
    return format_html('<link rel="canonical" href="{}">', settings.BASE_URL + request.path.lower())


@register.simple_tag
def whole(path: str) -> str:
    """A path as an address that other sites can follow."""
    return settings.BASE_URL + path


@register.simple_tag
def site_name() -> str:
    """What this installation is called."""
    return settings.SITE_NAME
