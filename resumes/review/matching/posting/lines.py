"""What an advertisement asks for, line by line in its own words."""

import re
from collections.abc import Iterator

from resumes.review.matching.posting.asking import Part, parts_of
from resumes.review.matching.posting.zones import statements

_LONGEST = 40_000
_EDGES = " ,;:-–—•*"
# What is asked for in other lines, or is said of nobody's fitness.
_NO_REQUIREMENT = re.compile(
    r"https?://|@|\$\s*\d|\?$|\b(?:apply(?!,? you (?:must|need|should))|deadline|clos(?:es|ing))\b|"
    r"\b(?:expires|posted|fecha)\b|"
    r"^\W*\d+(?:\s*(?:-|–|to)\s*\d+)?\s*(?:hours?|hrs?)\b",
    re.IGNORECASE,
)
# Who is looking for whom, and who they are, asks for nothing by itself.
_SEEKS = re.compile(r"\b(?:looking for|seeking|hiring|needs? (?:an?|\w+,))\b|^\W*we (?:are|have)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:must|requir\w+|experience\w*|certif\w+|licen[sc]\w+|degree|diploma|years? (?:of|as|in))\b", re.IGNORECASE
)
_LONGEST_LINE = 300


def lines_asked(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The musts, and what would be nice to have; a sentence that says both is divided."""
    musts: dict[str, None] = {}
    nices: dict[str, None] = {}
    for line, required in _lines(text[:_LONGEST]):
        (musts if required else nices).setdefault(line)
    return tuple(musts), tuple(line for line in nices if line not in musts)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    for statement in statements(text):
        by_sentence: dict[str, list[Part]] = {}
        for part in parts_of(statement):
            if part.mode == "ask":
                by_sentence.setdefault(part.sentence, []).append(part)
        for sentence, parts in by_sentence.items():
            is_call = statement.zone in {"free", "role"} and _SEEKS.search(sentence) and not _ASKS.search(sentence)
            if not is_call and not _NO_REQUIREMENT.search(sentence):
                yield from _of_sentence(sentence, parts)


def _of_sentence(sentence: str, parts: list[Part]) -> Iterator[tuple[str, bool]]:
    strengths = {part.required for part in parts}
    if len(parts) == 1 and not parts[0].required and (words := _without_strength(sentence, parts[0].text)):
        yield words, False
        return
    if len(strengths) == 1:
        yield sentence.strip(_EDGES)[:_LONGEST_LINE], strengths.pop()
        return
    for part in parts:
        if words := part.text.strip(_EDGES + "."):
            yield words[0].upper() + words[1:_LONGEST_LINE], part.required


def _without_strength(sentence: str, text: str) -> str:
    """“Epic preferred” is “Epic” where it stands among what would be nice; empty where the words were moved about."""
    words = text.strip(_EDGES + ".")
    if not words or words not in sentence:
        return ""
    if words.count("(") > words.count(")") and f"{words})" in sentence:
        words = f"{words})"
    return words[0].upper() + words[1:_LONGEST_LINE]
