"""Whether two ads are for one job, copied from two places."""

import hashlib
import re
from dataclasses import dataclass

from rapidfuzz import fuzz

_WORD = re.compile(r"[^\W_]+")
_FORMS = frozenset(
    [
        "inc",
        "incorporated",
        "llc",
        "llp",
        "lp",
        "ltd",
        "limited",
        "corp",
        "corporation",
        "co",
        "company",
        "plc",
        "pllc",
        "pc",
        "the",
        "of",
        "and",
        "group",
        "holdings",
    ]
)
# What makes another job of the same words.
_SHIFTS = re.compile(
    r"\b(?:overnights?|nights?|evenings?|days?|weekends?|part[- ]?time|full[- ]?time|prn|per[- ]diem|"
    r"first shift|second shift|"
    r"third shift|lead|senior|supervisor|trainee|intern|apprentice|i{1,3}|[123])\b",
    re.IGNORECASE,
)
_STORE = re.compile(
    r"\b(?:store|location|site|branch|req(?:uisition)?|job)\s*(?:id|no\.?|number)?\s*[:#]*\s*#?\s*(\d{2,})",
    re.IGNORECASE,
)
_KINDS_OF_NUMBERS = re.compile(r"\b(?:store|location|site|branch)\b", re.IGNORECASE)
_RUN = 3
_SAME_TITLE = 85
_SAME_EMPLOYER = 90
# So much of the shorter text stands in the longer one, which may hold the page around it too.
_SAME_TEXT = 0.55
# A shorter text proves nothing either way.
_TELLING = 25


@dataclass(frozen=True)
class Job:
    """What two ads are compared by."""

    title: str
    employer: str = ""
    place: str = ""
    text: str = ""
    hours: str = ""


def fingerprint(text: str) -> str:
    """The same for texts that differ in spaces, case and punctuation alone; empty for a text without words."""
    words = " ".join(_plain(text))
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def plain_employer(name: str) -> str:
    """The name without its legal form: “The Hill Pharmacy, Inc.” is “hill pharmacy”."""
    return " ".join(word for word in _plain(name) if word not in _FORMS)


def are_same(one: Job, other: Job) -> bool:
    """Whether a careful reader would take them for one job; where that is open, they are two."""
    if fingerprint(one.text) and fingerprint(one.text) == fingerprint(other.text):
        return True
    if not (_same_employer(one, other) and _same_title(one, other) and _same_place(one, other)):
        return False
    return _same_circumstances(one, other) and _same_text(one.text, other.text)


def _same_employer(one: Job, other: Job) -> bool:
    names = plain_employer(one.employer), plain_employer(other.employer)
    return all(names) and (names[0] == names[1] or fuzz.token_sort_ratio(*names) >= _SAME_EMPLOYER)


def _same_title(one: Job, other: Job) -> bool:
    titles = " ".join(_plain(one.title)), " ".join(_plain(other.title))
    return all(titles) and (fuzz.token_sort_ratio(*titles) >= _SAME_TITLE or _holds(*titles))


def _holds(one: str, other: str) -> bool:
    """Whether one title is the other with words behind it, such as the place; in between, they make another job."""
    words, more = sorted((set(one.split()), set(other.split())), key=len)
    longer, shorter = sorted((one.split(), other.split()), key=len, reverse=True)
    return len(words) > 1 and words <= more and (len(words) == len(more) or longer[: len(shorter)] == shorter)


def _same_place(one: Job, other: Job) -> bool:
    cities = [" ".join(_plain(place.partition(",")[0])) for place in (one.place, other.place)]
    return not all(cities) or cities[0] == cities[1]


def _same_circumstances(one: Job, other: Job) -> bool:
    """No other shift, grade or store."""
    if _shifts(one.title) != _shifts(other.title):
        return False
    hours = _shifts(one.hours), _shifts(other.hours)
    if all(hours) and not (hours[0] <= hours[1] or hours[1] <= hours[0]):
        return False
    stores = _stores(one.text), _stores(other.text)
    return not all(stores) or bool(stores[0] & stores[1])


def _shifts(words: str) -> frozenset[str]:
    return frozenset(found[0].casefold().replace(" ", "-").rstrip("s") for found in _SHIFTS.finditer(words))


def _stores(text: str) -> frozenset[str]:
    return frozenset(found[1] for found in _STORE.finditer(text) if _KINDS_OF_NUMBERS.match(found[0]))


def _same_text(one: str, other: str) -> bool:
    texts = _runs(one), _runs(other)
    shorter = min(map(len, texts))
    return shorter < _TELLING or len(texts[0] & texts[1]) / shorter >= _SAME_TEXT


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _plain(text)
    return frozenset(tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))


def _plain(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "").replace("'", ""))
