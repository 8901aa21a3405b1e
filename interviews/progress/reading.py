"""What a row of tries tells: which step each came to, the latest word, what the notes are mostly about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

# What one line of a narrow picture has room for.
MOST_MARKS: Final = 20
# A number of so many is said with what it is a part of; of fewer it would sound like more than it is.
ENOUGH: Final = 10
MOST_CODES: Final = 3
MOST_PAIRS: Final = 5
READY: Final = "interview-ready"
_STEPS: Final = {"draft": 1, "getting-there": 2, READY: 3}
_TOP, _BLOCK = 4, 10


@dataclass(frozen=True)
class Try:
    """One answer that was given, and what its feedback came to."""

    pk: int
    # None where the question is gone.
    question: int | None
    asked: str
    # The main thing that the question asks about; empty where it is about none.
    competency: str
    badge: str
    next_step: str
    at: datetime

    @property
    def step(self) -> int:
        """One, two or three."""
        return _STEPS.get(self.badge, 1)

    @property
    def is_ready(self) -> bool:
        """Whether it could be said in the room."""
        return self.badge == READY


@dataclass(frozen=True)
class Block:
    """One of the three blocks of a mark, in pixels from above."""

    y: int
    is_full: bool


def blocks_of(step: int) -> list[Block]:
    """Three blocks, one above the other, as many of them full as there are steps."""
    return [Block(_TOP + (3 - number) * _BLOCK, is_full=number <= step) for number in (1, 2, 3)]


@dataclass(frozen=True)
class Mark:
    """One try in a picture: its step, and where it stands in per cent of the width."""

    step: int
    x: str


@dataclass(frozen=True)
class Row:
    """The tries at questions about one competency, the oldest first."""

    slug: str
    tries: Sequence[Try]

    @property
    def last(self) -> Try:
        """The newest."""
        return self.tries[-1]

    @property
    def ready(self) -> list[Try]:
        """Those that could be said in the room."""
        return [one for one in self.tries if one.is_ready]

    @property
    def drawn(self) -> Sequence[Try]:
        """Those that the picture has room for."""
        return self.tries[-MOST_MARKS:]

    @property
    def is_cut(self) -> bool:
        """Whether the picture leaves older ones out."""
        return len(self.tries) > MOST_MARKS

    @property
    def marks(self) -> list[Mark]:
        """One for each try that is drawn, side by side."""
        return [Mark(one.step, f"{100 * place / MOST_MARKS:g}%") for place, one in enumerate(self.drawn)]


def rows_of(tries: Iterable[Try], order: Sequence[str]) -> list[Row]:
    """A row for each competency in the order of the bank; what is about none stands last."""
    by_slug: dict[str, list[Try]] = {}
    for one in sorted(tries, key=lambda one: (one.at, one.pk)):
        by_slug.setdefault(one.competency if one.competency in order else "", []).append(one)
    return [Row(slug, by_slug[slug]) for slug in [*order, ""] if slug in by_slug]


@dataclass(frozen=True)
class Often:
    """A note that was the next step again and again."""

    code: str
    count: int
    # Of how many of the last answers; None where there are too few for that to mean much.
    of: int | None


def often(tries: Iterable[Try]) -> list[Often]:
    """What the last answers were mostly told to do next, the most frequent first."""
    last = sorted(tries, key=lambda one: (one.at, one.pk))[-ENOUGH:]
    of = ENOUGH if len(last) == ENOUGH else None
    found = Counter(one.next_step for one in last if one.next_step != "keep")
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Often(code, count, of) for code, count in ranked if count > 1][:MOST_CODES]


def first_and_last(tries: Iterable[Try]) -> list[tuple[Try, Try]]:
    """The first and the last try at each question that was tried more than once, what was tried last first."""
    by_question: dict[int, list[Try]] = {}
    for one in sorted(tries, key=lambda one: (one.at, one.pk)):
        if one.question is not None:
            by_question.setdefault(one.question, []).append(one)
    pairs = [(row[0], row[-1]) for row in by_question.values() if len(row) > 1]
    return sorted(pairs, key=lambda pair: (pair[1].at, pair[1].pk), reverse=True)[:MOST_PAIRS]


def wanting(code: str, tries: Iterable[Try]) -> list[int]:
    """Questions whose last try was told to do this next, the newest first."""
    last: dict[int, Try] = {}
    for one in sorted(tries, key=lambda one: (one.at, one.pk)):
        if one.question is not None:
            last.pop(one.question, None)
            last[one.question] = one
    return [question for question, one in reversed(last.items()) if one.next_step == code]
