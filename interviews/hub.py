"""Where someone stands with their practice: what to go on with, what to choose from, what was weak."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from accounts.models import User
from guides.models import Role, TargetRole
from interviews.due import Due, due_again, due_cards
from interviews.models import Answer, Competency, Interview, PracticeSession, Question, Story
from interviews.turns import Turns, counted, tries, turns

_FEW = 5


@dataclass(frozen=True)
class Hub:
    """Everything that the page shows."""

    target: Role | None
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
        return [role for role in self.roles if role == self.target]

    @property
    def others(self) -> list[Role]:
        """All other roles."""
        return [role for role in self.roles if role != self.target]

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
    target = target_of(user, now=now)
    sessions = counted(user)
    return Hub(
        target=target,
        roles=_roles(now, target),
        competencies=_competencies(),
        coming=[*Interview.objects.owned_by(user).coming(now).select_related("role")[:_FEW]],
        due=due_again(user, now=now, most=_FEW),
        due_number=due_cards(user, now=now).count(),
        running=[*sessions.open()[:_FEW]],
        past=with_badges(sessions.filter(finished_at__isnull=False)[:_FEW]),
        stories=[*Story.objects.owned_by(user).order_by("-changed_at")[:_FEW]],
        own=[*Question.objects.owned_by(user).order_by("-pk")[:_FEW]],
    )


def _roles(now: datetime, target: Role | None) -> list[Role]:
    """Roles with questions of their own, by name, the target role first."""
    own = Count("interview_questions", filter=Q(interview_questions__in=Question.objects.bank()))
    rows = Role.objects.published(now).annotate(there_are=own).filter(there_are__gt=0).order_by("title")
    return sorted(rows, key=lambda role: role != target)


def _competencies() -> list[Competency]:
    own = Count("places", filter=Q(places__question__in=Question.objects.bank()))
    return [*Competency.objects.annotate(there_are=own).filter(there_are__gt=0)]


def with_badges(sessions: QuerySet[PracticeSession]) -> list[Turns]:
    """Sessions with their questions, each with what its last try came to."""
    rows = sessions.prefetch_related(Prefetch("answers", tries()))
    return [Turns(row, turns(row.answers.all())) for row in rows]
