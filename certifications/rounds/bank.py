"""The questions of one exam, with what one person has done with them so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from accounts.models import User
from certifications.models import Attempt, ExamOutline, ExamTarget, QuestionPlace
from certifications.study.selection import Candidate, Paper, minutes_for, paper
from guides.models import Credential


@dataclass(frozen=True)
class Part:
    """One part of an exam: how many questions there are, and how far someone has come with them."""

    slug: str
    name: str
    there_are: int
    tried: int
    right: int

    @property
    def width(self) -> str:
        """How much of the bar is full: questions that were right the last time."""
        return f"{100 * self.right / self.there_are:.2f}%" if self.there_are else "0%"


@dataclass
class Bank:
    """All published questions of an exam, and the outline of the day on which it is taken."""

    credential: Credential
    candidates: list[Candidate]
    flagged: frozenset[int]
    outline: ExamOutline | None
    day: date

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of the parts, in the outline's order."""
        return {row.slug: row.name for row in self.outline.domains.all()} if self.outline else {}

    @cached_property
    def parts(self) -> list[Part]:
        """The outline's parts, then those of questions that it does not name."""
        slugs = dict.fromkeys([*self.names, *sorted(row.domain for row in self.candidates)])
        return [self._part(slug) for slug in slugs]

    def _part(self, slug: str) -> Part:
        own = [row for row in self.candidates if row.domain == slug]
        tried = sum(row.times > 0 for row in own)
        return Part(slug, self.name_of(slug), len(own), tried, sum(row.last_correct is True for row in own))

    def name_of(self, slug: str) -> str:
        """The part's name, or its slug in words where the outline has no such part."""
        return self.names.get(slug) or slug.replace("-", " ").capitalize() or _("Other questions")

    @property
    def tried(self) -> int:
        """How many different questions were answered."""
        return sum(row.times > 0 for row in self.candidates)

    @property
    def right(self) -> int:
        """How many were right the last time."""
        return sum(row.last_correct is True for row in self.candidates)

    def chosen(self, domain: str, which: str) -> Iterator[Candidate]:
        """Questions of a part, or of all: new, missed the last time, flagged, or whatever comes."""
        for row in self.candidates:
            if domain in {"", row.domain} and self._is(which, row):
                yield row

    def _is(self, which: str, row: Candidate) -> bool:
        wanted = {
            "new": row.times == 0,
            "missed": row.last_correct is False,
            "flagged": row.pk in self.flagged,
        }
        return wanted.get(which, True)

    @cached_property
    def paper(self) -> Paper | None:
        """How a mock exam is made up; None where the outline or its number of questions is not known."""
        if self.outline is None or not self.outline.items:
            return None
        weights = {row.slug: row.weight for row in self.outline.domains.all()}
        there_are = {part.slug: part.there_are for part in self.parts}
        found = paper(weights, self.outline.items, there_are)
        return found if found.total else None

    @property
    def rows(self) -> list[tuple[str, int]]:
        """Names of the parts of a mock exam with their numbers of questions."""
        return [(self.name_of(slug), number) for slug, number in self.paper.numbers.items()] if self.paper else []

    @property
    def left_out(self) -> list[str]:
        """Names of the parts for which there is no question."""
        return [self.name_of(slug) for slug in self.paper.left_out] if self.paper else []

    @property
    def minutes(self) -> int | None:
        """The time for a mock exam; None where the exam's own is not known."""
        if self.outline is None or not self.outline.minutes or not self.outline.items or not self.paper:
            return None
        return minutes_for(self.paper.total, self.outline.items, self.outline.minutes)


def bank_of(credential: Credential, user: User, *, today: date) -> Bank:
    """The exam's questions, in a number of queries that does not grow with them."""
    history: dict[int, tuple[int, bool | None]] = {}
    attempts = Attempt.objects.owned_by(user).told().filter(question__places__credential=credential)
    for question, correct in attempts.order_by("answered_at").values_list("question_id", "is_correct"):
        history[question] = (history.get(question, (0, None))[0] + 1, correct)
    places = QuestionPlace.objects.open().filter(credential=credential)
    candidates = [
        Candidate(question, domain, *history.get(question, (0, None)))
        for question, domain in places.order_by("question__slug").values_list("question_id", "domain")
    ]
    flagged = frozenset(Attempt.objects.owned_by(user).flagged().values_list("question_id", flat=True))
    day = exam_day(credential, user, today=today)
    return Bank(credential, candidates, flagged, outline_on(credential, day), day)


def exam_day(credential: Credential, user: User, *, today: date) -> date:
    """The day for which one studies: the day one aims at where it is still to come, or today."""
    targets = ExamTarget.objects.filter(held__holder=user, held__credential=credential, exam_on__gte=today)
    first = targets.order_by("exam_on").values_list("exam_on", flat=True).first()
    return first or today


def outline_on(credential: Credential, day: date) -> ExamOutline | None:
    """What the exam asks on the day."""
    return ExamOutline.objects.filter(credential=credential).in_force_on(day).prefetch_related("domains").first()
