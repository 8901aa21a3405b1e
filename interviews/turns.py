"""The questions of a session, each with its tries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accounts.models import User
from interviews.models import Answer, Feedback, PracticeSession, Rating
from interviews.models.session import InterviewSessionQuerySet


@dataclass(frozen=True)
class Turn:
    """One question of a session; its tries in their order."""

    position: int
    tries: Sequence[Answer]

    @property
    def newest(self) -> Answer:
        """The try that one is at."""
        return self.tries[-1]

    @property
    def given(self) -> Answer | None:
        """The last try that was handed in."""
        return next((answer for answer in reversed(self.tries) if answer.is_given), None)

    @property
    def is_rated(self) -> bool:
        """Whether its speaker rated the last try that was handed in, or went on without: feedback is shown then."""
        return self.given is not None and bool(self.given.unrated_at or getattr(self.given, "is_rated", False))

    @property
    def feedback(self) -> Feedback | None:
        """What was said about the last try that was handed in, once it may be shown."""
        return getattr(self.given, "feedback", None) if self.is_rated else None

    @property
    def is_done(self) -> bool:
        """Whether it was answered or skipped."""
        return self.given is not None or self.newest.skipped_at is not None

    @property
    def is_skipped(self) -> bool:
        """Whether it was passed over and never answered."""
        return self.given is None and self.newest.skipped_at is not None

    @property
    def is_draft(self) -> bool:
        """Whether something is written that was not handed in."""
        return not self.newest.is_given and bool(self.newest.text or self.newest.parts)


@dataclass(frozen=True)
class Turns:
    """All of them, as pages show where one is."""

    session: PracticeSession
    rows: Sequence[Turn]

    @property
    def total(self) -> int:
        """How many questions."""
        return len(self.rows)

    @property
    def done(self) -> int:
        """How many were answered or skipped."""
        return sum(row.is_done for row in self.rows)

    @property
    def is_through(self) -> bool:
        """Whether nothing is open."""
        return self.done == self.total

    @property
    def next_open(self) -> Answer | None:
        """The answer to go on with: the first of those still open."""
        return next((row.newest for row in self.rows if not row.is_done), None)

    def after(self, position: int) -> Answer | None:
        """The open answer after this place, or before it where none follows."""
        still = [row for row in self.rows if not row.is_done and row.position != position]
        later = [row for row in still if row.position > position]
        return (later or still)[0].newest if still else None


def turns_of(session: PracticeSession) -> Turns:
    """The questions of a session, in one query."""
    return Turns(session, turns(tries().filter(session=session)))


def tries() -> QuerySet[Answer]:
    """Answers as `turns` needs them, in their order."""
    rated = Rating.objects.filter(answer=OuterRef("pk"), rater=Rating.Rater.SELF)
    answers = Answer.objects.select_related("feedback", "question").annotate(is_rated=Exists(rated))
    return answers.order_by("position", "attempt")


def turns(answers: Iterable[Answer]) -> list[Turn]:
    """Answers in their order, question by question."""
    return [Turn(position, [*tries]) for position, tries in groupby(answers, key=lambda answer: answer.position)]


def counted(user: User) -> InterviewSessionQuerySet:
    """A person's sessions, each with how many questions it has and how many of them are done."""
    done = Q(answers__given_at__isnull=False) | Q(answers__skipped_at__isnull=False)
    return (
        PracticeSession.objects.owned_by(user)
        .select_related("role", "competency", "interview")
        .annotate(
            questions=Count("answers__position", distinct=True),
            done=Count("answers__position", filter=done, distinct=True),
        )
        .order_by("-started_at", "-pk")
    )
