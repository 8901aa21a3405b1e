"""The sentences of an ad, without the page around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# Below these words stand other jobs, not this one.
_OTHER_JOBS = re.compile(
    r"^\W*(?:similar|related|recommended|more|other) (?:jobs|openings|positions)\b.*$|"
    r"^\W*(?:people also (?:viewed|searched)|jobs you (?:may|might) (?:like|be interested in)|you (?:may|"
    r"might) also like|"
    r"empleos (?:similares|relacionados))\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_SENTENCE = re.compile(r"(?<=[a-z)\d]{2}[.!?])\s+(?=[A-Z¡¿•$])|\s+[•|·]\s+|\n+")
_LONGEST_QUOTE = 120


@dataclass(frozen=True)
class Found(Generic[T]):
    """What was read, and the words of the ad that say so."""

    value: T
    quote: str


def own_part(text: str) -> str:
    """The ad without the other jobs that the page lists below it."""
    end = _OTHER_JOBS.search(text)
    return text[: end.start()] if end else text


def sentences(text: str) -> Iterator[str]:
    """The sentences and lines of an ad, down to where the page lists other jobs."""
    for sentence in _SENTENCE.split(own_part(text)):
        if plain := " ".join(sentence.split()):
            yield plain


def quoted(sentence: str, start: int = 0) -> str:
    """The sentence, or of a long one the words around the place."""
    if len(sentence) <= _LONGEST_QUOTE:
        return sentence
    begin = max(0, min(start - _LONGEST_QUOTE // 3, len(sentence) - _LONGEST_QUOTE))
    begin = sentence.rfind(" ", 0, begin) + 1
    piece = sentence[begin : begin + _LONGEST_QUOTE].rsplit(" ", 1)[0]
    return f"{'… ' if begin else ''}{piece} …"
