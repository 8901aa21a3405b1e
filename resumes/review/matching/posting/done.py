"""Duties that no list of names knows: a verb with what it is done to."""

import re
from collections.abc import Iterator, Sequence

from resumes.review.matching.lexicon import Named, base_verb
from resumes.review.matching.noise import CUTS, PEOPLE, is_fluff, is_weak
from resumes.review.matching.posting.asking import Part
from resumes.review.matching.posting.wording import Found, tidied
from resumes.review.matching.words import Word

_LONGEST = 4
_WITH_PREPOSITION = frozenset(["assist", "help", "care", "respond"])
_JOINS = frozenset(["and", "or", "then", "also", "as", "well", "to"])
_PARTICLES = frozenset(["up", "out", "off", "down", "away", "over"])
# Weak verbs that make a duty of one noun: perform counts.
_WITH_ONE_NOUN = frozenset(["perform", "conduct", "complete", "handle", "make", "run"])


def done_in(text: str, words: Sequence[Word], named: Sequence[Named], part: Part) -> Iterator[Found]:
    """Each verb with what it is done to, unless a well-known name is in that."""
    known = {place for one in named for place in range(one.first, one.last + 1)}
    for verbs, first, last in _verb_phrases(text, words):
        if words[first].plain in CUTS and not is_fluff(words[first].plain) and verbs[-1] not in _WITH_PREPOSITION:
            continue
        cut = next((place for place in range(first + 1, last + 1) if words[place].plain in CUTS), last + 1)
        if known & {*range(first, cut)}:
            continue
        for name in _names(verbs, words[first:cut]):
            yield Found(name, "duty", part.required, part.sentence)


def _names(verbs: Sequence[str], words: Sequence[Word]) -> Iterator[str]:
    """What the duty is called under each of its verbs."""
    if words[-1].plain in PEOPLE and len(words) <= 2:  # noqa: PLR2004
        yield from (f"{verb} {words[-1].text}" for verb in verbs if not is_weak(verb))
        return
    thing = tidied(words, longest=_LONGEST)
    if thing is None:
        return
    is_one = len(thing.words) == 1
    for verb in verbs:
        if not is_weak(verb) or (is_one and verb in _WITH_ONE_NOUN):
            yield f"{verb} {thing.text}"
        elif not is_one:
            yield thing.text


def _verb_phrases(text: str, words: Sequence[Word]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Verbs with the first and last place of their object: “clean, sterilize and pack trays” has three."""
    verbs: list[str] = []
    has_object = False
    place = 0
    while place < len(words):
        if words[place].plain in _JOINS:
            place += 1
            continue
        if verb := _verb_at(words, place):
            verbs = [verb] if has_object else [*verbs, verb]
            has_object = False
            place += 2 if place + 1 < len(words) and words[place + 1].plain in _PARTICLES else 1
            if place >= len(words) or _parted(text, words, place) or words[place].plain in _JOINS:
                continue
        last = _end_of_object(text, words, place)
        if verbs:
            yield tuple(verbs), place, last
            has_object = True
        place = last + 1


def _verb_at(words: Sequence[Word], place: int) -> str:
    """The verb that begins there, if something stands behind it."""
    return base_verb(words[place].plain) if place + 1 < len(words) else ""


def _end_of_object(text: str, words: Sequence[Word], first: int) -> int:
    last = first
    while last + 1 < len(words) and not _parted(text, words, last + 1) and words[last + 1].plain not in {"and", "or"}:
        last += 1
    return last


def _parted(text: str, words: Sequence[Word], place: int) -> bool:
    return bool(re.search(r"[,;:()|–—&]", text[words[place - 1].end : words[place].start]))
