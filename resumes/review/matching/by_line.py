"""Holds a document against an ad line by line, and a credential's name against what a line asks for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from resumes.review.document import ReadDocument
from resumes.review.matching.comparing import match
from resumes.review.matching.ladders import is_degree, names_above
from resumes.review.matching.lexicon import Group, group_of, groups_of, named_in
from resumes.review.matching.posting import read_posting
from resumes.review.matching.words import plain_words, words_of
from resumes.review.parsed import Parsed
from resumes.review.terms import Posting, RoleTerms, Term, TermMatch

_SCHOOL = re.compile(r"\b(?:diploma|GED|degree|bachelor|associate|graduate|coursework)\b", re.IGNORECASE)


@dataclass(frozen=True)
class LineMatch:
    """A line in the words of the ad, and what the document shows of it.

    Without terms it asks for nothing that a document can prove, such as standing for a whole shift.
    """

    text: str
    required: bool
    terms: tuple[TermMatch, ...] = ()

    @property
    def found(self) -> tuple[TermMatch, ...]:
        """What the document shows."""
        return tuple(one for one in self.terms if one.found)

    @property
    def missing(self) -> tuple[TermMatch, ...]:
        """What it does not show."""
        return tuple(one for one in self.terms if not one.found)


def match_lines(
    document: ReadDocument,
    parsed: Parsed,
    *,
    musts: Sequence[str],
    nices: Sequence[str],
    head: Sequence[str] = (),
    role: RoleTerms | None = None,
) -> tuple[LineMatch, ...]:
    """Every line with the terms that stand in it; `head` is the job's title, employer and place, no requirements."""
    lines = [(line, True) for line in musts] + [(line, False) for line in nices]
    terms = read_posting(_ad(musts, nices, head)).terms
    told = match(document, parsed, posting=Posting("", terms=terms), role=role)
    return tuple(
        LineMatch(text, required, tuple(one for one in told.terms if _stands_in(text, one.term)))
        for text, required in lines
    )


def _ad(musts: Iterable[str], nices: Iterable[str], head: Iterable[str]) -> str:
    """The lines as an ad that no reader can take for anything else."""
    parts = (*filter(None, head), "", "Requirements:", *_items(musts), "", "Preferred:", *_items(nices))
    return "\n".join(parts)


def _items(lines: Iterable[str]) -> Iterator[str]:
    return (f"- {line}" for line in lines)


def _stands_in(line: str, term: Term) -> bool:
    if term.quote and term.quote.strip(" .;") in line:
        return True
    words = f" {' '.join(plain_words(line))} "
    return any(f" {' '.join(plain)} " in words for name in (term.name, *term.aliases) if (plain := plain_words(name)))


def meets(asked: Term, names: Iterable[str]) -> bool:
    """Whether the holder of a credential by any of the names has what is asked for, or what stands above it."""
    wanted = {plain_words(name) for name in (asked.name, *asked.aliases)}
    groups = [group for name in (asked.name, *asked.aliases) for group in groups_of(name)]
    above = {plain_words(name) for group in groups for name in names_above(group)}
    for name in filter(None, names):
        if plain_words(name) in wanted | above:
            return True
        if any(group in groups or {*map(plain_words, group.names)} & above for group in _credentials_in(name)):
            return True
    return False


def _credentials_in(name: str) -> Iterator[Group]:
    words = [*words_of(name)]
    for one in named_in(words, frozenset(word.plain for word in words)):
        if one.group.kind == "credential":
            yield one.group


def is_schooling(term: Term) -> bool:
    """Whether it is earned at a school or college, and stands under education."""
    return is_degree(group_of(term.name, kind="credential")) or bool(_SCHOOL.search(term.name))
