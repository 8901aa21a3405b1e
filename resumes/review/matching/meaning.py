"""Says the same in other words? Each word of the term must have one near in meaning in the sentence.

Whole sentences are compared badly by static word vectors: what is said with the term's own words in another sense comes
out nearest. Word by word they tell well, so that is what they are asked. Without them, words must look alike.
"""

from collections.abc import Sequence
from typing import Any

from rapidfuzz.distance import JaroWinkler

from kit import vectors
from resumes.review.matching.words import STOP, Word, words_of

# Words nearer than this mean the same; among our pairs the nearest that do not are at 0.31.
_NEAR = 0.45
_ALIKE = 0.92
_SAME_BEGINNING = 5
# A vector of a word of fewer letters says little.
_SHORTEST = 4
_MOST_REMEMBERED = 50_000
_remembered: dict[str, Any] = {}


def warm() -> None:
    """Load the vectors."""
    vectors.model()


def nearest(term: str, sentence: Sequence[Word]) -> list[int] | None:
    """For each word of the term the place of the one in the sentence that means the same; None where one has none."""
    asked = [word for word in words_of(term) if word.plain not in STOP]
    places: list[int] = []
    for word in asked:
        place = _place_of(word, sentence, places)
        if place is None:
            return None
        places.append(place)
    return places if len(places) > 1 else None


def _place_of(word: Word, sentence: Sequence[Word], taken: Sequence[int]) -> int | None:
    free = [place for place in range(len(sentence)) if place not in taken]
    same = next((place for place in free if sentence[place].stem == word.stem), None)
    if same is not None or len(word.plain) < _SHORTEST:
        return same
    scored = [(_nearness(word.plain, sentence[place].plain), place) for place in free]
    best, place = max(scored, default=(0.0, 0))
    return place if best >= 1 else None


def _nearness(one: str, other: str) -> float:
    """How near two words are; 1 or more is near enough."""
    if len(other) < _SHORTEST or other in STOP or one.startswith("non") != other.startswith("non"):
        return 0
    if vectors.model() is None:
        begins = one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]
        return JaroWinkler.similarity(one, other) / _ALIKE if begins else 0
    return float(_remembered[one] @ _remembered[other]) / _NEAR


def remember(words: Sequence[str]) -> None:
    """Look up the vectors of words, all at once, before they are compared."""
    model = vectors.model()
    if model is None:
        return
    if len(_remembered) > _MOST_REMEMBERED:
        _remembered.clear()
    unknown = [word for word in dict.fromkeys(words) if word not in _remembered]
    if unknown:
        _remembered.update(zip(unknown, model.embed(unknown, norm=True), strict=True))
