"""What answers to the questions of the bank sound like, and how near an answer comes to that, word by word."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from interviews.feedback import meaning, tables
from interviews.feedback.words import words_of

Bag = Mapping[str, float]

_NEIGHBOURS: Final = 6
_MOST_LETTERS: Final = 20_000
_TAILS: Final = ("ing", "ed", "es", "s", "ly")
_STEM: Final = 3


def stem(low: str) -> str:
    """A word without its ending."""
    for tail in _TAILS:
        if low.endswith(tail) and len(low) - len(tail) > _STEM:
            return low[: -len(tail)]
    return low


def bag_of(text: str) -> Bag:
    """The words of a text, rare ones weighing more; of length 1."""
    rare: Mapping[str, float] = tables.coefficients("sounds")["rare"]
    count = Counter(stem(word.low) for word in words_of(text[:_MOST_LETTERS]))
    weighed = {word: math.log1p(times) * rare[word] for word, times in count.items() if word in rare}
    length = math.sqrt(sum(value * value for value in weighed.values()))
    return {word: value / length for word, value in weighed.items()} if length else {}


def clues_of(question: str, text: str) -> dict[str, float]:
    """How near an answer is to its question, and to what answers to questions like it sound like."""
    bag = bag_of(text)
    cues, asked, neighbours = _asked(question)
    own = _dot(bag, cues)
    others = _all_near(bag)
    values = {
        "words_like_question": 3 * _dot(bag, asked),
        "words_like_cues": 3 * own,
        "words_nearer_others": 3 * sum(value > own for value in others) / len(others),
    }
    return values | meaning.clues_of(question, neighbours, text)


@cache
def _bank() -> tuple[list[Bag], list[Bag], dict[str, list[tuple[int, float]]]]:
    """Bags of questions and cues, and where each word stands among the cues."""
    known: dict[str, Any] = tables.coefficients("sounds")
    questions = [bag_of(text) for text in known["questions"]]
    cues = [bag_of(f"{text} {cue}") for text, cue in zip(known["questions"], known["cues"], strict=True)]
    index: dict[str, list[tuple[int, float]]] = {}
    for number, cue in enumerate(cues):
        for word, value in cue.items():
            index.setdefault(word, []).append((number, value))
    return questions, cues, index


def forget() -> None:
    """Read the bank anew: training changes it."""
    _bank.cache_clear()
    _neighbours.cache_clear()


def _asked(question: str) -> tuple[Bag, Bag, Mapping[int, float]]:
    near = _neighbours(question)
    total: defaultdict[str, float] = defaultdict(float)
    cues = _bank()[1]
    for number, weight in near.items():
        for word, value in cues[number].items():
            total[word] += weight * value
    length = math.sqrt(sum(value * value for value in total.values())) or 1.0
    return {word: value / length for word, value in total.items()}, bag_of(question), near


@lru_cache(maxsize=2000)
def _neighbours(question: str) -> dict[int, float]:
    """The questions of the bank most like this one, and how much each counts."""
    scores = meaning.nearness_of_questions(question)
    power = 3
    if scores is None:
        own, power = bag_of(question), 2
        scores = [_dot(own, other) for other in _bank()[0]]
    best = sorted(range(len(scores)), key=lambda number: -scores[number])[:_NEIGHBOURS]
    weights = {number: max(scores[number], 0.0) ** power for number in best}
    total = sum(weights.values())
    return {number: weight / total for number, weight in weights.items()} if total else {}


def _all_near(bag: Bag) -> list[float]:
    _, cues, index = _bank()
    scores = [0.0] * len(cues)
    for word, value in bag.items():
        for number, other in index.get(word, ()):
            scores[number] += value * other
    return scores


def _dot(one: Bag, other: Bag) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other.get(word, 0.0) for word, value in one.items())


def questions() -> Sequence[str]:
    """The questions of the bank that the engine knows."""
    known: list[str] = tables.coefficients("sounds")["questions"]
    return known
