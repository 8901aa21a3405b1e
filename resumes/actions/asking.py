"""Ask for a person's review, and return it; those concerned are told."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.counselors import tell_who_asked, tell_who_is_asked
from resumes.models import ReviewRequest


@transaction.atomic
def ask(asked: ReviewRequest) -> None:
    """Keep the request, and tell the one it is asked of."""
    asked.save()
    tell_who_is_asked(asked, title=_("%(name)s asks you to read a document"), key="review")


@transaction.atomic
def give_back(asked: ReviewRequest, *, verdict: ReviewRequest.Verdict, now: datetime) -> None:
    """Return it with a verdict, and tell the writer."""
    asked.give_back(verdict, at=now)
    title, link = _("Your review is back: %(verdict)s"), asked.version.get_absolute_url()
    tell_who_asked(asked, title=title, about=str(asked.version), link=link, key="review")
