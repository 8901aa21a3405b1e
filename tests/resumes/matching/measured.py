"""Counts what was found of what an advertisement asks for, and what was made up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from resumes.review.matching.words import plain_words, stems_of
from resumes.review.terms import Match, Posting, Term


@dataclass
class Count:
    """What is wrong with the terms of one advertisement, and how many were right."""

    asked: int = 0
    terms: int = 0
    missing: list[str] = field(default_factory=list)
    # A must taken for something that would be nice, or the other way round.
    misjudged: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)


def judge(posting: Posting, case: Mapping[str, Any]) -> Count:
    """Hold the terms against the hand-written ones."""
    count = Count(asked=len(case["must"]) + len(case["nice"]), terms=len(posting.terms))
    for required, names in ((True, case["must"]), (False, case["nice"])):
        for name in names:
            terms = [term for term in posting.terms if is_named(term, name)]
            if not terms:
                count.missing.append(name)
            elif all(term.required != required for term in terms):
                count.misjudged.append(name)
    allowed = (*case["must"], *case["nice"], *case["also"])
    count.extra = [term.name for term in posting.terms if not any(is_named(term, name) for name in allowed)]
    count.forbidden = [term.name for term in posting.terms if any(_holds(term.name, name) for name in case["never"])]
    return count


def judge_match(match: Match, case: Mapping[str, Any]) -> tuple[list[str], list[str], int]:
    """Terms that the resume shows and were not found, those it lacks and were found, and how many were looked at."""
    wrong: tuple[list[str], list[str]] = ([], [])
    looked = 0
    for expected, names in ((True, case["shows"]), (False, case["lacks"])):
        for name in names:
            terms = [one for one in match.terms if is_named(one.term, name)]
            looked += bool(terms)
            if terms and any(one.found for one in terms) != expected:
                wrong[not expected].append(name)
    return (*wrong, looked)


def is_named(term: Term, name: str) -> bool:
    """Whether the term is the thing, under one of its names, or within a few words more or less."""
    wanted = set(stems_of(name)) or set(plain_words(name))
    for known in (term.name, *term.aliases):
        if (set(stems_of(known)) or set(plain_words(known))) == wanted:
            return True
    own = set(stems_of(term.name))
    return bool(own) and (wanted <= own or own <= wanted)


def _holds(name: str, words: str) -> bool:
    return f" {' '.join(plain_words(words))} " in f" {' '.join(plain_words(name))} "
