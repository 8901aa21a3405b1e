"""Misspelled words: what the dictionary does not know is weighed against how often anyone writes it."""

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from resumes.review import tables
from resumes.review.language.verbs import form_of

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-zÀ-ÿ]+)*")
# Addresses are no words.
_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|net|edu|gov|io|dev|me|co|us)\b")

SHORTEST = 5  # Shorter words are too near to one another: "teh" and its like stand in the list of slips.
LONGEST = 28  # Longer runs of letters are no words, and would cost much to look at.
# Zipf: the tenth logarithm of how often a word is written in a billion; "the" has 7.7, "pharmacist" 3.5.
KNOWN_BY_USE = 2.6  # A word written this often is some name or term, unless a far more frequent one is a slip away.
RARE = 1.0  # Below this nobody writes it.
FREQUENT = 3.1  # What a slip is meant to be is written at least this often,
TIMES_MORE = 1.5  # and this much (about thirty times) more often than what stands there.
CAPITALIZED_LENGTH = 7  # A capital inside a line means a name; only a long word near a frequent one is asked about.
CAPITALIZED_FREQUENT = 3.8

_PREFIXES = tuple(tables.words("language/prefixes"))
_SUFFIXES = ("s", "es", "ed", "d", "ing", "er", "ers", "r", "rs", "ly", "ness", "able", "ist", "ists", "'s")


@dataclass(frozen=True)
class Slip:
    """A word that is probably misspelled, where it stands, and what may be meant."""

    word: str
    start: int
    correction: str
    # Whether the slip is plain; else the word is merely one to check.
    is_sure: bool


def warm() -> None:
    """Load the dictionary and the frequencies."""
    _dictionary(), _frequencies(), _slips(), _trade_words()


def common_slips() -> frozenset[str]:
    """Misspellings that no posting or role makes right."""
    return frozenset(_slips())


def slips(text: str, *, known: Collection[str] = (), all_capitals: bool = False) -> Iterator[Slip]:
    """Words of a line that are misspelled. `known` holds words of the role, the posting and names, in lower case."""
    hidden = re.sub(r"\S+", _without_addresses, text)
    for found in _TOKEN.finditer(hidden):
        word = re.sub(r"['’]s$|['’]$", "", found[0]).replace("’", "'")
        if word.lower() in known or not _is_to_check(hidden, found, word, all_capitals=all_capitals):
            continue
        is_inside = word[0].isupper() and not all_capitals and not _begins(hidden, found.start())
        slip = _weigh_capitalized(word.lower()) if is_inside else weigh(word.lower())
        if slip and (slip[1] or word[0].islower() or is_inside):
            yield Slip(word, found.start(), _like(word, slip[0]), slip[1])


def _without_addresses(found: re.Match[str]) -> str:
    """Blanks in place of an address, and of a word glued to digits."""
    if _ADDRESS.search(found[0]):
        return " " * len(found[0])
    return re.sub(r"\w+", lambda word: " " * len(word[0]) if re.search(r"\d", word[0]) else word[0], found[0])


def weigh(word: str) -> tuple[str, bool] | None:
    """What a word in lower case may be meant to be, and whether that is sure; None where the word is right."""
    if word in _slips():
        return _slips()[word], True
    if not SHORTEST <= len(word) <= LONGEST or _is_known(word):
        return None
    used = _zipf(word)
    best = nearest(word)
    if best and _zipf(best) >= max(FREQUENT, used + TIMES_MORE) and not _is_formed(word):
        return best, True
    if used >= RARE or _is_formed(word) or _is_joined(word):
        return None
    return _two_slips_away(word), False


def _weigh_capitalized(word: str) -> tuple[str, bool] | None:
    if word in _slips() and len(word) >= CAPITALIZED_LENGTH:
        return _slips()[word], True
    if not CAPITALIZED_LENGTH <= len(word) <= LONGEST or _is_known(word) or _zipf(word) >= RARE:
        return None
    best = nearest(word)
    return (best, False) if best and _zipf(best) >= CAPITALIZED_FREQUENT and not _is_formed(word) else None


def _is_to_check(text: str, found: re.Match[str], word: str, *, all_capitals: bool) -> bool:
    """Abbreviations, names with inner capitals and what belongs to an address are not words."""
    if word.isupper() and len(word) > 1:
        return all_capitals and len(word) >= CAPITALIZED_LENGTH
    if "'" in word or not word[1:].islower() or any(letter > "z" for letter in word.lower() if letter.isalpha()):
        return False
    before = text[max(0, found.start() - 1) : found.start()]
    behind = text[found.end() : found.end() + 1]
    return before not in {".", "_", "\\", "#", "@"} and behind not in {"_", "@", "+", "#"}


