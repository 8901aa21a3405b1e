"""Hand an answer in: from then on it stays as it is, with its feedback."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from interviews.actions.drafting import (
    Draft,
    NothingSaidError,
    TooLongError,
    TwoTextsError,
    save_draft,
)
from interviews.actions.feeding_back import keep_feedback, listen
from interviews.actions.finishing import finish_if_through
from interviews.actions.repeating import repeat
from interviews.models import Answer
from interviews.models.answer import LONGEST
from interviews.parts import merged
from plans.actions import did
from plans.models import Doing


def give(answer: Answer, draft: Draft, *, now: datetime) -> Answer:
    """Keep the answer for good, and what the engine says about it."""
    whole = _in_one_piece(answer, draft)
    # Before the transaction: reading takes longer than writing, and others wait for the lock.
    heard = listen(answer, whole.text, duration_s=whole.duration_s if whole.is_spoken else None)
    with transaction.atomic():
        kept = save_draft(answer, whole, now=now)
        if kept.is_given:  # sent twice
            return kept
        kept.given_at, kept.skipped_at = now, None
        kept.started_at = kept.started_at or now
        kept.save(update_fields=["given_at", "skipped_at", "started_at"])
        keep_feedback(kept, heard)
        owner, on = kept.session.owner, timezone.localdate(now)
        repeat(kept.question, owner=owner, now=now)
        did(owner, Doing.QUESTION_ANSWERED, f"answer:{kept.pk}", on=on, title=kept.asked)
        finish_if_through(kept.session, now=now)
    return kept


def _in_one_piece(answer: Answer, draft: Draft) -> Draft:
    """The boxes put together where the answer stands in them alone."""
    told = merged(answer.kind, draft.parts)
    text = draft.text.strip()
    if text and told:
        words = _("There are words in the boxes as well. Put them together first, or empty the boxes.")
        raise TwoTextsError(answer, words)
    if not text and not told:
        words = _(
            "There are no words here yet. Write what you would say, or what you said aloud, or skip the question."
        )
        raise NothingSaidError(answer, words)
    if len(told) > LONGEST:
        raise TooLongError(answer, _("Together the boxes are longer than an answer may be. Shorten one of them first."))
    return replace(draft, text=text or told, parts={})
