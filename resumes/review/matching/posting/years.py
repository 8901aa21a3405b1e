"""How many years of experience an advertisement asks for."""

import re
from collections.abc import Iterable, Iterator

from resumes.review.matching.posting.asking import Part

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_SPAN = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})\s*(?:\(\d+\)\s*)?(?:\+|plus|or more)?(?:\s*(?:-|–|to)\s*\d{{1,2}})?\s*\+?\s*"
    r"(years?|yrs?|months?)\b(?!\s*(?:of age|old))",
    re.IGNORECASE,
)
# Years that are a term or a deadline, and no experience.
_OTHER_SPAN = re.compile(r"\b(?:within|in|every|for|past|last|than|since|first|after|age)\s*$", re.IGNORECASE)
_MONTHS = 12
# So far back stands the word that says what a span is.
_REACH = 20
_MOST = 20


def years_of(parts: Iterable[Part]) -> int | None:
    """The most years that are a must; else the most that are asked for at all."""
    found = [(part.required, number) for part in parts if part.mode != "do" for number in _spans(part.text)]
    musts = [number for required, number in found if required]
    return max(musts) if musts else max((number for _required, number in found), default=None)


def _spans(text: str) -> Iterator[int]:
    for found in _SPAN.finditer(text):
        number = int(found[1]) if found[1].isdigit() else _NUMBERS[found[1].casefold()]
        years = round(number / _MONTHS) if found[2].casefold().startswith("m") else number
        before = text[max(0, found.start() - _REACH) : found.start()]
        if 0 < years <= _MOST and ("+" in found[0] or not _OTHER_SPAN.search(before)):
            yield years
