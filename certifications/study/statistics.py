"""How well questions tell people apart, from each person's first answer to each.

Facility is the share of right answers. Discrimination is the point-biserial correlation, corrected for the question
itself: whether a person was right, against the share right in that person's first answers to all other questions. Both
are withheld under 20 first answers; a person with fewer than 5 other answers says nothing about discrimination.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation
from typing import Final

FEWEST_ANSWERS: Final = 20
FEWEST_OTHERS: Final = 5


@dataclass(frozen=True)
class FirstAnswer:
    """Whether someone was right the first time they met a question."""

    question: int
    person: Hashable
    is_correct: bool


@dataclass(frozen=True)
class ItemStatistics:
    """What is known of one question; None where too little is."""

    answers: int
    facility: float | None = None
    discrimination: float | None = None


def item_statistics(answers: Iterable[FirstAnswer]) -> dict[int, ItemStatistics]:
    """Statistics of every question that was answered."""
    rows = list(answers)
    of_person: dict[Hashable, tuple[int, int]] = defaultdict(lambda: (0, 0))
    of_question: dict[int, list[FirstAnswer]] = defaultdict(list)
    for row in rows:
        right, total = of_person[row.person]
        of_person[row.person] = (right + row.is_correct, total + 1)
        of_question[row.question].append(row)
    return {question: _statistics(own, of_person) for question, own in of_question.items()}


def _statistics(own: Sequence[FirstAnswer], of_person: dict[Hashable, tuple[int, int]]) -> ItemStatistics:
    if len(own) < FEWEST_ANSWERS:
        return ItemStatistics(len(own))
    facility = sum(row.is_correct for row in own) / len(own)
    pairs = []
    for row in own:
        right, total = of_person[row.person]
        others = total - 1
        if others >= FEWEST_OTHERS:
            pairs.append((float(row.is_correct), (right - row.is_correct) / others))
    return ItemStatistics(len(own), facility, _correlation(pairs))


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    if len(pairs) < FEWEST_ANSWERS:
        return None
    try:
        return correlation([first for first, _ in pairs], [second for _, second in pairs])
    except StatisticsError:  # everyone alike: nothing to tell apart
        return None