def _begins(text: str, start: int) -> bool:
    """Whether the word begins the line or a sentence, so that its capital says nothing."""
    before = text[:start].rstrip("\"'“‘([")
    return not re.search(r"\w", before) or bool(re.search(r"[.!?:•–—*|-]\s+$", before))


def _like(word: str, correction: str) -> str:
    if word.isupper():
        return correction.upper()
    return correction[:1].upper() + correction[1:] if word[0].isupper() else correction


def _is_known(word: str) -> bool:
    return word in _dictionary() or word in _trade_words()


@cache
def _dictionary() -> Collection[str]:
    from spellchecker import SpellChecker  # noqa: PLC0415 -- loads a dictionary

    words: dict[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return frozenset(words)


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 -- loads a table

    table: dict[str, float] = get_frequency_dict("en", "large")
    return table


@cache
def _slips() -> dict[str, str]:
    """Slips that are made again and again, some so often that they look like words."""
    return {wrong: right for wrong, _, right in (line.partition(" ") for line in tables.lines("language/misspellings"))}


@cache
def _trade_words() -> frozenset[str]:
    """Words of many trades: gathered from O*NET 29.3 (USDOL/ETA, CC BY 4.0), and our own."""
    return tables.words("language/trade_words")


def _zipf(word: str) -> float:
    used = _frequencies().get(word)
    return math.log10(used) + 9 if used else 0.0


def _is_formed(word: str) -> bool:
    """Whether it is a known word with a known beginning or end: "preauthorizations", "telecoached", "uncrated"."""
    if _stem(word):
        return True
    return any(
        word.startswith(prefix) and len(word) - len(prefix) > SHORTEST and _is_plain(word[len(prefix) :])
        for prefix in _PREFIXES
    )


def _is_joined(word: str) -> bool:
    """Whether it is two words that a line end or a habit joined: "doubleposting", "countertop"."""
    parts = ((word[:at], word[at:]) for at in range(SHORTEST - 1, len(word) - SHORTEST + 2))
    return any(
        min(_zipf(first), _zipf(second)) >= FREQUENT and first in _dictionary() and second in _dictionary()
        for first, second in parts
    )


def _is_plain(word: str) -> bool:
    return (_is_known(word) and _zipf(word) > RARE) or _stem(word)


def _stem(word: str) -> bool:
    if (form := form_of(word)) and form[0] in _dictionary() and not word.startswith(form[0] + form[0][-1] + "e"):
        return _rebuilds(word, form[0])
    return any(
        word.endswith(end) and len(word) - len(end) >= SHORTEST and word.removesuffix(end) in _trade_words()
        for end in _SUFFIXES
    )


def _rebuilds(word: str, base: str) -> bool:
    """Whether a rare past is formed by the rules."""
    return word in {f"{base}ed", f"{base}d"} and not re.search(r"[^aeiou][aeiou][bdglmnprt]ed$", word)


@lru_cache(maxsize=4096)
def nearest(word: str) -> str:
    """The most written word of the dictionary that is one slip away: a letter lost, added, changed or swapped."""
    words = _dictionary()
    near = (
        other
        for other in _one_slip_away(word)
        if other in words and other[:1] in {word[0], word[1]} and not _is_ending(word, other)
    )
    return max(near, key=_zipf, default="")


def _one_slip_away(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    lost = {before + behind[1:] for before, behind in cuts if behind}
    swapped = {before + behind[1] + behind[0] + behind[2:] for before, behind in cuts if len(behind) > 1}
    changed = {before + letter + behind[1:] for before, behind in cuts if behind for letter in _LETTERS}
    added = {before + letter + behind for before, behind in cuts for letter in _LETTERS}
    return lost | swapped | changed | added


def _is_ending(word: str, other: str) -> bool:
    """Whether the two differ by an ending alone: "subpanels" is no slip for "subpanel"."""
    short, long = sorted((word, other), key=len)
    return long.startswith(short) and long[len(short) :] in {"s", "d", "r", "y"}


@cache
def _by_beginning() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for word in _dictionary():
        if len(word) > CAPITALIZED_LENGTH and _zipf(word) >= FREQUENT:
            groups.setdefault(word[:2], []).append(word)
    return groups


def _two_slips_away(word: str) -> str:
    """For long words: the most written one that begins alike and is two slips away."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- seldom needed

    if len(word) <= CAPITALIZED_LENGTH:
        return ""
    near = (other for other in _by_beginning().get(word[:2], ()) if OSA.distance(word, other, score_cutoff=2) <= 2)  # noqa: PLR2004
    return max(near, key=_zipf, default="")
