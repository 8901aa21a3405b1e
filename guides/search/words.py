"""What someone typed, as words to look for. Plain Python: no Django, no database."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’]")
# Completions of a word just begun, and corrections of one, that are looked at.
_MOST_BEGUN, _MOST_SLIPS = 40, 6
# From so many letters on a word may hold one slip, or two, or two with the first letter, or be another's beginning.
_ONE_SLIP, _TWO_SLIPS, _OTHER_BEGINNING, _BEGINNING = 4, 6, 8, 4
_SHORTEST_STEM = 3


def fold(text: str) -> str:
    """The text in small letters without accents, its words one space apart, everything else left out."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(_APOSTROPHE.sub("", text).lower()))


@dataclass(frozen=True)
class Query:
    """A question put to the search: all its words; those that say something; of these, those that may name a job."""

    words: tuple[str, ...]
    telling: tuple[str, ...]
    core: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words)


class Language:
    """How people ask, and the words that mean the same: built from `content/synonyms.yaml`."""

    def __init__(
        self,
        *,
        same: Iterable[Sequence[str]] = (),
        asks: Iterable[Mapping[str, Sequence[str] | str]] = (),
        topics: Iterable[str] = (),
        skip: Iterable[str] = (),
    ) -> None:
        groups = [tuple(fold(entry) for entry in group) for group in same]
        self._same = {_one(entry): tuple(_one(other) for other in group) for group in groups for entry in group}
        self._written = {_one(entry): entry for group in groups for entry in group}
        self.asks = [(frozenset(ask["words"]), str(ask["means"])) for ask in asks]
        self.topics = frozenset(topics)
        self.skip = frozenset(skip)
        self._phrases = [entry for group in groups for entry in group if " " in entry]

    @cached_property
    def _phrase(self) -> re.Pattern[str] | None:
        longest_first = sorted(self._phrases, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(longest_first)})\b") if longest_first else None

    def join(self, text: str) -> str:
        """The folded text with known phrases written as one word, as in “drug store” and “drugstore”."""
        folded = fold(text)
        return self._phrase.sub(lambda match: _one(match[0]), folded) if self._phrase else folded

    def read(self, text: str) -> Query:
        """The words of a question, and of these the ones that say what it is about."""
        words = tuple(dict.fromkeys(self.join(text).split()))[:MOST_WORDS]
        telling = tuple(word for word in words if word not in self.skip)
        for asked, means in self.asks:
            if asked <= set(words):
                telling = (*(word for word in telling if word not in asked), means)
        telling = tuple(dict.fromkeys(telling)) or words
        return Query(words, telling, tuple(word for word in telling if not self.is_topic(word)) or telling)

    def same_as(self, word: str) -> tuple[str, ...]:
        """The word, and words that mean the same."""
        return tuple(dict.fromkeys((word, *self._same.get(word, ()))))

    def meant_by(self, word: str) -> tuple[str, ...]:
        """The same for a word of a question: who asks for “fixing” means “repair” as well."""
        return self.same_as(word) if word in self._same else (word, *self._same.get(_bare(word), ()))

    def written(self, word: str) -> tuple[str, ...]:
        """The ways in which texts may say the word, phrases with their spaces."""
        ways = [way for same in self.meant_by(word) for way in (same, self._written.get(same, same))]
        return tuple(dict.fromkeys(ways))

    def is_topic(self, word: str) -> bool:
        """Whether the word asks for a part of a guide, such as its pay, whatever the job is called."""
        return any(variant in self.topics for variant in self.same_as(word))


def _bare(word: str) -> str:
    """The word without the end that says when, or how many."""
    return next((word.removesuffix(end) for end in ("ing", "ed", "s") if word.endswith(end)), word)


def _one(phrase: str) -> str:
    return phrase.replace(" ", "")


# How a word for the work becomes one for who does it: its end, and what may stand in its place.
_DOING = (
    ("ing", ("", "e", "er", "or", "ant")),
    ("logy", ("logist",)),
    ("graphy", ("grapher",)),
    ("ism", ("ist",)),
    ("ry", ("", "er")),
)
# A nursery is no nurse.
_NO_WORK = ("ery", "ary", "ory")


def doers(word: str) -> list[str]:
    """What someone may be called who does such work: carpentry is done by a carpenter. Not all of these are words."""
    if word.endswith(_NO_WORK):
        return []
    ways = ((word.removesuffix(end), others) for end, others in _DOING if word.endswith(end))
    called = (stem + other for stem, others in ways for other in others if len(stem) >= _SHORTEST_STEM)
    return [form for one in called for form in (one, f"{one}s")]


class Vocabulary:
    """Known words, found by how they begin or by what they were meant to be."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._sorted = sorted(self.words)
        self._by_length: dict[int, list[str]] = {}
        for word in self._sorted:
            self._by_length.setdefault(len(word), []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def begun_by(self, word: str) -> list[str]:
        """Known words that begin so."""
        start = bisect_left(self._sorted, word)
        found = []
        for known in self._sorted[start : start + _MOST_BEGUN]:
            if not known.startswith(word):
                break
            found.append(known)
        return found

    def slips(self, word: str) -> list[str]:
        """Known words one slip away, or two from six letters on; the likeliest first."""
        length = len(word)
        if length < _ONE_SLIP or word.isdigit():
            return []
        slips = 1 if length < _TWO_SLIPS else 2
        near = [known for size in range(length - slips, length + slips + 1) for known in self._by_length.get(size, ())]
        matches = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_SLIPS)
        # People rarely get the first letter wrong: a short word with that slip and another, such as “welder” for
        # “helper”, is another word.
        meant = [match for match in matches if match[1] == 1 or match[0][0] == word[0] or length >= _OTHER_BEGINNING]
        return [match[0] for match in sorted(meant, key=lambda match: (match[1], match[0][0] != word[0], match[0]))]

    def near(self, word: str, *, is_last: bool, is_right: bool = False) -> set[str]:
        """Known words it may stand for: itself, what it begins (the last one is still being typed), slips of it.

        A word that is right, because others know it, has no slips.
        """
        found = {word} & self.words
        if (is_last and len(word) > 1) or len(word) >= _BEGINNING:
            found.update(self.begun_by(word))
        if word not in self.words and not is_right:
            found.update(self.slips(word))
        return found
