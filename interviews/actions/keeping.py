"""Let an interview go with everything that belongs to it."""

from django.db import transaction

from interviews.models import Interview
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
