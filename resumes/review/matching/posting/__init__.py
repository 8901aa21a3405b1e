"""Takes a job advertisement apart: who hires for what, and what is asked for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from resumes.review.matching.lexicon import Group, groups_of, is_short_form, table_of
from resumes.review.matching.posting.asking import Part, parts_of
from resumes.review.matching.posting.done import done_in
from resumes.review.matching.posting.head import Head, head_of
from resumes.review.matching.posting.merging import terms_from
from resumes.review.matching.posting.pairs import pairs_in
from resumes.review.matching.posting.phrases import phrases_of
from resumes.review.matching.posting.titles import is_job_title
from resumes.review.matching.posting.wording import Field, Found, Phrase
from resumes.review.matching.posting.years import years_of
from resumes.review.matching.posting.zones import Statement, statements
from resumes.review.matching.states import STATES
from resumes.review.matching.words import plain_words, words_of
from resumes.review.terms import Posting, RoleTerms, Term

# Longer than any advertisement; what stands behind is not read.
_LONGEST = 40_000
# A word for who does the job, and no skill.
_HOLDER = re.compile(r"(?:er|or|ist|ian|ant|cook|nurse|chef|aide|clerk|tech)s?$", re.IGNORECASE)


def read_posting(text: str) -> Posting:
    """Take an advertisement apart. What it does not say is empty."""
    return _read(text[:_LONGEST], ())


def terms_asked(posting: Posting, role: RoleTerms | None) -> tuple[Term, ...]:
    """What the posting asks for, also in words that only the role knows."""
    if role is None or not posting.text:
        return posting.terms
    groups = tuple(Group((term.name, *term.aliases), term.kind) for term in role.terms if term.kind != "credential")
    found = _read(posting.text[:_LONGEST], groups).terms
    if posting.terms == read_posting(posting.text).terms:
        return found
    # Somebody changed the list: it stands, and what the role knows is added.
    known = {name for term in posting.terms for name in _names(term)}
    return (*posting.terms, *(term for term in found if not known & {*_names(term)}))


def _names(term: Term) -> tuple[tuple[str, ...], ...]:
    return tuple(plain_words(name) for name in (term.name, *term.aliases))


@lru_cache(maxsize=64)
def _read(text: str, groups: tuple[Group, ...]) -> Posting:
    lines = [*statements(text)]
    head = head_of(text)
    pairs = pairs_in(text)
    field = Field(frozenset(plain_words(text)), table_of([*_explained(pairs), *groups]))
    parts = [part for line in lines if not _is_head(line, head) for part in parts_of(_without_pairs(line, pairs))]
    phrases = (_without_state(one) for part in parts for one in phrases_of(part, field))
    found = [one for one in phrases if not _is_about(one, head)]
    return Posting(
        text=text,
        title=head.title,
        employer=head.employer,
        place=head.place,
        terms=terms_from(found, pairs),
        years=years_of(parts),
    )


def _explained(pairs: Mapping[str, str]) -> Iterator[Group]:
    """What the advertisement itself calls by an abbreviation, and no list knows."""
    for short, long in pairs.items():
        if not groups_of(long) and not groups_of(short):
            yield Group((long, short), Phrase(tuple(words_of(long))).kind)


def _without_pairs(line: Statement, pairs: dict[str, str]) -> Statement:
    """The statement without the abbreviations that it explains in parentheses."""
    text = line.text
    for short, long in pairs.items():
        text = text.replace(f"({short})", "").replace(f"{short} ({long})", short)
    return Statement(text, line.zone, line.is_item)


def _is_head(line: Statement, head: Head) -> bool:
    """Whether a line at the top says who hires for what, and asks for nothing."""
    if line.zone != "free" or line.is_item or len(line.text.split()) > 14:  # noqa: PLR2004
        return False
    named = [name for name in (head.title, head.employer, head.place) if name and name in line.text]
    return (bool(named) and not re.search(r"[.!?]$", line.text)) or is_job_title(line.text)


def _is_about(one: Found, head: Head) -> bool:
    """Whether a phrase is the employer, the place or the job itself, and no skill."""
    words = {*plain_words(one.name)}
    title = {*plain_words(head.title)}
    is_title = words <= title and (len(words) > 1 or bool(_HOLDER.search(one.name)))
    if one.group:
        return (
            _names_place(one.name, head)
            or words == {*plain_words(head.employer)}
            or (is_title and one.kind in {"skill", "duty"})
        )
    employer = {word for word in plain_words(head.employer) if len(word) > 2}  # noqa: PLR2004
    own = [*plain_words(head.employer)][:-1] if " " in head.employer else [*employer]
    is_employer = _stands_in(head.employer, one.name) or (
        bool(words & {*own} & employer) and (words <= employer | title or any(map(_is_proper, one.name.split())))
    )
    return is_title or is_employer or _names_place(one.name, head)


def _without_state(one: Found) -> Found:
    """“Tennessee server permit” is a server permit."""
    state = next((state for state in STATES.values() if one.name.startswith(f"{state} ")), None)
    rest = one.name.removeprefix(f"{state} ").removeprefix("state ")
    return replace(one, name=rest) if state and one.group is None and " " in rest else one


def _names_place(name: str, head: Head) -> bool:
    """Whether the phrase holds the city, or a state."""
    if name in STATES:
        return True
    return any(_stands_in(place, name) for place in (head.place.partition(",")[0], *STATES.values()))


def _stands_in(words: str, name: str) -> bool:
    plain = " ".join(plain_words(words))
    return bool(plain) and f" {plain} " in f" {' '.join(plain_words(name))} "


def _is_proper(word: str) -> bool:
    return word[0].isupper() and not is_short_form(word)


def duties_in(task: str) -> tuple[str, ...]:
    """What a description of a task says is done, in a few words each."""
    part = Part(task, "do", required=False, sentence=task)
    return tuple(dict.fromkeys(found.name for found in done_in(task, [*words_of(task)], [], part)))


__all__ = ["duties_in", "read_posting", "terms_asked"]
