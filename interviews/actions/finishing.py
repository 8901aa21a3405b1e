"""Close a session."""

from datetime import datetime

from django.db import transaction

from interviews.models import Answer, PracticeSession


@transaction.atomic
def finish_session(session: PracticeSession, *, now: datetime) -> None:
    """Close it as it is. The first time counts; drafts stay, and can still be handed in."""
    kept = PracticeSession.objects.select_for_update().get(pk=session.pk)
    if not kept.is_finished:
        kept.finished_at = now
        kept.save(update_fields=["finished_at"])


def finish_if_through(session: PracticeSession, *, now: datetime) -> None:
    """Close a session whose questions were all answered or skipped."""
    answers = Answer.objects.filter(session=session)
    if not answers.exclude(position__in=answers.done().values("position")).exists():
        finish_session(session, now=now)
