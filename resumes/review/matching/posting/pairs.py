"""Abbreviations that a text explains itself: “Advanced Cardiac Life Support (ACLS)”."""

import re

_ASIDE = re.compile(r"\s*\(\s*([^()]{2,60}?)\s*\)")
_SHORT = re.compile(r"[A-Z0-9][A-Za-z0-9&/.-]{1,9}")
_LITTLE = frozenset({"of", "and", "for", "the", "in", "to", "a", "an", "&"})
_REACH = 90
# An abbreviation may leave out so many words of its long form.
_MORE_WORDS = 3


def pairs_in(text: str) -> dict[str, str]:
    """Long forms by their abbreviations, in whichever order the text has them."""
    found: dict[str, str] = {}
    for aside in _ASIDE.finditer(text):
        before = re.split(r"[,;:.()\n]", text[max(0, aside.start() - _REACH) : aside.start()])[-1].split()
        inside = aside[1].strip('"“” ')
        if _is_short(inside) and (long := _long_form(inside, before)):
            found.setdefault(inside, long)
        elif before and _is_short(before[-1]) and _long_form(before[-1], inside.split()) == inside:
            found.setdefault(before[-1], inside)
    return found


def _is_short(text: str) -> bool:
    return bool(_SHORT.fullmatch(text)) and sum(sign.isupper() for sign in text) > 1


def _long_form(short: str, words: list[str]) -> str:
    """The words at the end whose letters spell the short form in order, its first letter beginning the first word."""
    letters = [sign.casefold() for sign in short.removesuffix("s") if sign.isalnum()]
    for count in range(2, min(len(letters) + _MORE_WORDS, len(words)) + 1):
        run = words[-count:]
        if run[0][:1].casefold() == letters[0] and _spells(letters, run):
            return " ".join(run)
    return ""


def _spells(letters: list[str], words: list[str]) -> bool:
    parts = [part for word in words for part in re.split(r"[-/]", word) if part]
    initials = [part[0].casefold() for part in parts]
    telling = [part[0].casefold() for part in parts if part.casefold() not in _LITTLE]
    if letters in (initials, telling):
        return True
    place = 0
    for sign in "".join(words).casefold():
        place += place < len(letters) and sign == letters[place]
    begins = sum(initial in letters for initial in telling)
    return place == len(letters) and begins * 2 >= len(telling) and len(words) <= len(letters)
