"""Begin a session with what is due again, or with what one note was mostly about."""

from datetime import datetime

from accounts.models import User
from interviews.actions.starting import begin_with
from interviews.due import due_again
from interviews.hub import target_of
from interviews.models import PracticeSession, Question
from interviews.progress.reading import wanting
from interviews.progress.tries import seen_answers, tries_of

# A sitting of a quarter of an hour or so.
MOST = 5


def begin_due(owner: User, *, now: datetime) -> PracticeSession | None:
    """What has been due the longest, in that order; None where nothing is."""
    return _begin([due.question for due in due_again(owner, now=now, most=MOST)], owner, now)


def begin_wanting(code: str, owner: User, *, now: datetime) -> PracticeSession | None:
    """Questions whose last answer was told to do this next; None where none was."""
    keys = wanting(code, tries_of(seen_answers(owner)))
    found = Question.objects.open_to(owner).in_bulk(keys)
    return _begin([found[key] for key in keys if key in found][:MOST], owner, now)


def _begin(questions: list[Question], owner: User, now: datetime) -> PracticeSession | None:
    if not questions:
        return None
    session = PracticeSession(occasion=PracticeSession.Occasion.AGAIN, role=target_of(owner, now=now), started_at=now)
    return begin_with(session, questions, owner=owner)
