"""The check of who may apply: what someone has, against each way to be allowed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """Something that a person has or has not; the same key is the same thing in every way."""

    key: str
    words: str
    how: str = ""


@dataclass(frozen=True)
class Way:
    """One way to be allowed to apply: all of its conditions must hold."""

    slug: str
    name: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Answer:
    """How far someone is on one way."""

    way: Way
    has: tuple[Condition, ...]
    missing: tuple[Condition, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def questions(ways: Iterable[Way]) -> list[Condition]:
    """What to ask: each thing once, in the order in which the ways name it; what every way wants comes last."""
    listed = [*ways]
    once: dict[str, Condition] = {}
    for way in listed:
        for condition in way.conditions:
            once.setdefault(condition.key, condition)
    everywhere = {key for key in once if all(_wants(way, key) for way in listed)}
    if len(listed) == 1:
        return [*once.values()]
    return sorted(once.values(), key=lambda condition: condition.key in everywhere)


def check(ways: Sequence[Way], have: Collection[str]) -> list[Answer]:
    """Every way with what is there and what is missing; open ways first, then those that miss least."""
    answers = [
        Answer(
            way,
            tuple(condition for condition in way.conditions if condition.key in have),
            tuple(condition for condition in way.conditions if condition.key not in have),
        )
        for way in ways
    ]
    return sorted(answers, key=lambda answer: len(answer.missing))


def _wants(way: Way, key: str) -> bool:
    return any(condition.key == key for condition in way.conditions)
