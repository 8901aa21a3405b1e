"""Bring questions back: a card is worked out anew from the tries at its question, so nothing is ever graded twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch

from accounts.models import User
from interviews.models import Answer, Interview, Question, QuestionCard, Rating
from interviews.returning import UNREAD, day_of, due_before, grade_of, is_weak
from kit.memory import BY_DAYS, Memory, graded

# Older tries tell little about how well a question is answered now.
_TRIES = 40


@transaction.atomic
def repeat(question: Question | None, *, owner: User, now: datetime) -> None:
    """Say when this question comes back to this person, after a try, a rating of oneself or the end of a session."""
    if question is None:
        return
    User.objects.select_for_update().get(pk=owner.pk)
    state = _remembered(_tries(owner, question))
    if not state:
        QuestionCard.objects.owned_by(owner).filter(question=question).delete()
        return
    card = QuestionCard(owner=owner, question=question, state=state)
    QuestionCard.objects.update_or_create(
        owner=owner, question=question, defaults={"state": state, "due_at": _due(card, _ahead(owner, now), owner)}
    )


@transaction.atomic
def repeat_before(owner: User, *, now: datetime) -> None:
    """Set the days of all cards anew, after an interview was planned, moved or cancelled."""
    User.objects.select_for_update().get(pk=owner.pk)
    ahead = _ahead(owner, now)
    moved = []
    for card in QuestionCard.objects.owned_by(owner).select_related("question"):
        due_at = _due(card, ahead, owner)
        if due_at != card.due_at:
            card.due_at = due_at
            moved.append(card)
    QuestionCard.objects.bulk_update(moved, ["due_at"])


def _tries(owner: User, question: Question) -> list[Answer]:
    own = Prefetch("ratings", Rating.objects.filter(rater=Rating.Rater.SELF), to_attr="own_ratings")
    answers = Answer.objects.owned_by(owner).given().filter(question=question, feedback__isnull=False)
    newest = answers.select_related("feedback").prefetch_related(own).order_by("-given_at", "-pk")[:_TRIES]
    return [answer for answer in reversed(newest) if answer.feedback.result.get("limit") not in UNREAD]


def _remembered(tries: Iterable[Answer]) -> dict[str, Any]:
    """What the scheduler keeps after these tries, and how the last one was graded; nothing where there were none."""
    memory: Memory | None = None
    grade = None
    for answer in tries:
        grade = grade_of(answer.feedback.badge, _own_steps(answer))
        at = answer.given_at or answer.feedback.made_at
        memory = graded(memory.state if memory else {}, grade, now=at, scheduler=BY_DAYS)
    return {"card": memory.state, "grade": int(grade)} if memory and grade else {}


def _own_steps(answer: Answer) -> list[int]:
    ratings: list[Rating] = getattr(answer, "own_ratings", [])
    return [getattr(rating, key) for rating in ratings for key in Rating.DIMENSIONS]


@dataclass(frozen=True)
class _Ahead:
    """The interviews that a person has before them, with what they practised for each."""

    interviews: list[Interview]
    practised: Mapping[int, frozenset[int]]

    def asking(self, question: Question) -> list[datetime]:
        """When those begin in which this question may come up."""
        return [one.starts_at for one in self.interviews if one.starts_at and self._may_ask(one, question)]

    def _may_ask(self, interview: Interview, question: Question) -> bool:
        anyone_asks = interview.role_id is None or question.role_id is None
        is_theirs = anyone_asks or interview.role_id == question.role_id
        return is_theirs or question.pk in self.practised.get(interview.pk, frozenset())


def _ahead(owner: User, now: datetime) -> _Ahead:
    interviews = [*Interview.objects.owned_by(owner).coming(now).filter(starts_at__isnull=False)]
    rows = Answer.objects.owned_by(owner).filter(session__interview__in=interviews, question__isnull=False)
    practised: dict[int, set[int]] = {}
    for interview, question in rows.order_by().values_list("session__interview", "question").distinct():
        practised.setdefault(interview, set()).add(question)
    return _Ahead(interviews, {key: frozenset(found) for key, found in practised.items()})


def _due(card: QuestionCard, ahead: _Ahead, owner: User) -> datetime:
    due = day_of(datetime.fromisoformat(card.state["card"]["due"]), owner.zone)
    if not is_weak(card.state["grade"]):
        return due
    return due_before(due, ahead.asking(card.question), owner.zone)
