"""Everything that the page of progress shows, in a number of queries that does not grow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from guides.models import Role, TargetRole
from interviews.feedback import carrying
from interviews.feedback.comparing import compare
from interviews.models import Answer, Competency, Feedback, Question, QuestionCompetency
from interviews.models.question import QuestionQuerySet
from interviews.page.saying import say
from interviews.progress.reading import Block, Often, Row, Try, blocks_of, first_and_last, often, rows_of
from interviews.progress.tries import MOST, narrowed, seen_answers, tries_of
from interviews.progress.words import CODES, badge_words, day_words, often_words, picture_words, row_words

DAYS = (30, 90)
# So many answers stand in a table that nobody asked for.
FEW = 50


@dataclass(frozen=True)
class Wanted:
    """Which answers to look at."""

    role: Role | None = None
    days: int | None = None
    # Whether the tables behind the pictures are open, for printing.
    is_open: bool = False

    @property
    def query(self) -> str:
        """What follows the address of the page."""
        asked = {
            "role": self.role.slug if self.role else "",
            "days": self.days or "",
            "tables": "open" if self.is_open else "",
        }
        return "?" + urlencode({key: value for key, value in asked.items() if value})


@dataclass(frozen=True)
class ShownTry:
    """One answer in the table behind the pictures."""

    one: Try
    about: str
    badge: str


@dataclass(frozen=True)
class ShownRow:
    """A competency: its name, the latest word, and the picture with its words."""

    row: Row
    name: str
    sentence: str
    picture: str


@dataclass(frozen=True)
class Change:
    """The first and the last try at one question."""

    first: Try
    last: Try
    first_words: str
    last_words: str
    said: Sequence[str]


@dataclass(frozen=True)
class Key:
    """What one mark means."""

    step: int
    name: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Choice:
    """One thing to narrow the page by, as a link."""

    words: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class ShownOften:
    """A note that came often."""

    code: str
    name: str
    words: str


@dataclass(frozen=True)
class ProgressPage:
    """The page."""

    user: User
    wanted: Wanted
    now: datetime

    @cached_property
    def tries(self) -> list[Try]:
        """The answers looked at, the newest first."""
        return tries_of(narrowed(seen_answers(self.user), self.wanted.role, self.wanted.days, now=self.now))

    @property
    def is_cut(self) -> bool:
        """Whether older answers are left out."""
        return len(self.tries) >= MOST

    @cached_property
    def has_any(self) -> bool:
        """Whether there are answers at all."""
        return bool(self.tries) or seen_answers(self.user).exists()

    @cached_property
    def names(self) -> dict[str, str]:
        """Competencies by slug, in the order of the bank."""
        return dict(Competency.objects.values_list("slug", "name"))

    @cached_property
    def rows(self) -> list[ShownRow]:
        """A picture for each competency that was practised."""
        return [
            ShownRow(row, self._name(row.slug), row_words(row, self.now), picture_words(row, self.now))
            for row in rows_of(self.tries, [*self.names])
        ]

    @property
    def is_drawn_cut(self) -> bool:
        """Whether a picture leaves older answers out."""
        return any(shown.row.is_cut for shown in self.rows)

    @property
    def table(self) -> list[ShownTry]:
        """The newest answers, and all of them where the table is open."""
        tries = self.tries if self.wanted.is_open else self.tries[:FEW]
        return [ShownTry(one, self._name(one.competency), badge_words(one)) for one in tries]

    @property
    def is_table_cut(self) -> bool:
        """Whether the table leaves answers out."""
        return not self.wanted.is_open and len(self.tries) > FEW

    def _name(self, slug: str) -> str:
        return self.names.get(slug) or _("Other questions")

    @property
    def key(self) -> list[Key]:
        """The three marks with their words."""
        return [Key(step, str(label), blocks_of(step)) for step, label in enumerate(Feedback.Badge.labels, start=1)]

    @cached_property
    def often(self) -> list[ShownOften]:
        """What the last answers were mostly told to do next."""
        return [_often(one) for one in often(self.tries) if one.code in CODES]

    @cached_property
    def changes(self) -> list[Change]:
        """What is different between the first and the last try at a question."""
        pairs = first_and_last(self.tries)
        keys = [one.pk for pair in pairs for one in pair]
        found = {one.answer_id: one for one in Feedback.objects.filter(answer__in=keys)}
        return [self._change(first, last, found[first.pk], found[last.pk]) for first, last in pairs]

    def _change(self, first: Try, last: Try, before: Feedback, after: Feedback) -> Change:
        said: list[str] = []
        # What an older engine said is not held against what a newer one says.
        if before.engine == after.engine:
            said = [say(one) for one in compare(carrying.from_plain(before.result), carrying.from_plain(after.result))]
        return Change(first, last, self._words(first), self._words(last), said)

    def _words(self, one: Try) -> str:
        return _("%(badge)s, %(day)s") % {"badge": badge_words(one), "day": day_words(one.at, self.now)}

    @cached_property
    def target(self) -> Role | None:
        """The role that the person is heading for."""
        aims = TargetRole.objects.owned_by(self.user).filter(role__in=Role.objects.published(self.now))
        aim = aims.select_related("role").first()
        return aim.role if aim else None

    @cached_property
    def role(self) -> Role | None:
        """The role for which the page says what is not practised yet."""
        return self.wanted.role or self.target

    @cached_property
    def missing(self) -> list[tuple[str, str]]:
        """What the role's interviews ask about and the person has never practised: slug and name."""
        if self.role is None:
            return []
        asked = _main_ones(Question.objects.bank().filter(role=self.role))
        answered = Answer.objects.owned_by(self.user).given().filter(question__isnull=False)
        done = _main_ones(Question.objects.filter(pk__in=answered.order_by().values("question")))
        return [(slug, name) for slug, name in self.names.items() if slug in asked - done]

    @cached_property
    def roles(self) -> list[Role]:
        """Roles that the person practised for."""
        answers = seen_answers(self.user).order_by()
        theirs = Q(pk__in=answers.values("session__role")) | Q(pk__in=answers.values("question__role"))
        return [*Role.objects.filter(theirs).order_by("title")]

    @cached_property
    def by_role(self) -> list[Choice]:
        """Links to one role each; none where there is nothing to choose from."""
        if len(self.roles) < 2 and not self.wanted.role:  # noqa: PLR2004 -- a choice takes two
            return []
        return [self._choice(role.title if role else _("All roles"), role=role) for role in (None, *self.roles)]

    @cached_property
    def by_time(self) -> list[Choice]:
        """Links to a stretch of time each."""
        found = [self._choice(_("All time"), days=None)]
        return [*found, *(self._choice(_("Last %(days)d days") % {"days": days}, days=days) for days in DAYS)]

    def _choice(self, words: str, **changed: object) -> Choice:
        wanted = replace(self.wanted, **changed)  # type: ignore[arg-type]
        return Choice(words, wanted.query, wanted == self.wanted)

    @property
    def print_query(self) -> str:
        """The address of the same page with its tables open."""
        return replace(self.wanted, is_open=True).query


def _often(one: Often) -> ShownOften:
    return ShownOften(one.code, str(CODES[one.code]), often_words(one))


def _main_ones(questions: QuestionQuerySet) -> set[str]:
    """What these questions ask about before anything else."""
    places = QuestionCompetency.objects.filter(question__in=questions).order_by("question", "position", "pk")
    main: dict[int, str] = {}
    for question, slug in places.values_list("question", "competency__slug"):
        main.setdefault(question, slug)
    return {*main.values()}
