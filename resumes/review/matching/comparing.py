"""Holds a document against what a role or an advertisement asks for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from resumes.review.document import ReadDocument
from resumes.review.matching import meaning, search
from resumes.review.matching.holding import is_any_denied, is_denied, is_held
from resumes.review.matching.index import Index, Place, index_of
from resumes.review.matching.ladders import is_degree, names_above
from resumes.review.matching.lexicon import Group, group_of, groups_of, is_short_form, meant
from resumes.review.matching.posting import terms_asked
from resumes.review.matching.words import plain_words, stems_of
from resumes.review.parsed import Parsed
from resumes.review.terms import How, Match, Posting, RoleTerms, Term, TermMatch

# Where a proof is worth most, first.
_BEST_FOR_CREDENTIALS: tuple[Place, ...] = (
    "credentials", "schooling", "head", "title", "summary", "letter", "listed", "shown", "other",
)  # fmt: skip
_BEST: tuple[Place, ...] = (
    "shown", "letter", "title", "schooling", "summary", "credentials", "listed", "head", "other",
)  # fmt: skip
# Where a short form is a credential's without other words to say so.
_CERTAIN: frozenset[Place] = frozenset({"credentials", "schooling", "head", "title"})
_LONGEST_QUOTE = 160
_MOST_WORDS = 30
_RELATED = re.compile(
    r"\b(?:related|similar|equivalent|relevant|quantitative|technical|any|field|discipline)\b", re.IGNORECASE
)
_SEVERAL = 2
# A term that stands in more places than this is looked at in the first ones.
_MOST_PLACES = 100
# So many words more than a name has may its words be apart when it is said in others.
_APART = 4


def match(
    document: ReadDocument, parsed: Parsed, *, role: RoleTerms | None = None, posting: Posting | None = None
) -> Match:
    """Every term of the posting, or else of the role, with the place that proves it; musts first."""
    if posting is None and role is None:
        return Match()
    terms = _terms(role, posting)
    index = index_of(document, parsed)
    found = [_find(index, term) for term in terms]
    _find_by_meaning(index, found)
    musts = sorted(found, key=lambda one: not one.term.required)
    return Match(tuple(musts), from_posting=posting is not None)


def _terms(role: RoleTerms | None, posting: Posting | None) -> Sequence[Term]:
    """What is looked for: with a posting, what it asks for, under the names that the role knows as well."""
    if posting is None:
        return role.terms if role else ()
    return [_with_names_of(term, role) for term in terms_asked(posting, role)]


def _with_names_of(term: Term, role: RoleTerms | None) -> Term:
    if role is None or term.kind == "credential":
        return term
    for known in role.terms:
        names = {plain_words(name) for name in (known.name, *known.aliases)}
        if known.kind != "credential" and plain_words(term.name) in names:
            more = (name for name in (known.name, *known.aliases) if plain_words(name) != plain_words(term.name))
            return replace(term, aliases=tuple(dict.fromkeys((*term.aliases, *more))))
    return term


# ---- finding one term


def _find(index: Index, term: Term) -> TermMatch:
    names = _names(term)
    tries: tuple[tuple[How, Iterable[tuple[int, int]]], ...] = (
        ("exact", _written(index, term, [name for name in names if not _is_other_form(name, term.name)])),
        ("abbreviation", _written(index, term, [name for name in names if _is_other_form(name, term.name)])),
        ("stem", _stemmed(index, term, names)),
        ("meaning", _in_other_words(index, term)),
    )
    for how, places in tries:
        if best := _best(index, term, places):
            return _proof(index, term, how, *best)
    return TermMatch(term, found=False)


def _names(term: Term) -> list[str]:
    """The names of the term and of what meets it as well."""
    names = [term.name, *term.aliases]
    group = _group(term)
    if group and not term.aliases and group.kind == term.kind:
        names += group.names
    return [*dict.fromkeys(_without_aside(names))]


def _group(term: Term) -> Group | None:
    names = (term.name, term.name.partition(" in ")[0], *term.aliases)
    return next((found for name in names if (found := group_of(name))), None)


def _in_other_words(index: Index, term: Term) -> Iterator[tuple[int, int]]:
    """A duty done under another verb, and a credential that meets the one asked for."""
    if term.kind == "duty":
        yield from search.by_deed(index, term.name)
    elif term.kind == "credential":
        for name in names_above(_group(term)):
            yield from search.as_written(index, name)


def _without_aside(names: Iterable[str]) -> Iterator[str]:
    """“Supply Chain Act (SCA)” is looked for as both."""
    for name in names:
        yield name
        head, bracket, rest = name.partition(" (")
        if bracket and rest.endswith(")"):
            yield head
            yield rest[:-1]


def _is_other_form(name: str, asked: str) -> bool:
    """Whether one of two names is the abbreviation of the other."""
    return plain_words(name) != plain_words(asked) and is_short_form(name) != is_short_form(asked)


def _written(index: Index, term: Term, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    for name in names:
        several = groups_of(name) if is_short_form(name) else ()
        for first, last in search.as_written(index, name):
            if len(several) < _SEVERAL or _is_this_meaning(index, term, several, first):
                yield first, last


def _is_this_meaning(index: Index, term: Term, several: Sequence[Group], place: int) -> bool:
    """Whether a short form with several meanings stands for the term: CPT is a certificate, and a set of codes."""
    line = index.line_of(place)
    group = meant(several, frozenset(plain_words(line.text)))
    if group is None:
        return term.kind != "credential" or index.places[place] in _CERTAIN
    return group.kind == term.kind and bool({*map(plain_words, group.names)} & {*map(plain_words, _names(term))})


def _stemmed(index: Index, term: Term, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Other forms of the names. A proper name has none, and one word of a credential's name proves nothing."""
    for name in names:
        is_whole = len(plain_words(name)) > 1 and not is_short_form(name)
        if is_whole if term.kind == "credential" else term.kind != "tool" or name.islower():
            yield from search.by_stem(index, name, strictly=term.kind == "credential")


