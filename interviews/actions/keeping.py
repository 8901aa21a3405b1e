"""Let an interview or a session go with everything that belongs to it."""

from datetime import datetime

from django.db import transaction

from interviews.actions.recordings import remove_recordings
from interviews.actions.repeating import repeat
from interviews.models import Interview, PracticeSession, Question, Recording
from plans.actions import leave_to_owner


def goal_key(interview: Interview) -> str:
    """The goal on the plan that an interview leads to."""
    return f"interview:{interview.pk}"


@transaction.atomic
def let_go(interview: Interview) -> None:
    """Delete it. Practice for it stays, so do the questions that were asked; the goal becomes the person's own."""
    notes = [note.get_absolute_url() for note in interview.employer_notes.all()]
    gone = [interview.get_absolute_url(), *notes]
    leave_to_owner(interview.owner, goal_key=goal_key(interview), gone=gone)
    interview.delete()


@transaction.atomic
def remove_session(session: PracticeSession, *, now: datetime) -> None:
    """Delete it with its answers now, and the recordings once that is sure; other tries say when a question returns."""
    remove_recordings(Recording.objects.filter(answer__session=session))
    questions = [*Question.objects.filter(answers__session=session).distinct()]
    session.delete()
    for question in questions:
        repeat(question, owner=session.owner, now=now)
