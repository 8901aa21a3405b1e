"""Ask for a person's view of an answer, and return it; those concerned are told."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import notify
from accounts.notices import Kind
from interviews.models import ReviewRequest


@transaction.atomic
def ask(asked: ReviewRequest) -> None:
    """Keep the request, and tell the one it is asked of."""
    asked.save()
    if asked.asked_of:
        name = asked.asked_by.name or asked.asked_by.email
        notify(
            asked.asked_of,
            kind=Kind.REVIEW,
            title=_("%(name)s asks you to look at an interview answer") % {"name": name},
            body=asked.message,
            link=asked.get_absolute_url(),
            key=f"answer-asked:{asked.pk}",
        )


@transaction.atomic
def give_back(asked: ReviewRequest, *, verdict: ReviewRequest.Verdict, now: datetime) -> None:
    """Return it with a verdict, and tell the speaker."""
    asked.give_back(verdict, at=now)
    notify(
        asked.asked_by,
        kind=Kind.REVIEW,
        title=_("Your answer was looked at: %(verdict)s") % {"verdict": verdict.label.lower()},
        body=asked.answer.asked,
        link=asked.answer.get_absolute_url(),
        key=f"answer-returned:{asked.pk}",
    )
