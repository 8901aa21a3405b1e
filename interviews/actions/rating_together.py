"""What is written down while two people practise in one room."""

from datetime import datetime

from django.db import transaction

from interviews.actions.finishing import finish_if_through
from interviews.models import Answer, Rating


@transaction.atomic
def write_down(answer: Answer, rating: Rating | None, *, notes: str, now: datetime) -> None:
    """Keep notes and rating; without either, the question counts as passed over."""
    answer.notes = notes
    if rating:
        rating.made_at = now
        rating.save()
    was_asked = bool(notes.strip()) or rating is not None
    answer.started_at = answer.started_at or now
    answer.given_at, answer.skipped_at = (answer.given_at or now, None) if was_asked else (None, now)
    # Its speaker is not asked to rate it before a program's feedback: there is none.
    answer.unrated_at = answer.given_at
    answer.save(update_fields=["notes", "started_at", "given_at", "skipped_at", "unrated_at"])
    finish_if_through(answer.session, now=now)
