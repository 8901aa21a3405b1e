"""Keep a rating."""

from datetime import datetime

from django.db import IntegrityError, transaction

from interviews.models import Rating


def keep_rating(rating: Rating, *, now: datetime) -> None:
    """Keep it. Where the same form was sent twice in one moment, the first stands."""
    rating.made_at = now
    try:
        with transaction.atomic():
            rating.save()
    except IntegrityError:
        if not rating._state.adding:
            raise
