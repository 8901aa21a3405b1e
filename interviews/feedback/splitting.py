"""Cuts an answer into clauses; speech written down without a single full stop is cut at its joints."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from interviews.feedback import tables
from interviews.feedback.words import Word, words_of

# How a clause is set apart from the one before: by a full stop, inside a sentence, or inside speech without stops.
Join = Literal["stop", "comma", "flow"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its place in the text, closing punctuation with it, and its words."""

    start: int
    end: int
    words: tuple[Word, ...]
    join: Join


_STOP: Final = re.compile(r"[.!?…。！？]+[\"'”’)\]]*(?=\s|$)|\n+")
_ABBREVIATION: Final = tables.words("joints", "abbreviation")
# Sentences of more words than this are speech without stops.
_RUN_ON: Final = 45
_CONJUNCTIONS: Final = tables.words("joints", "conjunctions")
_SMALL: Final = tables.words("joints", "small")
_PRONOUNS: Final = tables.words("joints", "pronouns")
_DETERMINERS: Final = tables.words("joints", "determiners")
_TAKE_CLAUSES: Final = tables.words("joints", "take_clauses")
_BE: Final = tables.words("joints", "be")
_TOLD_WHOM: Final = tables.words("joints", "told_whom")
_TELL: Final = tables.words("joints", "tell")
_NOT_BEHIND_PRONOUN: Final = tables.words("joints", "not_behind_pronoun")
_SUBORDINATORS: Final = tables.words("joints", "subordinators")
_LEAST: Final = 3


def clauses_of(text: str) -> tuple[Clause, ...]:
    """All clauses in their order. Together they hold every word."""
    words = words_of(text)
    if not words:
        return ()
    sentences = list(_sentences(text, words))
    cuts: list[tuple[int, Join]] = []
    for first, last in sentences:
        cuts.append((first, "stop"))
        cuts.extend(_joints(text, words, first, last))
    edges = [*(at for at, _ in cuts), len(words)]
    return tuple(
        _clause(text, words, at, edges[number + 1], join, is_last=number + 1 == len(cuts))
        for number, (at, join) in enumerate(cuts)
    )


def _clause(text: str, words: Sequence[Word], first: int, last: int, join: Join, *, is_last: bool) -> Clause:
    start = _opening(text, words, first)
    end = len(text) if is_last else _opening(text, words, last)
    end = max(words[last - 1].end, start + len(text[start:end].rstrip()))
    return Clause(start, end, tuple(words[first:last]), join)


def _opening(text: str, words: Sequence[Word], at: int) -> int:
    """Where the clause that begins with this word begins: with the quotation mark or bracket before it."""
    floor = words[at - 1].end if at else 0
    start = words[at].start
    while start > floor and text[start - 1] in "\"“‘'([¿¡$£€#<":
        start -= 1
    return start


def _sentences(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    first = at = 0
    for stop in _STOP.finditer(text):
        while at < len(words) and words[at].end <= stop.start():
            at += 1
        if at == first or (stop[0] == "." and _is_abbreviation(words, at)):
            continue
        yield first, at
        first = at
    if first < len(words):
        yield first, len(words)


def _is_abbreviation(words: Sequence[Word], at: int) -> bool:
    """Does the full stop behind this word end no sentence?"""
    low = words[at - 1].low
    if at == len(words):
        return False
    # "Mrs. A.", but not "plan B."
    return low in _ABBREVIATION or (len(low) == 1 and low.isalpha() and at > 1 and words[at - 2].low in _ABBREVIATION)


def _joints(text: str, words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, Join]]:
    runs_on = last - first > _RUN_ON
    begun = first
    for at in range(first + 1, last):
        if at - begun < _LEAST or last - at < _LEAST:
            continue
        between = text[words[at - 1].end : words[at].start]
        if _is_joint(words, at, last, between, begun, runs_on=runs_on):
            yield at, "flow" if runs_on and "," not in between else "comma"
            begun = at


def _is_joint(words: Sequence[Word], at: int, last: int, between: str, begun: int, *, runs_on: bool) -> bool:
    if any(mark in between for mark in ";—–") or " - " in between:
        return True
    low = words[at].low
    if low in _CONJUNCTIONS:
        return _begins_clause(words, at + 1, last) and words[at - 1].low not in _CONJUNCTIONS
    if "," in between:
        return _after_comma(words, at, last, begun)
    return runs_on and not _takes_clause(words, at) and _pronoun_and_verb(words, at, last)


def _takes_clause(words: Sequence[Word], at: int) -> bool:
    """Does what stands before go on into this word: "told me he", "the one I"?"""
    before = words[at - 1].low
    if before in _TOLD_WHOM:
        return at > 1 and words[at - 2].low in _TELL
    return before in _TAKE_CLAUSES


def _after_comma(words: Sequence[Word], at: int, last: int, begun: int) -> bool:
    if words[at].low == "which":
        return True
    opener = next((word.low for word in words[begun:at] if word.low not in _CONJUNCTIONS), "")
    return opener not in _SUBORDINATORS and _pronoun_and_verb(words, at, last)


def _begins_clause(words: Sequence[Word], at: int, last: int) -> bool:
    while at < last - 1 and (small := _small(words, at)):
        at += small
    if at >= last - 1:
        return False
    return _pronoun_and_verb(words, at, last) or _noun_and_verb(words, at, last)


def _small(words: Sequence[Word], at: int) -> int:
    """How many words here say nothing."""
    if words[at].low in _SMALL or words[at].low in _CONJUNCTIONS:
        return 1
    return 2 * ((words[at].low, words[at + 1].low) in {("you", "know"), ("i", "mean")})


def _pronoun_and_verb(words: Sequence[Word], at: int, last: int) -> bool:
    low = words[at].low
    base = low.split("'")[0]
    if at + 1 >= last or words[at + 1].low in _NOT_BEHIND_PRONOUN:
        return False
    return (base in _PRONOUNS or low in {"im", "ive"}) and low not in {"that", "this", "who", "you"}


def _noun_and_verb(words: Sequence[Word], at: int, last: int) -> bool:
    """Such as "the second was almost normal"."""
    if words[at].low not in _DETERMINERS and not words[at].low.isdigit():
        return False
    near = words[at + 1 : min(at + 5, last)]
    return any(word.low in _BE or word.low.endswith("ed") for word in near)
