"""The next try at a question: a new answer that begins with what was said last time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from interviews.actions.drafting import Draft
from interviews.actions.giving import give
from interviews.models import Answer, PracticeSession


class RetryError(Exception):
    """There is no next try yet, and the sentence says what to do first."""


@transaction.atomic
def begin_again(answer: Answer, *, text: str, now: datetime) -> Answer:
    """A draft of the next try, to be written or said; one that is there already stays as it is."""
    last = _last_try(answer)
    if last.is_given:
        return _next(last, text, now)
    if _is_begun(last) and text not in {last.text, answer.text}:
        raise RetryError(_("You began another try on another page already. Go on with that one."))
    return last if _is_begun(last) else _filled(last, text, now)


def try_again(answer: Answer, *, text: str, now: datetime) -> Answer:
    """Hand the next try in at once. Sending the same page twice makes no second one."""
    if text.split() == answer.text.split():
        raise RetryError(_("Nothing is changed yet. Change one thing, then get feedback on it."))
    if not text.strip():
        raise RetryError(_("There are no words here yet. Write what you would say, then get feedback on it."))
    last = answer.session.answers.filter(position=answer.position).latest("attempt")
    if last.is_given and last.pk != answer.pk and last.text.split() == text.split():
        return last
    # Not in one transaction: reading takes longer than writing, and what was begun is not lost if it fails.
    draft = begin_again(answer, text=text, now=now)
    return give(draft, Draft(text=text, parts=draft.parts, seen=draft.version), now=now)


def _last_try(answer: Answer) -> Answer:
    """The newest try; whoever asks waits for others who begin one at the same time."""
    PracticeSession.objects.select_for_update().get(pk=answer.session_id)
    return Answer.objects.filter(session=answer.session_id, position=answer.position).latest("attempt")


def _is_begun(draft: Answer) -> bool:
    return bool(draft.text or draft.parts)


def _filled(draft: Answer, text: str, now: datetime) -> Answer:
    draft.text, draft.saved_at, draft.started_at = text, now, draft.started_at or now
    draft.save(update_fields=["text", "saved_at", "started_at"])
    return draft


def _next(last: Answer, text: str, now: datetime) -> Answer:
    return Answer.objects.create(
        session=last.session,
        question=last.question,
        asked=last.asked,
        kind=last.kind,
        position=last.position,
        attempt=last.attempt + 1,
        text=text,
        story=last.story,
        started_at=now,
        saved_at=now,
    )
