"""What is better not said to anyone: blame, and whatever tells who a patient is."""

import re
from collections.abc import Iterator
from typing import Final

from interviews.feedback import tables
from interviews.feedback.result import Note, Place
from kit.said import Said
from kit.said import gettext_noop as _

_CONDITION: Final = tables.patterns("warnings")["condition"].pattern
# A given name and a family name, and a title with a family name.
_FULL_NAME: Final = (
    r"(?:(?i:patient|resident|customer|client|named|called|name was|name is|gentleman|lady|woman|man|boy|girl),?\s+"
    r"(?!I\b)[A-Z][a-z]+\s+(?:[A-Z]\.\s+)?[A-Z][a-z]{2,})"
)
_TITLED: Final = r"\b(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z][a-z]{2,}"
_BIRTH: Final = (
    r"(?i:date of birth|born on|dob|birthday (?:is|was))\W+(?:\w+\W+){0,3}?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}\w*,?\s+\d{4})"
)
_PRIVATE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        _FULL_NAME,
        rf"{_TITLED}(?=[^.!?\n]{{0,120}}\b(?i:{_CONDITION})\b)",
        rf"\b(?i:{_CONDITION})\b[^.!?\n]{{0,120}}{_TITLED}",
        _BIRTH,
        r"(?i:\bmrn\b|medical record number|social security number)\W+(?:\w+\W+){0,2}\d{4,}",
    )
)
_BLAME: Final = tables.patterns("warnings")["blame"]
_MOST: Final = 20_000


def blames(text: str) -> list[Place]:
    """Where somebody else is run down."""
    found = _BLAME.finditer(text[:_MOST].replace("’", "'"))
    return [Place(match.start(), match.end()) for match in found]


def warnings_of(text: str) -> Iterator[Note]:
    """Private warnings, for the writer alone."""
    private = sorted({(match.start(), match.end()) for pattern in _PRIVATE for match in pattern.finditer(text[:_MOST])})
    if private:
        places = tuple(Place(start, end) for start, end in private)
        yield Note(
            "privacy",
            Said(
                _(
                    "“%(words)s” may tell who the patient is. Before you share this, say “a patient” or "
                    "change the detail."
                ),
                {"words": text[places[0].start : places[0].end]},
            ),
            Said(_("We look for a person’s name near an illness or a drug, for full names, and for dates of birth.")),
            places,
            tuple(text[place.start : place.end] for place in places),
        )
    if places := tuple(blames(text)):
        yield Note(
            "blame",
            Said(
                _(
                    "“%(words)s” may sound like blame. Say what happened and what you did; the listener will "
                    "draw the rest."
                ),
                {"words": text[places[0].start : places[0].end]},
            ),
            Said(_("We look for words that run down a person, an employer or the pay.")),
            places,
            tuple(text[place.start : place.end] for place in places),
        )
