"""Ask for a person's view of an answer, and return it; those concerned are told."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.counselors import tell_who_asked, tell_who_is_asked
from interviews.models import ReviewRequest


@transaction.atomic
def ask(asked: ReviewRequest) -> None:
    """Keep the request, and tell the one it is asked of."""
    asked.save()
    tell_who_is_asked(asked, title=_("%(name)s asks you to look at an interview answer"), key="answer")


@transaction.atomic
def give_back(asked: ReviewRequest, *, verdict: ReviewRequest.Verdict, now: datetime) -> None:
    """Return it with a verdict, and tell the speaker."""
    asked.give_back(verdict, at=now)
    title, link = _("Your answer was looked at: %(verdict)s"), asked.answer.get_absolute_url()
    tell_who_asked(asked, title=title, about=asked.answer.asked, link=link, key="answer")
