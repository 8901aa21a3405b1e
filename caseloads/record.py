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

# What was opened or done, to the client and to a supervisor.
_OPENED: Final[dict[str, tuple[str | Promise, str | Promise]]] = {
    "overview": (_("opened your page"), _("opened the client’s page")),
    Scope.CERTIFICATIONS: (_("looked at your certifications"), _("looked at certifications")),
    "certificate": (_("opened a certificate of yours"), _("opened a certificate")),
    Scope.PRACTICE: (_("looked at how your study goes"), _("looked at how study goes")),
    Scope.DOCUMENTS: (_("looked at the list of your documents"), _("looked at the list of documents")),
    "version": (_("read a version of a document"), _("read a version of a document")),
    Scope.INTERVIEWS: (_("looked at the answers that you show"), _("looked at answers that are shown")),
    "answer": (_("read an answer that you show"), _("read an answer that is shown")),
    "recording": (_("listened to an answer that you show"), _("listened to an answer that is shown")),
    Scope.JOB_SEARCH: (_("looked at your applications"), _("looked at applications")),
    "notes": (_("looked at the notes about your work together"), _("looked at the notes")),
    "note": (_("read a note about your work together"), _("read a note")),
    "appointments": (_("looked at your appointments"), _("looked at the appointments")),
    "record": (_("looked at who opened what"), _("looked at this record")),
}
_DONE: Final[dict[str, tuple[str | Promise, str | Promise]]] = {
    "counseling asked for": (_("asked for a counselor"), _("asked for a counselor")),
    "counseling began": (_("became your counselor"), _("became the counselor")),
    "counseling declined": (_("declined your request"), _("declined the request")),
    "counseling paused": (_("closed everything for a while"), _("closed everything for a while")),
    "counseling goes on": (_("opened it again"), _("opened it again")),
    "counseling ended": (_("ended it"), _("ended it")),
    "note finished": (_("wrote a note about your work together"), _("finished a note")),
    "note amended": (_("amended a note"), _("amended a note")),
    "note entered in error": (_("marked a note as entered in error"), _("marked a note as entered in error")),
    "appointment booked": (_("booked an appointment"), _("booked an appointment")),
    "appointment asked for": (_("asked for an appointment"), _("asked for an appointment")),
    "appointment confirmed": (_("confirmed an appointment"), _("confirmed an appointment")),
    "appointment moved": (_("changed an appointment"), _("changed an appointment")),
    "appointment canceled": (_("canceled an appointment"), _("canceled an appointment")),
    "appointment kept": (
        _("wrote down that an appointment took place"),
        _("wrote down that an appointment took place"),
    ),
    "appointment missed": (
        _("wrote down that an appointment was missed"),
        _("wrote down that an appointment was missed"),
    ),
    "flag noted": (_("noted something to see to"), _("noted a flag")),
    "client handed over": (_("handed you over to another counselor"), _("handed the client over")),
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


def entries(events: Iterable[AuditEvent], *, for_client: bool = True) -> list[Entry]:
    """The lines, in words for the person whom the events are about, or for a supervisor."""
    return [
        Entry(
            event.at,
            named(event.actor),
            _words(event, 0 if for_client else 1),
            for_client and event.actor_id is not None and event.actor_id == event.person_id,
        )
        for event in events
    ]


def _words(event: AuditEvent, which: int) -> str:
    if event.action == "opened":
        return str(_OPENED.get(event.detail.get("part", ""), _OPENED["overview"])[which])
    if event.action in _CONSENT:
        scope = event.detail.get("scope", "")
        label = Scope(scope).label if scope in Scope.values else scope
        return str(_CONSENT[event.action]) % {"part": label}
    words = _DONE.get(event.action)
    return str(words[which]) if words else event.action
