"""Words and their stems: what a search compares."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from resumes.review.matching.wordlists import entries_of, words_in

# A run of letters and digits with what belongs to it: driver's, C++, C#, .NET, P&L.
_WORD = re.compile(r"\.NET\b|\b[A-Z]{1,3}&[A-Z]{1,3}\b|[^\W_]+(?:['’´`][^\W\d_]+)*(?:\+\+|[+#](?!\w))?")
_QUOTES = str.maketrans("", "", "'’´`")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
# Words that say nothing about what is asked for.
STOP = words_in("noise.txt", "stop")
_SHORTEST = 3
_FAMILIES = "families.txt"
# Words that end as if they could be shortened, and cannot; and the stems of words whose family the endings do not show.
WHOLE = words_in(_FAMILIES, "whole")
IRREGULAR = {word: name for name, rest in entries_of(_FAMILIES) if name != "whole" for word in rest.split()}


@dataclass(frozen=True, slots=True)
class Word:
    """One word, as written and as compared."""

    text: str
    start: int
    plain: str
    stem: str

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


def words_of(text: str, *, start: int = 0) -> Iterator[Word]:
    """The words of a text, with their offsets counted from `start`."""
    for found in _WORD.finditer(text):
        plain = _plain(found[0])
        yield Word(found[0], start + found.start(), plain, stem(plain))


@lru_cache(maxsize=10_000)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a phrase in small letters, without apostrophes."""
    return tuple(_plain(found[0]) for found in _WORD.finditer(text))


def _plain(word: str) -> str:
    """The word in small letters, without apostrophes and accents."""
    word = word.translate(_QUOTES).casefold()
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


@lru_cache(maxsize=10_000)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a phrase that say something."""
    written = ((found[0], _plain(found[0])) for found in _WORD.finditer(text))
    return tuple(stem(plain) for word, plain in written if plain not in STOP or (len(word) == 1 and word.isupper()))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What words of one family share: manage, managed, managing, manager and management are “manag”."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not word.isalpha() or len(word) <= _SHORTEST:
        return _without_plural(word)
    word = _without_plural(word)
    if word in IRREGULAR:
        return IRREGULAR[word]
    for strip in (_without_tense, _without_noun):
        word = strip(word)
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def _without_plural(word: str) -> str:
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in WHOLE:
        return word
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _without_tense(word: str) -> str:
    """Without -ing and -ed, where a word is left."""
    if word in WHOLE:
        return word
    if word.endswith("ied") and len(word) > _SHORTEST + 1:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) >= _SHORTEST and _VOWEL.search(left):
            return left[:-1] if _DOUBLED.search(left) and len(left) > _SHORTEST else left
    return word


def _without_noun(word: str) -> str:
    """Without the ending that makes a noun of a verb."""
    if word in WHOLE:
        return word
    for ending in ("ation", "ment", "ance"):
        left = word.removesuffix(ending)
        if left != word and len(left) >= _SHORTEST + (ending != "ation"):
            return left
    if word.endswith(("tion", "sion")) and len(word) > _SHORTEST + 4:
        return word[:-3]
    if word.endswith("ate") and len(word) > _SHORTEST + 2:
        return word[:-3]
    if word.endswith("at") and len(word) > _SHORTEST + 2:
        return word[:-2]
    return word
