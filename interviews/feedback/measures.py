"""Numbers, before-and-after and measured change in the words of an outcome."""

from collections.abc import Sequence
from typing import Final

from interviews.feedback import tables
from interviews.feedback.labelling import Labelled
from interviews.feedback.result import Place
from interviews.feedback.words import Word

_NUMBERS: Final = tables.words("common", "numbers")
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
_OF_PERSONS: Final = frozenset({"those", "these", "the", "us", "you", "of", "for"})
_NAMES: Final = frozenset({"room", "bay", "bed", "aisle", "unit", "schedule", "lane", "row", "line", "step", "floor"})
_ONE_OF: Final = frozenset({"minute", "hour", "single", "error", "complaint", "mistake"})


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
        return not _is_clock_or_name(low, before) and not _is_hour(before, behind)
    if low in _NUMBERS or ("-" in low and any(part in _NUMBERS for part in low.split("-"))):
        return (before not in _OF_PERSONS or behind in _UNITS) and not _is_hour(before, behind) and before not in _NAMES
    if low in _CHANGES:
        return not (low in {"fifth", "third", "quarter"} and behind != "of")
    if low in {"one", "1"}:
        return behind in _ONE_OF and before not in {"that", "this"}
    if low == "first":
        return behind in {"try", "stick", "attempt"}
    return (low in {"every", "no", "not"} and behind in {"single", "one"}) or (
        low == "within" and behind in {"the", "an", "a"}
    )


def _is_hour(before: str, behind: str) -> bool:
    """Such as "by nine" and "two weeks later"."""
    return before in {"at", "by", "till", "until", "around"} and behind not in _UNITS


def _is_clock_or_name(low: str, before: str) -> bool:
    return (low.isdigit() and len(low) == len("2026") and low[:2] in {"19", "20"}) or before in _NAMES
