"""The record of a client's case, in words that the client can read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from caseloads.actions.relating import named
from caseloads.models import Scope

_OPENED: Final[dict[str, str | Promise]] = {
    "overview": _("opened your page"),
    Scope.CERTIFICATIONS: _("looked at your certifications"),
    "certificate": _("opened a certificate of yours"),
    Scope.PRACTICE: _("looked at how your study goes"),
    Scope.DOCUMENTS: _("looked at the list of your documents"),
    "version": _("read a version of a document"),
    Scope.INTERVIEWS: _("looked at the answers that you show"),
    "answer": _("read an answer that you show"),
    "recording": _("listened to an answer that you show"),
    Scope.JOB_SEARCH: _("looked at your applications"),
    "notes": _("looked at the notes about your work together"),
    "note": _("read a note about your work together"),
}
_DONE: Final[dict[str, str | Promise]] = {
    "counseling asked for": _("asked for a counselor"),
    "counseling began": _("became your counselor"),
    "counseling declined": _("declined your request"),
    "counseling paused": _("closed everything for a while"),
    "counseling goes on": _("opened it again"),
    "counseling ended": _("ended it"),
    "note finished": _("wrote a note about your work together"),
    "note amended": _("amended a note"),
    "note entered in error": _("marked a note as entered in error"),
    "client handed over": _("handed you over to another counselor"),
}
_CONSENT: Final[dict[str, str | Promise]] = {
    "consent given": _("opened: %(part)s"),
    "consent taken back": _("closed: %(part)s"),
}


@dataclass(frozen=True)
class Entry:
    """One line: when, who, what."""

    at: datetime
    who: str
    what: str
    is_own: bool


def entries(events: Iterable[AuditEvent]) -> list[Entry]:
    """The lines for the person whom the events are about."""
    return [
        Entry(
            event.at,
            named(event.actor),
            _words(event),
            event.actor_id is not None and event.actor_id == event.person_id,
        )
        for event in events
    ]


def _words(event: AuditEvent) -> str:
    if event.action == "opened":
        return str(_OPENED.get(event.detail.get("part", ""), _OPENED["overview"]))
    if event.action in _CONSENT:
        scope = event.detail.get("scope", "")
        label = Scope(scope).label if scope in Scope.values else scope
        return str(_CONSENT[event.action]) % {"part": label}
    return str(_DONE.get(event.action, event.action))
