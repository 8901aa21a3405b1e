"""Pieces of notes: words short enough to be quoted, and the place of a clause."""

from collections.abc import Sequence
from typing import Final

from interviews.feedback.labelling import Labelled
from interviews.feedback.needs import Reading
from interviews.feedback.result import Note, Place
from kit.said import Said

_LONGEST_QUOTE: Final = 90


def quote(text: str) -> str:
    """Words short enough to stand inside a sentence."""
    words = " ".join(text.split()).strip(' .,;:“”"')
    if len(words) <= _LONGEST_QUOTE:
        return words
    return words[: words.rfind(" ", 0, _LONGEST_QUOTE) if " " in words[:_LONGEST_QUOTE] else _LONGEST_QUOTE] + " …"


def place_of(each: Labelled) -> Place:
    """Where a clause stands."""
    return Place(each.clause.start, each.clause.end)


def note(reading: Reading, code: str, said: Said, rule: str, places: Sequence[Place]) -> Note:
    """A note with the words it points at."""
    because = tuple(dict.fromkeys(quote(reading.facts.said(place)) for place in places))
    return Note(code, said, Said(rule), tuple(places), because)
