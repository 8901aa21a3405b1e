"""What kind of question is asked, from its words: patterns first, weighed together with the words themselves."""

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final, cast

from interviews.feedback import tables
from interviews.feedback.result import Kind
from interviews.feedback.words import words_of

_MOST: Final = 600
# Less likely than this, the words do not say.
_LIKELY: Final = 0.4
# Clues that say nothing of the words.
_OF_ANY_WORDS: Final = frozenset({"always", "sentences"})


def kind_of(question: str) -> Kind | None:
    """The kind of a question; None where its words do not say."""
    clues = clues_of(question)
    model: Mapping[str, Any] = tables.coefficients("kinds")
    weights: Mapping[str, list[float]] = model["weights"]
    if not any(name in weights and value for name, value in clues.items() if name not in _OF_ANY_WORDS):
        return None
    kinds: list[str] = model["kinds"]
    sums = [
        sum(weights[name][number] * value for name, value in clues.items() if name in weights)
        for number in range(len(kinds))
    ]
    most = max(sums)
    best = kinds[sums.index(most)]
    chance = 1 / sum(math.exp(each - most) for each in sums)
    return cast("Kind", best) if chance >= _LIKELY else None


def clues_of(question: str) -> dict[str, float]:
    """The first pattern that fits, all that fit, the words, and how it begins and ends."""
    low = " ".join(question[:_MOST].lower().replace("’", "'").split())
    fitting = [kind for kind, pattern in tables.patterns("kinds").items() if pattern.search(low)]
    lows = [word.low for word in words_of(low)]
    values = {"always": 1.0} if lows else {}
    values |= {f"fits_{kind}": 1.0 for kind in fitting}
    if fitting:
        values[f"first_{fitting[0]}"] = 1.0
    values |= {f"word {one}": 0.5 for one in lows}
    values |= {f"words {one} {other}": 0.5 for one, other in pairwise(lows)}
    if lows:
        values[f"begins {' '.join(lows[:2])}"] = 0.5
        values["sentences"] = min(sum(low.count(mark) for mark in ".?!"), 4) / 4
        values["you"] = float(bool({"you", "your", "you're", "you've"} & set(lows)))
    return values
