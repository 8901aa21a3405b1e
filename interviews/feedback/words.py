"""The words of a text, each with its place; the text itself is never changed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

# Digits, letters of any language, and what may stand inside a word or a number: o'clock, x-ray, 3,000, 5:40, and/or.
_WORD: Final = re.compile(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")
# Nobody says a word of more letters.
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Word:
    """A word: as it is compared, and where it stands."""

    low: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """All words in their order."""
    return tuple(
        Word(match[0][:_LONGEST].lower().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text)
    )


class Phrases:
    """Named lists of phrases, found in one walk over the words. A word that ends in * stands for what begins so."""

    _HEAD: Final = 2

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._open: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                parts = tuple(phrase.split())
                if not parts:
                    continue
                head = parts[0]
                if head.endswith("*"):
                    self._open.setdefault(head[: self._HEAD], []).append((parts, name))
                else:
                    self._exact.setdefault(head, []).append((parts, name))

    def found(self, words: Sequence[Word]) -> list[tuple[str, int, int]]:
        """Each hit as name, first word, and the word behind the last."""
        hits = []
        for at, word in enumerate(words):
            for parts, name in (*self._exact.get(word.low, ()), *self._open.get(word.low[: self._HEAD], ())):
                if self._stands(parts, words, at):
                    hits.append((name, at, at + len(parts)))
        return hits

    @staticmethod
    def _stands(parts: tuple[str, ...], words: Sequence[Word], at: int) -> bool:
        if at + len(parts) > len(words):
            return False
        for part, word in zip(parts, words[at : at + len(parts)], strict=True):
            if not (word.low.startswith(part[:-1]) if part.endswith("*") else word.low == part):
                return False
        return True
