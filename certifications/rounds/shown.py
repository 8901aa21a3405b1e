"""A question, or a whole round of them, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from certifications.models import Attempt, PracticeQuestion, PracticeSession
from certifications.study.scoring import Marked, PartResult, Result, is_late, result_of
from guides.models import Credential

LETTERS = "ABCDEF"
# The role whose questions a pharmacist checks.
PHARMACY = "pharmacy-technician"


@dataclass(frozen=True)
class Choice:
    """One answer of a question."""

    number: int
    letter: str
    text: str
    is_right: bool
    is_chosen: bool
    why_not: str


def choices_of(question: PracticeQuestion, chosen: int | None = None) -> list[Choice]:
    """The answers with their letters, and why each wrong one is wrong."""
    why_not = [*question.why_not, *[""] * len(question.choices)]
    return [
        Choice(number, LETTERS[number], text, number == question.answer, number == chosen, why_not[number])
        for number, text in enumerate(question.choices)
    ]


def review_word(credential: Credential) -> str:
    """What to say of a question that nobody of the profession has checked."""
    return unreviewed(is_pharmacy=credential.roles.filter(slug=PHARMACY).exists())


def unreviewed(*, is_pharmacy: bool) -> str:
    """The same, where it is known already whose question it is."""
    if is_pharmacy:
        return _("Not reviewed by a pharmacist")
    return _("Not reviewed by a member of the profession")


@dataclass
class Place:
    """One question's place in a round, for the numbers beside the page."""

    attempt: Attempt
    is_here: bool
    tells: bool

    @property
    def mark(self) -> str:
        """What it looks like."""
        if self.attempt.answered_at is None:
            return "open"
        if not self.tells:
            return "answered"
        return "right" if self.attempt.is_correct else "missed"

    @property
    def word(self) -> str:
        """The same in a word."""
        words = {"open": _("open"), "answered": _("answered"), "right": _("right"), "missed": _("missed")}
        return words[self.mark]


@dataclass
class Round:
    """A round with all its questions, in the order in which they come."""

    session: PracticeSession
    attempts: Sequence[Attempt]
    now: datetime
    names: dict[str, str]

    @property
    def total(self) -> int:
        """How many questions it has."""
        return len(self.attempts)

    @property
    def answered(self) -> int:
        """How many are answered."""
        return sum(row.answered_at is not None for row in self.attempts)

    @property
    def open(self) -> int:
        """How many are not."""
        return self.total - self.answered

    @property
    def width(self) -> str:
        """How much of the bar is full."""
        return f"{100 * self.answered / self.total:.2f}%" if self.total else "0%"

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.session.is_over(self.now)

    @property
    def seconds_left(self) -> int:
        """How long there is still time."""
        return max(0, int((self.session.ends_at - self.now).total_seconds())) if self.session.ends_at else 0

    @property
    def minutes_left(self) -> int:
        """The same in minutes, a started one included."""
        return -(-self.seconds_left // 60)

    def at(self, position: int) -> Attempt | None:
        """The question at a place."""
        return next((row for row in self.attempts if row.position == position), None)

    def next_open(self, after: int = 0) -> int | None:
        """The place of the next open question; from the start again where none follows."""
        places = [row.position for row in self.attempts if row.answered_at is None]
        return next((place for place in places if place > after), places[0] if places else None)

    def following(self, position: int) -> int | None:
        """The place after this one."""
        return position + 1 if position < self.total else None

    def places(self, here: int = 0) -> list[Place]:
        """The numbers beside the page; they tell right from wrong only where the answers were shown."""
        tells = not self.session.is_mock or self.session.is_finished
        return [Place(row, row.position == here, tells) for row in self.attempts]

    def name_of(self, domain: str) -> str:
        """The part's name."""
        return self.names.get(domain) or domain.replace("-", " ").capitalize() or _("Other questions")

    def is_late(self, row: Attempt) -> bool:
        """Whether the answer came after the time."""
        started, minutes = self.session.started_at, self.session.minutes
        return row.answered_at is not None and is_late(row.answered_at, started, minutes)

    @cached_property
    def result(self) -> Result:
        """How it went, part by part."""
        marked = (Marked(row.domain, row.is_correct, is_late=self.is_late(row)) for row in self.attempts)
        return result_of(marked, order=[*self.names])

    @property
    def parts(self) -> list[tuple[PartResult, str, str]]:
        """Each part with its name and the length of its bar."""
        return [(part, self.name_of(part.domain), f"{part.percent}%") for part in self.result.parts]

    def reviewed(self, show: str) -> list["Reviewed"]:
        """The questions with their answers: those missed, those flagged, or all."""
        rows = [Reviewed(row, choices_of(row.question, row.chosen), self.is_late(row)) for row in self.attempts]
        return [row for row in rows if row.is_of(show)]


@dataclass(frozen=True)
class Reviewed:
    """One question of a finished round."""

    attempt: Attempt
    choices: list[Choice]
    is_late: bool

    def is_of(self, show: str) -> bool:
        """Whether it is among those missed, those flagged, or all."""
        return {"missed": not self.is_right, "flagged": self.attempt.is_flagged}.get(show, True)

    @property
    def is_right(self) -> bool:
        """Whether it counted."""
        return self.attempt.is_correct is True and not self.is_late

    @property
    def word(self) -> str:
        """How it went, in a word."""
        if self.is_late:
            return _("after the time")
        if self.attempt.is_correct is None:
            return _("left open")
        return _("right") if self.attempt.is_correct else _("missed")


def round_of(session: PracticeSession, names: dict[str, str], *, now: datetime) -> Round:
    """The round with its questions, in one query."""
    attempts = session.attempts.select_related("question__source").order_by("position")
    return Round(session, [*attempts], now, names)
