"""What a share link lays open: the fields that were chosen, and nothing besides."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from certifications.holding.shown import show
from certifications.holding.standing import day_words
from certifications.models import ShareLink

_FIELDS = ShareLink.Shown


@dataclass(frozen=True)
class SharedPage:
    """The name of a credential, who says that it is held, and the chosen fields in order."""

    title: str
    name: str
    said_by: str
    is_seen: bool
    fields: list[tuple[str, str]]
    ends_at: datetime


def shared_page(link: ShareLink, *, today: date, now: datetime) -> SharedPage:
    """The page as it is today; a chosen field that is not known says so.

    Of what is not in force it says so, chosen or not: nobody may take a plan, or what has ended, for a certificate.
    """
    held = link.held
    standing = show(held, today=today, now=now).standing
    always = set() if standing.is_in_force else {_FIELDS.STATUS}
    values = {
        _FIELDS.HOLDER: (_("Held by") if held.is_held else _("Name"), held.holder.name),
        _FIELDS.STATUS: (_("Today"), standing.label),
        _FIELDS.NUMBER: (_("Number"), held.number),
        _FIELDS.EARNED: (_("Earned on"), day_words(held.earned_on) if held.earned_on else ""),
        _FIELDS.EXPIRES: (_("Valid through"), day_words(held.expires_on) if held.expires_on else ""),
    }
    chosen = [
        (words, value or _("not written down"))
        for field, (words, value) in values.items()
        if field in always or link.shows(field)
    ]
    return SharedPage(
        title=held.title,
        name=held.credential.name if held.credential else "",
        said_by=str(held.get_provenance_display()),
        is_seen=held.was_seen,
        fields=chosen,
        ends_at=link.expires_at,
    )
