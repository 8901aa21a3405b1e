"""Read an answer anew with a newer engine."""

from datetime import datetime

from django.db import transaction

from interviews.actions.feeding_back import keep_feedback, listen
from interviews.actions.repeating import repeat
from interviews.models import Answer


def read_again(answer: Answer, *, now: datetime) -> None:
    """Replace what an older engine said; the words and their ratings stay."""
    heard = listen(answer, answer.text, duration_s=answer.duration_s if answer.is_spoken else None)
    with transaction.atomic():
        keep_feedback(answer, heard)
        repeat(answer.question, owner=answer.session.owner, now=now)
