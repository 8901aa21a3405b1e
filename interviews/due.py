"""What is due again: questions whose answer was weak, and good ones that were not told for a while."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Window

from accounts.models import User
from interviews.models import Answer, Feedback, Question, QuestionCard, Rating
from interviews.models.repetition import QuestionCardQuerySet


@dataclass(frozen=True)
class Due:
    """A question that is back, and what its last try came to, once its speaker has seen that."""

    question: Question
    due_at: datetime
    last: Answer | None
    feedback: Feedback | None

    @property
    def is_ready(self) -> bool:
        """Whether it comes back to stay fresh, and not because it was weak."""
        return self.feedback is not None and self.feedback.badge == Feedback.Badge.READY


def due_cards(user: User, *, now: datetime) -> QuestionCardQuerySet:
    """Cards that are due, of questions that may still be asked."""
    return QuestionCard.objects.owned_by(user).due(now).filter(question__in=Question.objects.open_to(user))


def due_again(user: User, *, now: datetime, most: int) -> list[Due]:
    """What has been due the longest first, in two queries."""
    return due_and_number(user, now=now, most=most)[0]


def due_and_number(user: User, *, now: datetime, most: int) -> tuple[list[Due], int]:
    """What has been due the longest first, and how many are due in all, in two queries."""
    tries = Answer.objects.owned_by(user).given().filter(question=OuterRef("question"))
    last = Subquery(tries.order_by("-given_at", "-pk").values("pk")[:1])
    rows = due_cards(user, now=now).select_related("question").annotate(last=last, number=Window(Count("pk")))
    cards = [*rows[:most]]
    answers = _seen().in_bulk([getattr(card, "last", 0) for card in cards])
    due = [_due(card, answers.get(getattr(card, "last", 0))) for card in cards]
    return due, getattr(cards[0], "number", 0) if cards else 0


def _due(card: QuestionCard, last: Answer | None) -> Due:
    feedback: Feedback | None = getattr(last, "feedback", None) if last and getattr(last, "is_seen", False) else None
    return Due(card.question, card.due_at, last, feedback)


def _seen() -> "QuerySet[Answer]":
    """Answers with whether their feedback was opened: it is shown after a rating of oneself, or without one."""
    rated = Exists(Rating.objects.filter(answer=OuterRef("pk"), rater=Rating.Rater.SELF))
    return Answer.objects.select_related("feedback").annotate(is_seen=Q(unrated_at__isnull=False) | Q(rated))
