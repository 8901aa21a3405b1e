"""Who does something, and what kind of doing it is: the pronoun and the verb behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from interviews.feedback import tables
from interviews.feedback.words import Word

Doing = Literal["did", "was", "saw", "does", "is", "would", "learned"]


@dataclass(frozen=True, slots=True)
class Act:
    """A subject with its verb, by number of word."""

    who: str
    doing: Doing
    subject: int
    verb: int


_SELF: Final = frozenset({"i", "i'd", "i've", "i'm", "i'll", "im", "ive"})
_US: Final = frozenset({"we", "we'd", "we've", "we're", "we'll"})
_OTHERS: Final = frozenset(
    {"he", "she", "they", "it", "he'd", "she'd", "they'd", "he's", "she's", "they're", "it's", "they've"}
)
_MODALS: Final = frozenset(
    [
        "would",
        "could",
        "can",
        "will",
        "should",
        "might",
        "must",
        "shall",
        "wouldn't",
        "couldn't",
        "can't",
        "won't",
        "shouldn't",
        "cannot",
    ]
)
_BE: Final = frozenset(["am", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't", "weren't"])
_PAST_BE: Final = frozenset({"was", "were", "wasn't", "weren't"})
_HAVE: Final = frozenset({"have", "has", "had", "haven't", "hasn't", "hadn't"})
_LIGHT: Final = frozenset(
    [
        "then",
        "just",
        "also",
        "never",
        "always",
        "still",
        "really",
        "only",
        "first",
        "finally",
        "immediately",
        "um",
        "uh",
        "er",
        "like",
        "you",
        "know",
        "mean",
        "actually",
        "basically",
        "quickly",
        "quietly",
        "calmly",
        "slowly",
        "carefully",
        "personally",
        "even",
        "already",
        "again",
        "kind",
        "sort",
        "of",
        "kinda",
        "usually",
        "often",
        "ever",
        "either",
        "both",
        "simply",
        "all",
        "myself",
        "gently",
        "politely",
        "right",
        "away",
        "once",
        "too",
        "now",
        "did",
        "do",
        "didn't",
        "don't",
        "not",
    ]
)
_NOT_ED: Final = frozenset(["need", "speed", "feed", "seed", "bed", "red", "indeed", "hundred", "used"])


def is_past(low: str) -> bool:
    """A form such as "called" or "went"."""
    if low in tables.words("verbs", "irregular"):
        return True
    return low.endswith("ed") and len(low) > 3 and low not in _NOT_ED  # noqa: PLR2004 -- "bed" is none


def acts_of(words: Sequence[Word]) -> Iterator[Act]:
    """Each "I", "we" or "she" that has a verb behind it."""
    for at, word in enumerate(words):
        who = "i" if word.low in _SELF else "we" if word.low in _US else "they" if word.low in _OTHERS else ""
        if not who:
            continue
        verb = _verb_behind(words, at)
        if verb is not None:
            yield Act(who, _doing(words, at, verb), at, verb)


def _verb_behind(words: Sequence[Word], at: int) -> int | None:
    for place in range(at + 1, min(at + 6, len(words))):
        low = words[place].low
        if low not in _LIGHT or (low in {"like", "do", "did"} and place == at + 1):
            return place
    return None


def _doing(words: Sequence[Word], subject: int, verb: int) -> Doing:
    low, pronoun = words[verb].low, words[subject].low
    tail = pronoun.partition("'")[2]
    if low in _MODALS or tail == "ll" or (tail == "d" and not _is_participle(low)):
        return "would"
    if low in _BE or tail in {"m", "re"} or pronoun == "im":
        return "was" if low in _PAST_BE else "is"
    if low in _HAVE and verb + 1 < len(words) and _is_participle(words[verb + 1].low):
        low = words[verb + 1].low
    elif tail == "s" and not is_past(low):
        return "is"
    return _past(low) if is_past(low) or _is_participle(low) else _present(low)


def _is_participle(low: str) -> bool:
    return low in tables.words("verbs", "participles") or (low.endswith("ed") and low not in _NOT_ED)


def _past(low: str) -> Doing:
    if low in {"learned", "learnt"}:
        return "learned"
    if low in tables.words("verbs", "perceive"):
        return "saw"
    return "was" if low in tables.words("verbs", "state") else "did"


def _present(low: str) -> Doing:
    return "does" if low in tables.words("verbs", "do") or low.endswith("s") else "is"
