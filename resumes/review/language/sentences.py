"""Where sentences begin and end, in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumes.review import tables

# A full stop behind one of these ends no sentence.
_ABBREVIATIONS = tables.words("language/abbreviations")
_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9]|\s*$)")


@dataclass(frozen=True)
class Sentence:
    """A sentence, and where it stands in the text that it was taken from."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


def sentences(text: str) -> Iterator[Sentence]:
    """Cut running text at full stops, question marks and exclamation marks that end a sentence."""
    start = 0
    for end in _END.finditer(text):
        if _is_abbreviation(text[start : end.end()]):
            continue
        yield from _sentence(text, start, end.end())
        start = end.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    said = text[start:end]
    begins = start + len(said) - len(said.lstrip())
    if said.strip():
        yield Sentence(said.strip(), begins)


def _is_abbreviation(said: str) -> bool:
    last = re.search(r"(\S+?)\.$", said)
    if last is None:
        return False
    word = last[1].strip("(\"'“‘").lower()
    return word in _ABBREVIATIONS or bool(re.fullmatch(r"[a-z]", word))
