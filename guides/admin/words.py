"""Small pieces that several pages of the desk show."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.actions.publishing import Trouble
from guides.models import Role

_LOOKS = {
    Role.Status.DRAFT: "",
    Role.Status.REVIEW: "tag--person",
    Role.Status.SCHEDULED: "tag--should",
    Role.Status.PUBLISHED: "tag--ok",
}


def status_tag(role: Role, *, now: datetime) -> SafeString:
    """The status in a word, and the moment where one is set."""
    status = Role.Status.PUBLISHED if role.is_public(now) else Role.Status(role.status)
    words = str(status.label)
    if status == Role.Status.SCHEDULED and role.publish_at:
        words = _("Scheduled for %(when)s") % {"when": moment(role.publish_at)}
    return tag(words, _LOOKS[status])


def review_tag(day: date | None, *, today: date) -> SafeString:
    """When something should be read again, marked once that day has passed."""
    if day is None:
        return tag(_("no date"), "")
    words = date_format(day, "j M Y")
    if day >= today:
        return format_html("{}", words)
    late = (today - day).days
    past = ngettext("past by %(count)d day", "past by %(count)d days", late) % {"count": late}
    return format_html("{} {}", words, tag(past, "tag--should"))


def tag(words: str, look: str) -> SafeString:
    """A word on a small ground; the color comes second."""
    return format_html('<span class="tag {}">{}</span>', look, words)


def moment(at: datetime) -> str:
    """A day and an hour, in the clock of who looks."""
    return date_format(localtime(at), "j F Y, H:i")


def trouble_list(first: str, troubles: Iterable[Trouble]) -> SafeString:
    """A sentence, and every trouble with the way to its place."""
    rows = [(_edit_link(trouble.what), _sentence(trouble)) for trouble in troubles]
    return format_html("{}<ul>{}</ul>", first, format_html_join("", "<li>{}: {}</li>", rows))


def _sentence(trouble: Trouble) -> str:
    if not trouble.line:
        return trouble.message
    return _("line %(line)d: %(message)s") % {"line": trouble.line, "message": trouble.message}


def _edit_link(what: Model) -> SafeString:
    name = what._meta.model_name
    if name in {"section", "entrystep", "frequentquestion", "role"}:
        url = reverse(f"admin:guides_{name}_change", args=[what.pk])
        return format_html('<a href="{}">{}</a>', url, what)
    return format_html("{}", what)


def confidence_tag(confidence: str) -> SafeString:
    """How sure we are, in a word."""
    looks = {"high": ("tag--ok", _("High")), "medium": ("", _("Medium")), "low": ("tag--must", _("Low"))}
    look, words = looks[confidence]
    return tag(words, look)


def day_words(day: date) -> str:
    """A day as people write it."""
    return date_format(day, "j F Y")
