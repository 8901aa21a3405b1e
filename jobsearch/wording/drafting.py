"""The first draft of a message: the frame of its kind with the facts that are known, and blanks for the others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from jobsearch.wording.frames import FRAMES
from kit.said import gettext_noop as _

# What stands in the blank where a fact is not known.
_UNKNOWN: Final = {
    "to": _("their name"),
    "me": _("your name"),
    "employer": _("the employer"),
    "job": _("the job"),
    "event": _("the event"),
    "starts": _("the day"),
    "applied": _("the day"),
    "hours": _("hours and shift"),
    "pay": _("the pay agreed"),
}


@dataclass(frozen=True)
class Draft:
    """What a message begins with."""

    subject: str
    text: str


def draft(kind: str, facts: Mapping[str, str], translate: Callable[[str], str] = str) -> Draft:
    """The draft for a kind; an empty fact becomes a blank that names it."""
    frame = FRAMES[kind]
    known = {name: facts.get(name) or f"[[{translate(blank)}]]" for name, blank in _UNKNOWN.items()}
    return Draft(translate(frame.subject) % known, translate(frame.text) % known)
