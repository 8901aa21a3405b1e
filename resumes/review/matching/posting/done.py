"""Duties that no list of names knows: a verb with what it is done to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.review.matching.lexicon import Named, base_verb
from resumes.review.matching.noise import CUTS, PEOPLE, is_fluff, is_weak
from resumes.review.matching.posting.asking import Part
from resumes.review.matching.posting.wording import Found, tidied, with_head
from resumes.review.matching.words import Word

_LONGEST = 4
_MOST_VERBS = 4
# Verbs that need the preposition, and the one that stands in the name.
_WITH_PREPOSITION = {"assist": "", "help": "", "care": "for", "respond": "to"}
_JOINS = frozenset(["and", "or", "then", "also", "as", "well", "to", "re"])
_POSSESSIVES = frozenset(["our", "your", "their"])
_ITEM = r"[\w/&’'.-]+(?:\s(?!(?:and|or|in|for|of|to|with)\b)[\w/&’'.-]+){0,2}"
_LIST = re.compile(rf"\b(?:in|using|including)\s+({_ITEM}(?:,\s+(?!(?:and|or)\b){_ITEM})+,?\s+(?:and|or)\s+{_ITEM})")
_TOOL = re.compile(r"\b(?:in|with|using|on|into|via)\s+((?:[A-Z][a-z]+[A-Z]|\d[a-z]{3,}|[A-Z]{2,}-[A-Z])[\w-]*)")
_PARTICLES = frozenset(["up", "out", "off", "down", "away", "over"])
# Weak verbs that make a duty of one noun: perform counts.
_WITH_ONE_NOUN = frozenset(["perform", "conduct", "complete", "handle", "make", "run"])


def done_in(text: str, words: Sequence[Word], named: Sequence[Named], part: Part) -> Iterator[Found]:
    """Each verb with what it is done to, unless a well-known name is in that."""
    known = {place for one in named for place in range(one.first, one.last + 1)}
    deeds = [*_deeds(text, words)]
    for deed, behind in zip(deeds, [*deeds, None][1:], strict=True):
        thing = words[deed.first : deed.cut]
        if known & {*range(deed.begin, deed.cut)} or not _has_object(deed, thing):
            continue
        if behind and behind.verbs[-1] == deed.verbs[-1] and words[behind.first - 1].plain in {"and", "or"}:
            thing = with_head(thing, words[behind.first : behind.cut])
        for name in _names(deed.verbs, thing, text):
            yield Found(name, "duty", part.required, part.sentence)


def lists_in(text: str) -> Iterator[str]:
    """Texts that list three or more things behind “in” or “including”: “tests in hematology, chemistry and …”."""
    for found in _LIST.finditer(text):
        yield found[1]


def tools_in(text: str) -> Iterator[str]:
    """Names of programs that no list knows: “chart in WebPT”, “schedule with 7shifts”."""
    for found in _TOOL.finditer(text):
        yield found[1]


def _has_object(deed: "_Deed", thing: Sequence[Word]) -> bool:
    first = thing[0].plain
    return first not in CUTS or is_fluff(first) or deed.verbs[-1] in _WITH_PREPOSITION


def _names(verbs: Sequence[str], words: Sequence[Word], text: str) -> Iterator[str]:
    """What the duty is called under each of its verbs."""
    if words[-1].plain in PEOPLE and len(words) <= 2:  # noqa: PLR2004
        yield from (f"{_said(verb)} {words[-1].text}" for verb in verbs if not is_weak(verb))
        return
    thing = tidied(words, longest=_LONGEST, source=text)
    if thing is None:
        return
    is_one = len(thing.words) == 1
    for verb in verbs:
        if not is_weak(verb) or (is_one and verb in _WITH_ONE_NOUN):
            yield f"{_said(verb)} {thing.text}"
        elif not is_one or thing.words[0].plain.endswith("ing"):
            yield thing.text


def _said(verb: str) -> str:
    return f"{verb} {_WITH_PREPOSITION[verb]}" if _WITH_PREPOSITION.get(verb) else verb


@dataclass(frozen=True)
class _Deed:
    """Verbs with what they are done to: where the first verb begins, and the words from the first to the cut."""

    verbs: tuple[str, ...]
    begin: int
    first: int
    cut: int


def _deeds(text: str, words: Sequence[Word]) -> Iterator[_Deed]:
    """“Clean, sterilize and pack trays and scopes”: three verbs have the first thing, the last verb the others."""
    verbs: tuple[str, ...] = ()
    has_object = False
    begin = place = 0
    # “Assist with bathing, transfers and meals”: verbs have the form of the first one, other forms are things.
    form = next((_form(word.plain) for word in words if base_verb(word.plain)), "")
    while place < len(words):
        if words[place].plain in _JOINS:
            place += 1
            continue
        if verb := _verb_at(words, place, form=form):
            begin = place
            has_particle = place + 1 < len(words) and words[place + 1].plain in _PARTICLES
            verb += f" {words[place + 1].plain}" if has_particle else ""
            verbs = (verb,) if has_object else (*verbs, verb)[-_MOST_VERBS:]
            has_object = False
            place += 1 + has_particle
            if place < len(words) and words[place].plain == "to" and verb not in _WITH_PREPOSITION:
                verbs, place = (), _end_of_object(text, words, place) + 1
                continue
            if place >= len(words) or _parted(text, words, place) or words[place].plain in _JOINS:
                continue
        last = _end_of_object(text, words, place)
        if verbs:
            cut = next(
                (
                    at
                    for at in range(place + 1, last + 1)
                    if words[at].plain in CUTS and text[words[at].start - 1] != "-"
                ),
                last + 1,
            )
            yield _Deed(verbs[-1:] if has_object else verbs, place if has_object else begin, place, cut)
            # What follows in the list belongs to what stands behind the preposition.
            is_away = words[place].plain in CUTS - _POSSESSIVES and verbs[-1] not in _WITH_PREPOSITION
            is_cut = cut <= last or is_away
            verbs, has_object = ((), False) if is_cut else (verbs, True)
        place = last + 1


def _verb_at(words: Sequence[Word], place: int, *, form: str) -> str:
    """The verb that begins there, if something stands behind it"""
    verb = base_verb(words[place].plain) if place + 1 < len(words) else ""
    return verb if verb and _form(words[place].plain) == form else ""


def _form(word: str) -> str:
    if word.endswith("ing") and base_verb(word) != word:
        return "ing"
    return "s" if word.endswith("s") and base_verb(word) != word else ""


def _end_of_object(text: str, words: Sequence[Word], first: int) -> int:
    last = first
    while last + 1 < len(words) and not _parted(text, words, last + 1) and words[last + 1].plain not in {"and", "or"}:
        last += 1
    return last


def _parted(text: str, words: Sequence[Word], place: int) -> bool:
    return bool(re.search(r"[,;:()|–—&]", text[words[place - 1].end : words[place].start]))
