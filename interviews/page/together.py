"""A sitting of two people: its questions, and what was written down about each answer."""

from dataclasses import dataclass

from interviews.models import Answer, PracticeSession, Question, Rating
from interviews.page.ratings import SideBySide, side_by_side

# Ticked at first: one of each of so many types.
_PROPOSED = 5
_IN_VIEW = 4


@dataclass(frozen=True)
class Asked:
    """One question, its answer's notes and ratings."""

    answer: Answer
    table: SideBySide

    @property
    def is_open(self) -> bool:
        """Whether it was not asked yet."""
        return self.answer.given_at is None and self.answer.skipped_at is None


@dataclass(frozen=True)
class Sitting:
    """All of it, in the order in which it is asked."""

    session: PracticeSession
    asked: list[Asked]

    @property
    def total(self) -> int:
        """How many questions."""
        return len(self.asked)

    @property
    def next(self) -> Answer | None:
        """The question to ask next."""
        return next((each.answer for each in self.asked if each.is_open), None)

    @property
    def partners(self) -> list[str]:
        """Who asked."""
        return [*dict.fromkeys(rating.who for each in self.asked for rating in each.table.raters)]

    @property
    def partner(self) -> str:
        """Who asked last, so that the name is typed once."""
        return self.partners[-1] if self.partners else ""


def sitting_of(session: PracticeSession) -> Sitting:
    """In two queries, however many questions."""
    answers = session.answers.select_related("question").prefetch_related("ratings").order_by("position", "attempt")
    return Sitting(session, [Asked(answer, side_by_side(answer.ratings.all(), {})) for answer in answers])


@dataclass(frozen=True)
class Pick:
    """One question that can be chosen."""

    question: Question
    is_ticked: bool


@dataclass(frozen=True)
class Picks:
    """The questions of one type: the first ones in view, the rest behind a word."""

    name: str
    first: list[Pick]
    rest: list[Pick]

    @property
    def is_open(self) -> bool:
        """Whether something behind the word is ticked."""
        return any(pick.is_ticked for pick in self.rest)


def picks_of(questions: list[Question], ticked: set[str]) -> list[Picks]:
    """Type by type, those of a role before the general ones."""
    rows: dict[str, list[Pick]] = {}
    for question in questions:
        rows.setdefault(question.kind, []).append(Pick(question, str(question.pk) in ticked))
    names = dict(Question.Kind.choices)
    return [
        Picks(str(names[kind]), picks[:_IN_VIEW], picks[_IN_VIEW:])
        for kind, picks in sorted(rows.items(), key=lambda row: [*names].index(row[0]))
    ]


def proposed(questions: list[Question]) -> list[int]:
    """What is ticked at first: the first of each type."""
    firsts: dict[str, int] = {}
    for question in questions:
        firsts.setdefault(question.kind, question.pk)
    return [*firsts.values()][:_PROPOSED]


def rating_of(answer: Answer) -> Rating:
    """The partner's rating so far, or one to begin with."""
    kept = answer.ratings.filter(rater=Rating.Rater.PARTNER).first()
    return kept or Rating(answer=answer, rater=Rating.Rater.PARTNER)
