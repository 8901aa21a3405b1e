"""Numbers, before-and-after and measured change in the words of an outcome."""

from collections.abc import Sequence
from typing import Final

from interviews.feedback.labelling import Labelled
from interviews.feedback.result import Place
from interviews.feedback.words import Word

_NUMBERS: Final = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "dozen",
        "percent",
    ]
)
_CHANGES: Final = frozenset(
    ["half", "halved", "doubled", "tripled", "twice", "zero", "none", "quarter", "third", "double", "triple"]
)
# A number before one of these is a time of day or a name, and measures nothing.
_UNITS: Final = frozenset(
    [
        "minute",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "second",
        "seconds",
        "percent",
        "times",
        "points",
        "dollars",
        "people",
        "patients",
    ]
)
_ONE_OF: Final = frozenset({"minute", "hour", "day", "week", "month", "single", "error", "complaint", "mistake"})


def measures_in(words: Sequence[Word]) -> list[Place]:
    """Where something is measured."""
    return [Place(word.start, word.end) for at, word in enumerate(words) if _measures(words, at)]


def is_measure(words: Sequence[Word]) -> bool:
    """Is anything measured in these words?"""
    return bool(measures_in(words))


def quantified(labelled: Sequence[Labelled]) -> list[Place]:
    """The measures in the outcome; numbers elsewhere do not count."""
    return [place for each in labelled if each.label == "R" for place in measures_in(each.clause.words)]


def _measures(words: Sequence[Word], at: int) -> bool:
    low = words[at].low
    before = words[at - 1].low if at else ""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    if low[0].isdigit():
        return not _is_clock_or_name(low, before)
    if low in _NUMBERS:
        return before not in {"those", "these", "the", "us", "you", "of", "for"} or behind in _UNITS
    if low in _CHANGES:
        return not (low in {"second", "third", "quarter"} and before == "the" and behind != "of")
    if low in {"one", "1"}:
        return behind in _ONE_OF and before not in {"that", "this"}
    return (low in {"every", "no", "not"} and behind in {"single", "one"}) or (
        low == "within" and behind in {"the", "an", "a"}
    )


def _is_clock_or_name(low: str, before: str) -> bool:
    return (low.isdigit() and len(low) == len("2026") and low[:2] in {"19", "20"}) or before in {
        "room",
        "bay",
        "bed",
        "aisle",
        "unit",
        "schedule",
    }
