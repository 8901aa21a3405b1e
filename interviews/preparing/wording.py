"""Whether two questions ask the same in other words. Plain Python: texts in, a yes or no out."""

import re
from collections.abc import Iterable
from typing import Final, TypeVar

from rapidfuzz import fuzz

T = TypeVar("T")

# What frames a question and says nothing of what it asks.
_FRAME: Final = frozenset(
    re.findall(
        r"\w+",
        "a about an and any are as at be been can could describe did do does ever example explain for from give had "
        "has have how i if in is it me my of on or please share situation so tell that the there this time to us was "
        "we were what when where which who why will with would you your yourself",
    )
)
# Shares of words, and of letters within two words, from which on they count as the same.
_SAME_WORD: Final = 80
_SAME_QUESTION: Final = 0.65


def closest(text: str, known: Iterable[tuple[T, str]]) -> T | None:
    """The one of the known questions that asks the same; None where each asks something else."""
    words = _words(text)
    scored = ((_alike(words, _words(other)), thing) for thing, other in known)
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _SAME_QUESTION else None


def _words(text: str) -> frozenset[str]:
    """The words that carry the question; all of them where it has no others."""
    every = re.findall(r"[^\W_]+", text.lower().replace("’", "'"))
    return frozenset(word for word in every if word not in _FRAME) or frozenset(every)


def _alike(these: frozenset[str], those: frozenset[str]) -> float:
    if not these or not those:
        return 0.0
    met = sum(any(fuzz.ratio(word, other) >= _SAME_WORD for other in those) for word in these)
    back = sum(any(fuzz.ratio(word, other) >= _SAME_WORD for other in these) for word in those)
    return (met + back) / (len(these) + len(those))
