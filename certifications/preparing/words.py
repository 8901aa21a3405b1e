"""Lengths of time in words."""

from django.utils.translation import gettext as _


def span(minutes: int) -> str:
    """Minutes as hours and minutes."""
    hours, rest = divmod(minutes, 60)
    values = {"hours": f"{hours:,}", "minutes": rest}
    if not hours:
        return _("%(minutes)d min") % values
    return _("%(hours)s h %(minutes)d min") % values if rest else _("%(hours)s h") % values
