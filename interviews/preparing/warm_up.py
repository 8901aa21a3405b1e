"""The evening before: three questions, no more."""

from collections.abc import Iterable
from typing import Final

from django.db.models import F, Q

from interviews.models import Interview, Question, QuestionCard

MOST: Final = 3
_OPENING: Final = (Question.Kind.ABOUT_YOU, Question.Kind.MOTIVATION)


def warm_up_questions(interview: Interview) -> list[Question]:
    """What was weak and comes back, then one about oneself, one of the job, one that asks why; in three queries."""
    return _first(_weak(interview), _usual(interview))


def _weak(interview: Interview) -> Iterable[Question]:
    """Questions whose time to be practiced again comes before the interview."""
    cards = QuestionCard.objects.owned_by(interview.owner).select_related("question")
    cards = cards.filter(Q(question__owner=interview.owner) | Q(question__owner=None, question__is_published=True))
    if interview.starts_at:
        cards = cards.filter(due_at__lte=interview.starts_at)
    return [card.question for card in cards.order_by("due_at", "pk")[: MOST - 1]]


def _usual(interview: Interview) -> list[Question]:
    bank = Question.objects.bank().order_by("position", "pk")
    of_job = bank.filter(role=interview.role).exclude(kind__in=_OPENING) if interview.role else bank.none()
    opening = [*bank.filter(kind__in=_OPENING).for_role(interview.role).order_by(F("role").asc(nulls_first=True), "pk")]
    about = next((one for one in opening if one.kind == Question.Kind.ABOUT_YOU), None)
    why = next((one for one in opening if one.kind == Question.Kind.MOTIVATION), None)
    others = [*(of_job if interview.role else bank.exclude(kind__in=_OPENING))[:MOST]]
    return [one for one in (about, *others[:1], why, *others[1:]) if one]


def _first(*groups: Iterable[Question]) -> list[Question]:
    found = {question.pk: question for group in groups for question in group}
    return [*found.values()][:MOST]
