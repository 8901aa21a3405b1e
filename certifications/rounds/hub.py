"""Where someone stands with their study: what to go on with, which exams there are questions for, what is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Min, Q

from accounts.models import User
from certifications.models import Attempt, ExamTarget, HeldCredential, PracticeSession, QuestionPlace
from certifications.rounds.cards import Pile, pile_of
from guides.models import Credential, Role

_RECENT = 5
_DONE = [HeldCredential.Stage.CERTIFIED, HeldCredential.Stage.GIVEN_UP]


@dataclass(frozen=True)
class Exam:
    """One exam with questions, and how far someone has come with them."""

    credential: Credential
    there_are: int
    tried: int
    exam_on: date | None
    held: int | None
    is_own: bool

    @property
    def width(self) -> str:
        """How much of the bar is full."""
        return f"{100 * self.tried / self.there_are:.2f}%"


@dataclass
class Hub:
    """Everything that the page shows."""

    exams: list[Exam]
    running: list[PracticeSession]
    recent: list[PracticeSession]
    pile: Pile

    @property
    def own(self) -> list[Exam]:
        """Exams of credentials that the person works towards, or that their target role asks for."""
        return [exam for exam in self.exams if exam.is_own]

    @property
    def others(self) -> list[Exam]:
        """All other exams."""
        return [exam for exam in self.exams if not exam.is_own]

    @property
    def is_new(self) -> bool:
        """Whether nothing was begun yet."""
        return not (self.running or self.recent or self.pile.total)


def hub_of(user: User, *, now: datetime) -> Hub:
    """The page, in a number of queries that does not grow."""
    sessions = PracticeSession.objects.owned_by(user).select_related("credential")
    counted = sessions.annotate(
        questions=Count("attempts"), answered=Count("attempts", filter=Q(attempts__answered_at__isnull=False))
    )
    finished = counted.filter(finished_at__isnull=False)
    return Hub(
        exams=_exams(user),
        running=[*counted.open()[:_RECENT]],
        recent=[*finished[:_RECENT]],
        pile=pile_of(user, now=now),
    )


def _exams(user: User) -> list[Exam]:
    places = QuestionPlace.objects.open()
    there_are = dict(places.order_by().values_list("credential").annotate(Count("pk")))
    told = Attempt.objects.owned_by(user).told().values("question")
    tried = dict(places.filter(question__in=told).order_by().values_list("credential").annotate(Count("pk")))
    on_the_way = HeldCredential.objects.owned_by(user).exclude(stage__in=_DONE).order_by("pk")
    held = dict(on_the_way.values_list("credential_id", "pk"))
    aimed_at = set(Credential.objects.filter(roles__targeted_by__user=user).values_list("pk", flat=True))
    days = dict(ExamTarget.objects.filter(held__holder=user).values_list("held", "exam_on"))
    # Job by job, as the catalogue has them: exams for the same job stand together.
    listed = Credential.objects.filter(pk__in=there_are).annotate(first_job=Min("roles__position"))
    return [
        Exam(
            row,
            there_are[row.pk],
            tried.get(row.pk, 0),
            days.get(held.get(row.pk, 0)),
            held.get(row.pk),
            row.pk in held or row.pk in aimed_at,
        )
        for row in listed.order_by(F("first_job").asc(nulls_last=True), "position", "name")
    ]


def roles_of(user: User) -> list[Role]:
    """Roles whose words are worth learning: the one aimed at, and those of credentials kept or worked towards."""
    wanted = Q(targeted_by__user=user) | Q(credentials__held_by__holder=user)
    return [*_once(Role.objects.filter(wanted).order_by("title"))]


def _once(roles: Iterable[Role]) -> Iterable[Role]:
    return {role.pk: role for role in roles}.values()
