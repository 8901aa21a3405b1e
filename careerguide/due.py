"""What comes due by the clock. Each task looks for what is due and marks it, so running it twice changes nothing."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import cast

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.actions import mail_notices
from careerguide.personal_data import erase_due
from caseloads.actions.flagging import raise_flags
from caseloads.actions.inviting import forget_old
from caseloads.actions.reminders import send_reminders as send_appointment_reminders
from certifications.actions.reminders import send_reminders
from guides.actions.publishing import publish_due, take_next_texts
from guides.notices import tell_of_changes
from interviews.actions.reminders import send_reminders as send_interview_reminders
from jobsearch.actions.reminders import send_reminders as send_search_reminders

logger = logging.getLogger("careerguide.due")


@dataclass(frozen=True)
class Outcome:
    """What one task did: how many things, or what went wrong."""

    name: str
    count: int
    failed: bool = False

    def __str__(self) -> str:
        return f"{self.name}: {'failed, see the log' if self.failed else self.count}"


def clear_sessions(now: datetime) -> int:
    """Remove sessions that have run out, and their lines in people's lists; the number of lines."""
    store = cast("type[SessionBase]", import_module(settings.SESSION_ENGINE).SessionStore)
    store.clear_expired()
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    removed: int = UserSession.objects.filter(~Exists(alive)).delete()[0]
    return removed


# In this order: what is published first is told of, and mailed, in the same run.
TASKS: list[tuple[str, Callable[[datetime], int]]] = [
    ("guides published", lambda now: publish_due(now=now)),
    ("next texts taken over", lambda now: take_next_texts(today=timezone.localdate(now))),
    ("guides told of", tell_of_changes),
    ("renewal reminders sent", send_reminders),
    ("interview reminders sent", send_interview_reminders),
    ("job search reminders sent", send_search_reminders),
    ("appointment reminders sent", send_appointment_reminders),
    ("flags raised or cleared", raise_flags),
    ("old invitations forgotten", forget_old),
    ("mails with notices sent", mail_notices),
    ("accounts erased", erase_due),
    ("ended sessions cleared", clear_sessions),
]


def run(now: datetime) -> Iterator[Outcome]:
    """Every task in turn; one that fails is written to the log and does not keep the others from running."""
    for name, task in TASKS:
        try:
            yield Outcome(name, task(now))
        except Exception:
            logger.exception("The task “%s” failed.", name)
            yield Outcome(name, 0, failed=True)
