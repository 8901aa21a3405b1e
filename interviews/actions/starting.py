"""Begin a session: its questions are chosen once and stay."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import User
from interviews.candidates import candidates_for
from interviews.choosing import Wish, choose
from interviews.models import Answer, PracticeSession, Question


@transaction.atomic
def begin(session: PracticeSession, wish: Wish, *, owner: User, seed: int) -> PracticeSession | None:
    """A session with questions that fit the wish; None where there is none of this sort."""
    chosen = choose(candidates_for(owner, session.role), wish, seed=seed)
    found = Question.objects.in_bulk([one.pk for one in chosen])
    return begin_with(session, [found[one.pk] for one in chosen], owner=owner) if chosen else None


@transaction.atomic
def begin_with(session: PracticeSession, questions: Sequence[Question], *, owner: User) -> PracticeSession:
    """A session with exactly these questions. One for the same occasion that was begun and not touched goes."""
    User.objects.select_for_update().get(pk=owner.pk)
    PracticeSession.objects.owned_by(owner).open().untouched().filter(occasion=session.occasion).delete()
    session.owner = owner
    session.save()
    Answer.objects.bulk_create(
        Answer(session=session, question=one, asked=one.text, kind=one.kind, position=position)
        for position, one in enumerate(questions, start=1)
    )
    return session


def begin_one(question: Question, *, owner: User, now: datetime) -> PracticeSession:
    """A session of one question."""
    session = PracticeSession(occasion=PracticeSession.Occasion.ONE, role=question.role, started_at=now)
    return begin_with(session, [question], owner=owner)
