"""Which questions a session asks: plain values in, plain values out, and the same ones for the same seed."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

QUICK, ROLE, COMPETENCY, INTERVIEW, WARM_UP = "quick", "role", "competency", "interview", "warm-up"
# What five minutes and the evening before have room for.
NUMBERS: Final = {QUICK: 2, WARM_UP: 3}
MOST: Final = 8
# A question of a line or so can be taken in at once.
_SHORT = 110
_QUICK_KINDS: Final = frozenset({"motivation", "strength", "weakness", "situational"})
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Candidate:
    """A question that could be asked."""

    pk: int
    kind: str
    # Slugs, the main one first.
    competencies: tuple[str, ...] = ()
    is_of_role: bool = False
    is_own: bool = False
    length: int = 60
    practised_at: datetime | None = None

    @property
    def main(self) -> str:
        """What it asks about before anything else."""
        return self.competencies[0] if self.competencies else ""


@dataclass(frozen=True)
class Wish:
    """What the questions are for. No kinds means all of them."""

    occasion: str
    number: int
    kinds: frozenset[str] = frozenset()
    competency: str = ""


Fits = Callable[[Candidate], bool]


def _kind(*kinds: str) -> Fits:
    return lambda one: one.kind in kinds


def _role_kind(*kinds: str) -> Fits:
    return lambda one: one.is_of_role and one.kind in kinds


def _short(*kinds: str) -> Fits:
    return lambda one: one.length <= _SHORT and one.kind in kinds


def _introduces(one: Candidate) -> bool:
    """Whether it asks who one is, and not for hours, pay or a gap: that is told once, and needs no story."""
    return one.kind == "about-you" and one.main in {"motivation", "role-knowledge"}


def _own(one: Candidate) -> bool:
    return one.is_own


def _any(_one: Candidate) -> bool:
    return True


_OF_ROLE: Final[Sequence[Fits]] = (
    _role_kind("behavioural"),
    _role_kind("situational"),
    _role_kind("knowledge"),
    _own,
    _kind("behavioural"),
)
# The places of a session in their order. What comes once stands before what is repeated until the session is full.
_ONCE: Final[dict[str, Sequence[Fits]]] = {
    QUICK: (
        _short("behavioural"),
        lambda one: one.length <= _SHORT and (_introduces(one) or one.kind in _QUICK_KINDS),
    ),
    WARM_UP: (_introduces, _kind("motivation"), _role_kind("behavioural")),
    INTERVIEW: (_introduces, _kind("motivation")),
}
_REPEATED: Final[dict[str, Sequence[Fits]]] = {
    ROLE: _OF_ROLE,
    INTERVIEW: (*_OF_ROLE, _kind("weakness"), _kind("strength")),
    COMPETENCY: (_kind("behavioural"), _kind("situational", "knowledge"), _own, _any),
}


def choose(candidates: Iterable[Candidate], wish: Wish, *, seed: int) -> list[Candidate]:
    """Questions for the occasion, none twice: those never practised first, then those practised longest ago."""
    left = [one for one in candidates if _may(one, wish)]
    # The order of the rows must not matter, only the seed.
    left.sort(key=lambda one: one.pk)
    random.Random(seed).shuffle(left)  # noqa: S311 -- a choice of questions is no secret
    number = min(NUMBERS.get(wish.occasion, wish.number), MOST)
    chosen: list[Candidate] = []
    _fill(chosen, left, _ONCE.get(wish.occasion, ()), number)
    repeated = _REPEATED.get(wish.occasion, (_any,))
    while len(chosen) < number and left:
        before = len(chosen)
        _fill(chosen, left, repeated, number)
        if len(chosen) == before:
            _fill(chosen, left, (_any,), number)
    return chosen


def _may(one: Candidate, wish: Wish) -> bool:
    if wish.kinds and one.kind not in wish.kinds:
        return False
    return wish.occasion != COMPETENCY or wish.competency in one.competencies


def _fill(chosen: list[Candidate], left: list[Candidate], places: Sequence[Fits], number: int) -> None:
    """One question for each place that one fits, as long as there is room."""
    for fits in places:
        if len(chosen) >= number:
            return
        fitting = [one for one in left if fits(one)]
        if fitting:
            found = min(fitting, key=lambda one: _rank(one, chosen))
            chosen.append(found)
            left.remove(found)


def _rank(one: Candidate, chosen: Iterable[Candidate]) -> tuple[datetime, bool]:
    """Longest ago first; among those alike, what the session does not ask about yet."""
    return one.practised_at or _NEVER, one.main in {other.main for other in chosen}