def _best(index: Index, term: Term, places: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The place that proves most, among those that prove anything."""
    order = _BEST_FOR_CREDENTIALS if term.kind == "credential" else _BEST
    proofs = [place for place in islice(places, _MOST_PLACES) if _proves(index, term, *place)]
    return min(proofs, key=lambda place: (order.index(index.places[place[0]]), place[0]), default=None)


def _proves(index: Index, term: Term, first: int, last: int) -> bool:
    if is_denied(index, first, last):
        return False
    if term.kind != "credential":
        return True
    group = _group(term)
    if is_degree(group) and not _has_subject(index, term, first):
        return False
    return is_held(index, first, last, is_person=_is_person(group, term))


def _has_subject(index: Index, term: Term, place: int) -> bool:
    """Whether the degree is in a subject that is asked for, unless related ones will do."""
    subjects = re.split(r"\bin\b", term.name, maxsplit=1)[1:]
    if not subjects or _RELATED.search(term.quote):
        return True
    line = index.lines[place]
    near = index.document.lines[max(0, line - 1) : line + 2]
    told = frozenset(stem for one in near for stem in stems_of(one.text))
    wanted = [frozenset(stems_of(subject)) for subject in re.split(r",|\bor\b|\band\b|/", subjects[0])]
    return any(subject and subject <= told for subject in wanted)


def _is_person(group: Group | None, term: Term) -> bool:
    return group.is_person if group else any(known.is_person for name in term.aliases if (known := group_of(name)))


def _proof(index: Index, term: Term, how: How, first: int, last: int) -> TermMatch:
    return TermMatch(
        term,
        found=True,
        how=how,
        where=_where(index, first, last),
        start=index.words[first].start,
        end=index.words[last].end,
        is_shown=index.places[first] in {"shown", "letter"},
    )


def _where(index: Index, first: int, last: int) -> str:
    """The line; in running text the sentence, or the words around."""
    line = index.line_of(first).body.strip()
    if len(line) <= _LONGEST_QUOTE:
        return line
    begin, end = index.sentence_span(first)
    begin, end = max(begin, first - _MOST_WORDS), min(end, last + _MOST_WORDS)
    while len(index.between(begin, end)) > _LONGEST_QUOTE and (begin < first or end > last):
        begin, end = (begin + 1, end) if first - begin > end - last else (begin, max(last, end - 1))
    return " ".join(index.between(begin, end).split())


# ---- what is said in other words


def _find_by_meaning(index: Index, found: list[TermMatch]) -> None:
    """Skills and duties that a line of work shows in other words; credentials and tools have names."""
    missing = [place for place, one in enumerate(found) if not one.found and one.term.kind in {"skill", "duty"}]
    if not missing:
        return
    spans = [*_sentences(index)]
    names = [found[place].term.name for place in missing]
    meaning.remember(
        [word.plain for first, last in spans for word in index.words[first : last + 1]]
        + [word for name in names for word in plain_words(name)]
    )
    for place, name in zip(missing, names, strict=True):
        proof = next((near for span in spans if (near := _near_in_meaning(index, name, *span))), None)
        if proof:
            found[place] = _proof(index, found[place].term, "meaning", *proof)


def _near_in_meaning(index: Index, name: str, first: int, last: int) -> tuple[int, int] | None:
    """Where the sentence says the same as the name, close together and without denying it."""
    near = meaning.nearest(name, index.words[first : last + 1])
    if near is None or max(near) - min(near) > len(near) + _APART:
        return None
    start, end = first + min(near), first + max(near)
    told = frozenset(index.words[first + place].stem for place in near)
    parted = search.is_parted(index, start, end, stems_of(name)[0]) or is_any_denied(index, start, end, told)
    return None if parted or all(stem in told for stem in stems_of(name)) else (start, end)


def _sentences(index: Index) -> Iterator[tuple[int, int]]:
    """The sentences of the work that was done, and the items of lists."""
    place = 0
    while place < len(index.words):
        first, last = index.sentence_span(place)
        if index.places[first] in {"shown", "listed", "letter"} and last - first > 0:
            yield first, last
        place = last + 1
