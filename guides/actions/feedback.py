"""What editors do with readers' words."""

from datetime import datetime

from django.db import models

from accounts.models import User
from guides.models import GuideFeedback


def deal_with(words: models.QuerySet[GuideFeedback], *, by: User, at: datetime) -> int:
    """Mark readers' words as dealt with; those that are already stay as they were."""
    return words.filter(handled_at__isnull=True).update(handled_at=at, handled_by=by)


def open_again(words: models.QuerySet[GuideFeedback]) -> int:
    """Put readers' words back into the queue."""
    return words.filter(handled_at__isnull=False).update(handled_at=None, handled_by=None)
