"""How good an answer is, from 1 to 5, by what is there and what is missing."""

from collections.abc import Mapping
from typing import Final

from interviews.feedback import tables, warnings
from interviews.feedback.facts import Facts
from interviews.feedback.result import Badge

_BADGES: Final[Mapping[int, Badge]] = {
    1: "draft",
    2: "draft",
    3: "getting-there",
    4: "interview-ready",
    5: "interview-ready",
}
_WAYS: Final = frozenset({"situational", "knowledge"})
_TALK: Final = frozenset({"about-you", "motivation"})


def badge_of(quality: int) -> Badge:
    """The badge that people see."""
    return _BADGES[quality]


def clues_of(facts: Facts, *, on_topic: bool) -> dict[str, float]:
    """The parts of an answer as numbers."""
    words = len(facts.words)
    shares = facts.shares
    told = sum(shares[label] for label in "STAR")
    group = "ways" if facts.kind in _WAYS else "talk" if facts.kind in _TALK else "story"
    own = len(facts.own_steps)
    values = {
        "always": 1.0,
        "on_topic": float(on_topic),
        "situation": float(facts.has["situation"]),
        "task": float(facts.has["task"]),
        "result": float(facts.has["result"]),
        "own_steps": min(own, 4) / 4,
        "two_own_steps": float(own > 1),
        "no_own_step": float(own == 0),
        "quantified": float(facts.quantified),
        "reaction": float(facts.count("reaction", "R") > 0 or facts.count("quote", "R") > 0),
        "told": told / max(words, 1),
        "setup": (shares["S"] + shares["T"]) / max(told, 1),
        "result_words": min(shares["R"], 40) / 40,
        "action_words": min(shares["A"], 80) / 80,
        "very_short": float(words < 30),  # noqa: PLR2004
        "short": float(words < 60),  # noqa: PLR2004
        "very_long": float(words > 300),  # noqa: PLR2004
        "fillers": min(facts.per_hundred(len(facts.fillers)), 12) / 12,
        "hedges": min(facts.per_hundred(len(facts.hedges)), 12) / 12,
        "generic": facts.count("generic", "N") / max(len(facts.labelled), 1),
        "praise": min(facts.per_hundred(len(facts.places("praise"))), 20) / 20,
        "link": float(facts.count("link") > 0 or facts.count("wish") > 0),
        "empty": min(facts.empty_share, 0.5) * 2,
        "concrete": min(facts.per_hundred(len(facts.places("number")) + len(facts.places("place"))), 10) / 10,
    }
    if group != "story":
        values |= {f"{group}:{name}": value for name, value in list(values.items()) if name in _BY_GROUP}
    return values


_BY_GROUP: Final = (
    "always",
    "situation",
    "result",
    "own_steps",
    "told",
    "action_words",
    "link",
    "quantified",
    "short",
    "very_short",
    "concrete",
)


def quality_of(facts: Facts, *, on_topic: bool) -> int:
    """A whole number from 1 to 5."""
    values = clues_of(facts, on_topic=on_topic)
    model = tables.coefficients("quality")
    points = points_of(model["weights"], values)
    cuts: list[float] = model["cuts"]
    found = 1 + sum(points >= cut for cut in cuts)
    return max(1, min(found, ceiling(facts, on_topic=on_topic)))


def points_of(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
    """The parts, weighed."""
    return sum(weights.get(name, 0.0) * value for name, value in values.items())


def ceiling(facts: Facts, *, on_topic: bool) -> int:
    """What an answer cannot exceed, whatever its length and its words."""
    if not on_topic or _says_little(facts) or _only_blames(facts):
        return _LITTLE
    if facts.kind in _TALK or facts.kind in _WAYS:
        return _BEST
    if facts.kind == "behavioural" and not (facts.has["situation"] or facts.has["result"]):
        return _LITTLE
    return _BEST if facts.has["result"] else _WITHOUT_RESULT


def _only_blames(facts: Facts) -> bool:
    """What others did wrong, and no step of one's own."""
    return facts.kind == "behavioural" and not facts.own_steps and bool(warnings.blames(facts.text))


def _says_little(facts: Facts) -> bool:
    """Too short, made of words that fit any answer, or hardly anything of it told."""
    group = "talk" if facts.kind in _TALK else "ways" if facts.kind in _WAYS else "story"
    words = len(facts.words)
    told = sum(facts.shares[label] for label in "STAR") / max(words, 1)
    if group == "talk" and not told and words < _RAMBLE and not (facts.count("link") or facts.count("wish")):
        return True
    if words < _FEWEST_WORDS[group] or facts.empty_share > _MOST_EMPTY:
        return True
    if facts.kind == "about-you" and facts.life_per_hundred < _LEAST_LIFE:
        return True
    return group != "talk" and told < _LEAST_TOLD


# The shortest answer that people called better than little evidence has a few words more, and the emptiest is at 0.16.
_FEWEST_WORDS: Final = {"story": 30, "ways": 24, "talk": 40}
# Talk of this length that tells nothing and leads nowhere.
_RAMBLE: Final = 70
_MOST_EMPTY: Final = 0.2
_LEAST_TOLD: Final = 0.35
# Talk about oneself that people called better than little evidence has 2.5 and more.
_LEAST_LIFE: Final = 2.0
_LITTLE: Final = 2
_WITHOUT_RESULT: Final = 3
_BEST: Final = 5
