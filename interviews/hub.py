"""Where someone stands with their practice: what to go on with, what to choose from, what was weak."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, When, Window
from django.db.models.functions import RowNumber

from accounts.models import User
from guides.models import Role, TargetRole
from interviews.due import Due, due_and_number
from interviews.models import Answer, Competency, Interview, PracticeSession, Question, Story
from interviews.turns import Turns, counted, tries, turns

_FEW = 5


@dataclass(frozen=True)
class Hub:
    """Everything that the page shows."""

    roles: list[Role]
    competencies: list[Competency]
    coming: list[Interview]
    due: list[Due]
    due_number: int
    running: list[PracticeSession]
    past: list[Turns]
    stories: list[Story]
    own: list[Question]

    @property
    def aimed(self) -> list[Role]:
        """The target role, where it has questions of its own."""
        return [role for role in self.roles if getattr(role, "is_target", False)]

    @property
    def target(self) -> Role | None:
        """The same one, if any."""
        return next(iter(self.aimed), None)

    @property
    def others(self) -> list[Role]:
        """All other roles."""
        return [role for role in self.roles if not getattr(role, "is_target", False)]

    @property
    def is_new(self) -> bool:
        """Whether nothing was begun yet."""
        return not (self.running or self.past)


def target_of(user: User, *, now: datetime) -> Role | None:
    """The role that someone is heading for, while its guide is published."""
    aim = TargetRole.objects.owned_by(user).filter(role__in=Role.objects.published(now)).select_related("role").first()
    return aim.role if aim else None


@dataclass(frozen=True)
class LastPractice:
    """What someone practised last, and where it goes on."""

    turns: Turns

    @property
    def goes_on(self) -> Answer | None:
        """The question to answer next, while the session is open."""
        return None if self.turns.session.is_finished else self.turns.next_open


def last_practice(user: User) -> LastPractice | None:
    """The newest session, in two queries; nothing before the first one."""
    newest = with_badges(counted(user)[:1])
    return LastPractice(newest[0]) if newest else None


def hub_of(user: User, *, now: datetime) -> Hub:
    """The page, in a number of queries that does not grow."""
    sessions = with_badges(_newest(user))
    due, due_number = due_and_number(user, now=now, most=_FEW)
    return Hub(
        roles=_roles(user, now),
        competencies=_competencies(),
        coming=[*Interview.objects.owned_by(user).coming(now).select_related("role")[:_FEW]],
        due=due,
        due_number=due_number,
        running=[each.session for each in sessions if not each.session.is_finished],
        past=[each for each in sessions if each.session.is_finished],
        stories=[*Story.objects.owned_by(user).order_by("-changed_at")[:_FEW]],
        own=[*Question.objects.owned_by(user).order_by("-pk")[:_FEW]],
    )


def _newest(user: User) -> QuerySet[PracticeSession]:
    """The newest sessions that go on, and the newest that are finished."""
    place = Window(
        RowNumber(),
        partition_by=Case(When(finished_at=None, then=0), default=1, output_field=IntegerField()),
        order_by=["-started_at", "-pk"],
    )
    return counted(user).filter(
        pk__in=PracticeSession.objects.owned_by(user).alias(place=place).filter(place__lte=_FEW)
    )


def _roles(user: User, now: datetime) -> list[Role]:
    """Roles with questions of their own, by name, and which of them the person is heading for."""
    own = Count("interview_questions", filter=Q(interview_questions__in=Question.objects.bank()))
    aim = TargetRole.objects.owned_by(user).filter(role=OuterRef("pk"))
    rows = Role.objects.published(now).annotate(there_are=own, is_target=Exists(aim)).filter(there_are__gt=0)
    return [*rows.order_by("-is_target", "title")]


def _competencies() -> list[Competency]:
    own = Count("places", filter=Q(places__question__in=Question.objects.bank()))
    return [*Competency.objects.annotate(there_are=own).filter(there_are__gt=0)]


def with_badges(sessions: QuerySet[PracticeSession]) -> list[Turns]:
    """Sessions with their questions, each with what its last try came to."""
    rows = sessions.prefetch_related(Prefetch("answers", tries()))
    return [Turns(row, turns(row.answers.all())) for row in rows]
