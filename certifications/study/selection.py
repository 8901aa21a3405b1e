"""Which questions come: how many of each part of an exam, and which ones of those that there are."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True)
class Paper:
    """How long a mock exam is, and how many of its questions each part gets."""

    numbers: dict[str, int]
    wanted: int
    left_out: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many questions it has."""
        return sum(self.numbers.values())

    @property
    def is_shorter(self) -> bool:
        """Whether it has fewer questions than the exam."""
        return self.total < self.wanted


@dataclass(frozen=True)
class Candidate:
    """A question that may come, how often its person has answered it, and whether they were right the last time."""

    pk: int
    domain: str
    times: int = 0
    last_correct: bool | None = None


def apportion(weights: Mapping[str, Decimal | Fraction], total: int) -> dict[str, int]:
    """Share out a number of questions by largest remainder; of equal remainders, the part named first goes first."""
    whole = sum((Fraction(weight) for weight in weights.values()), Fraction())
    if not whole or total <= 0:
        return dict.fromkeys(weights, 0)
    exact = {part: Fraction(weight) * total / whole for part, weight in weights.items()}
    numbers = {part: floor(share) for part, share in exact.items()}
    by_remainder = sorted(exact, key=lambda part: numbers[part] - exact[part])
    for part in by_remainder[: total - sum(numbers.values())]:
        numbers[part] += 1
    return numbers


def paper(weights: Mapping[str, Decimal], items: int, there_are: Mapping[str, int]) -> Paper:
    """The longest exam with the outline's shares for which there are questions enough.

    A part without any question is left out, and the others share its place.
    """
    known = {part: weight for part, weight in weights.items() if there_are.get(part)}
    left_out = tuple(part for part in weights if part not in known)
    for total in range(min(items, sum(there_are[part] for part in known)), 0, -1):
        numbers = apportion(known, total)
        if all(numbers[part] <= there_are[part] for part in known):
            return Paper(numbers, items, left_out)
    return Paper({}, items, left_out)


def minutes_for(questions: int, items: int, minutes: int) -> int:
    """The exam's time, cut as its questions are; a started minute is given."""
    return ceil(Fraction(minutes * questions, items))


def drawn(candidates: Iterable[Candidate], number: int, chance: random.Random) -> list[Candidate]:
    """Questions never answered first, then those missed the last time, then those answered least often."""
    rows = list(candidates)
    chance.shuffle(rows)
    return sorted(rows, key=lambda row: (row.times > 0, row.last_correct is True, row.times))[:number]


def drawn_paper(candidates: Sequence[Candidate], numbers: Mapping[str, int], chance: random.Random) -> list[Candidate]:
    """The questions of a mock exam, all parts mixed."""
    chosen = [
        row
        for part, number in numbers.items()
        for row in drawn((row for row in candidates if row.domain == part), number, chance)
    ]
    chance.shuffle(chosen)
    return chosen
