"""One question as its page shows it: what the interviewer is after, the stories that serve it, earlier answers."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch

from accounts.models import User
from interviews.models import Answer, Question, QuestionCompetency, Story
from interviews.models.question import QuestionQuerySet
from interviews.parts import Part, parts_for
from interviews.stories import Fit, fitting
from interviews.turns import Turn, Turns, tries, turns_of

_FEW = 10


def questions() -> QuestionQuerySet:
    """Questions with what they ask about."""
    places = QuestionCompetency.objects.select_related("competency").order_by("position", "pk")
    return Question.objects.select_related("role").prefetch_related(Prefetch("places", places))


def story_fits(user: User, question: Question | None) -> list[Fit]:
    """A person's stories that serve a question, the best first."""
    if question is None:
        return []
    return fitting(Story.objects.owned_by(user).prefetch_related("competencies"), question)


def past_answers(user: User, question: Question) -> list[Turn]:
    """What the person answered to it before, the newest first."""
    given = tries().filter(session__owner=user, given_at__isnull=False, question=question)
    return [Turn(answer.position, [answer]) for answer in given.order_by("-given_at")[:_FEW]]


@dataclass
class AnswerPage:
    """The page on which an answer is written."""

    answer: Answer
    user: User
    turns: Turns = field(init=False)
    question: Question | None = field(init=False)

    def __post_init__(self) -> None:
        self.turns = turns_of(self.answer.session)
        self.question = questions().filter(answers=self.answer).first()

    @property
    def is_live(self) -> bool:
        """Whether it is as in the room."""
        return self.answer.session.is_live

    @property
    def steps(self) -> list[Part]:
        """In which order this type of question is best answered."""
        return parts_for(self.answer.kind)

    @property
    def following(self) -> Answer | None:
        """The open answer that comes next."""
        return self.turns.after(self.answer.position)

    @cached_property
    def stories(self) -> list[Story]:
        """All stories of the person, by name."""
        return [*Story.objects.owned_by(self.user).prefetch_related("competencies")]

    @cached_property
    def fits(self) -> list[Fit]:
        """Those that serve the question, the best first."""
        return fitting(self.stories, self.question) if self.question else []

    @property
    def others(self) -> list[Story]:
        """The rest of the bank."""
        fitting_ones = {fit.story.pk for fit in self.fits}
        return [story for story in self.stories if story.pk not in fitting_ones]
