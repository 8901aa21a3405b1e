"""The questions of one job as a reader asked for them: by type, by what they ask about."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy

from guides.filtered import Filtered
from guides.models import Role
from interviews.bank.kinds import ASKS, KindWords
from interviews.models import Competency, Question, QuestionCompetency

NAMES = {"type": gettext_lazy("Type"), "competency": gettext_lazy("What it asks about")}


@dataclass(frozen=True)
class Asked:
    """One question with what it asks about, the main thing first."""

    question: Question
    competencies: tuple[Competency, ...]

    @property
    def keys(self) -> Mapping[str, frozenset[str]]:
        """What the filters look at."""
        return {
            "type": frozenset({self.question.kind}),
            "competency": frozenset(competency.slug for competency in self.competencies),
        }


@dataclass(frozen=True)
class Group:
    """Questions of one type."""

    words: KindWords
    asked: list[Asked]


def asked_in(role: Role | None) -> list[Asked]:
    """What interviews for a role ask; without a role, what any employer may ask."""
    places = QuestionCompetency.objects.select_related("competency").order_by("position", "pk")
    questions = Question.objects.bank().of(role).order_by("position", "pk").prefetch_related(Prefetch("places", places))
    return [Asked(question, tuple(place.competency for place in question.places.all())) for question in questions]


@dataclass
class Browse(Filtered[Asked]):
    """The list, and the addresses of the other ways to see it."""

    names = NAMES

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """Every choice of both filters, in words."""
        found = {one.slug: one for row in self.rows for one in row.competencies}
        ordered = sorted(found.values(), key=lambda one: (one.position, one.name))
        return {
            "type": {kind: KindWords(kind).label for kind in ASKS},
            "competency": {one.slug: one.name for one in ordered},
        }

    @cached_property
    def groups(self) -> list[Group]:
        """What the filters let through, by type."""
        by_kind: defaultdict[str, list[Asked]] = defaultdict(list)
        for row in self.through:
            by_kind[row.question.kind].append(row)
        return [Group(KindWords(kind), by_kind[kind]) for kind in ASKS if by_kind[kind]]
