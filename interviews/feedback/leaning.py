"""What a whole answer leans to, by words that answers about it were found to hold: a theme, or a kind of talk."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from interviews.feedback import sounds, tables, themes
from interviews.feedback.result import Kind
from interviews.feedback.words import Word

_OF_A_THEME: Final = 3.0
_OF_A_WORD: Final = 0.5
# More than this many themes of a question only blur it.
_MOST_ASKED: Final = 2
# Who somebody is, why they came and how something is done are no themes of stories, and have words of their own.
_WAYS: Final = "ways"
_OF_KIND: Final[Mapping[Kind, str]] = {
    "situational": _WAYS,
    "knowledge": _WAYS,
    "about-you": "about-you",
    "motivation": "motivation",
    "strength": "strength",
    "weakness": "weakness",
}
_NEAR_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "about-you": ("motivation", "strength"),
    "motivation": ("about-you",),
    "strength": ("about-you",),
}


def names() -> tuple[str, ...]:
    """Everything that an answer can lean to."""
    return (*themes.themes(), *dict.fromkeys(_OF_KIND.values()))


def meant_by(asked: Sequence[str], kind: Kind | None) -> Sequence[str]:
    """What an answer to a question about these themes, and of this kind, should lean to."""
    return [_OF_KIND[kind]] if kind and kind in _OF_KIND else asked[:_MOST_ASKED]


def near(name: str) -> Sequence[str]:
    """What serves as well."""
    known = themes.themes()
    return known[name].near if name in known else _NEAR_KINDS.get(name, ())


def clues_of(meant: Sequence[str], words: Sequence[Word]) -> dict[str, float]:
    """How far the answer leans to what is meant, and how far to something else."""
    if not meant:
        return {}
    leans = leanings(words)
    own = sum(leans[name] for name in meant) / len(meant)
    kin = {*meant, *(other for name in meant for other in near(name))}
    return {
        "leans": own,
        "leans_away": max(lean for name, lean in leans.items() if name not in kin) - own,
        "leans_rank": sum(lean > own for lean in leans.values()) / len(leans),
    }


def leanings(words: Sequence[Word]) -> dict[str, float]:
    """For each name how much more the answer leans to it than others do, in standard deviations."""
    model: Mapping[str, Any] = tables.coefficients("leaning")
    weights: Mapping[str, Sequence[float]] = model["weights"]
    sums = list(model["always"])
    for name, value in values_of(words).items():
        for number, weight in enumerate(weights.get(name, ())):
            sums[number] += weight * value
    return dict(zip(model["names"], sums, strict=True))


def values_of(words: Sequence[Word]) -> dict[str, float]:
    """Phrases by theme for their share of the answer, and words without their endings."""
    size = math.sqrt(len(words) + 20)
    values = {f"theme {name}": _OF_A_THEME * count / size for name, count in themes.shown(words).items()}
    count = Counter(sounds.stem(word.low) for word in words)
    return values | {f"word {stem}": _OF_A_WORD * math.log1p(times) for stem, times in count.items()}
