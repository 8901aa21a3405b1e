"""Phrases become terms: one for each thing, however often and under however many names it is asked for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from resumes.review.matching.lexicon import Group, is_short_form
from resumes.review.matching.posting.wording import Found
from resumes.review.matching.wordlists import any_of
from resumes.review.matching.words import plain_words, stems_of
from resumes.review.terms import Term

_LATER = re.compile(rf"\b(?:{any_of('strength.txt', 'later')})\b|\bcandidates?\s*$", re.IGNORECASE)
_JOINED_BY_OR = re.compile(
    r"^[\s,]*(?:certifi\w+|licen[sc]\w+|registration|card|required|or|and/or|[\s,/])*$", re.IGNORECASE
)


def terms_from(found: Sequence[Found], pairs: Mapping[str, str]) -> tuple[Term, ...]:
    """The terms, musts first, in the order in which they are asked for."""
    terms: list[tuple[Term, Group | None]] = []
    for one in _alternatives_joined(found):
        term = _term(one, pairs)
        place = next(
            (place for place, (known, group) in enumerate(terms) if _same(known, group, term, one.group)), None
        )
        if place is None:
            terms.append((term, one.group))
        else:
            terms[place] = (_merged(terms[place][0], term), terms[place][1] or one.group)
    terms = [(term, group) for term, group in terms if group or not _is_part_of_another(term, terms)]
    rank = sorted(enumerate(terms), key=lambda pair: (not pair[1][0].required, pair[0]))
    return tuple(term for _place, (term, _group) in rank)


def _is_part_of_another(term: Term, terms: Sequence[tuple[Term, Group | None]]) -> bool:
    """Whether another duty of the same sentence says it with more words: “repair wiring” for “wiring”."""
    return term.kind == "duty" and any(
        other.quote == term.quote and other.kind == "duty" and _stems(term) < _stems(other) for other, _group in terms
    )


def _term(one: Found, pairs: Mapping[str, str]) -> Term:
    """A term with all its names; a credential that may be earned later is no must."""
    names = [*(one.group.names if one.group else ()), *one.others]
    name = one.name
    for short, long in pairs.items():
        known = {*map(plain_words, (name, *names))}
        if plain_words(short) in known or plain_words(long) in known:
            names += [short, long]
            if plain_words(name) in {plain_words(short), plain_words(long)}:
                name = f"{long} ({short})"
    aliases = tuple(dict.fromkeys(other for other in names if plain_words(other) != plain_words(name)))
    required = one.required and not (one.kind == "credential" and _LATER.search(_clause(one)))
    return Term(name, one.kind, aliases, required, one.quote)


def _clause(one: Found) -> str:
    """What the sentence says of this name: its own parenthesis, or all but the parentheses of others."""
    asides: list[str] = re.findall(r"\([^()]*\)", one.quote)
    own = [aside for aside in asides if one.name in aside]
    if own:
        return own[0]
    text = one.quote
    for aside in asides:
        if any(is_short_form(word) for word in re.findall(r"[\w+-]+", aside)):
            text = text.replace(aside, " ")
    return text


def _same(known: Term, group: Group | None, term: Term, other: Group | None) -> bool:
    if group and other:
        return group == other or plain_words(known.name) == plain_words(term.name)
    return _stems(known) == _stems(term) or bool({*_names(known)} & {*_names(term)})


def _stems(term: Term) -> frozenset[str]:
    return frozenset(stems_of(term.name))


def _names(term: Term) -> Iterator[tuple[str, ...]]:
    yield plain_words(term.name)
    for alias in term.aliases:
        yield plain_words(alias)


def _merged(one: Term, other: Term) -> Term:
    """One term of two for the same thing: a must if either is one."""
    first = other if "(" in other.name and "(" not in one.name else one
    aliases = dict.fromkeys(
        alias
        for alias in (*one.aliases, *other.aliases, one.name, other.name)
        if plain_words(alias) != plain_words(first.name)
    )
    must = next((term for term in (one, other) if term.required), one)
    kind = "credential" if "credential" in {one.kind, other.kind} else one.kind
    return replace(first, aliases=tuple(aliases), required=must.required, quote=must.quote, kind=kind)


def _alternatives_joined(found: Iterable[Found]) -> Iterator[Found]:
    """Names joined by “or” are one requirement that any of them meets."""
    held: Found | None = None
    for one in found:
        if held and _either(held, one):
            others = (*held.others, *(one.group.names if one.group else ()), one.name)
            held = replace(held, name=f"{held.name} or {one.name}", others=others, end=one.end)
            continue
        if held:
            yield _listed(held)
        held = one
    if held:
        yield _listed(held)


def _listed(one: Found) -> Found:
    """“A, B or C” instead of “A or B or C”."""
    *first, last = one.name.split(" or ")
    return replace(one, name=f"{', '.join(first)} or {last}") if len(first) > 1 and one.others else one


def _either(one: Found, other: Found) -> bool:
    """Whether either of two names, one behind the other, is enough."""
    if not (
        one.group and other.group and one.source == other.source and one.kind == other.kind and one.group != other.group
    ):
        return False
    between = one.source[one.end : other.start]
    rest = one.source[other.end : other.end + 40]
    if not _JOINED_BY_OR.match(between) or one.end > other.start:
        return False
    if re.search(r"\bor\b", between, re.IGNORECASE):
        return True
    same = bool(one.group.either) and one.group.either == other.group.either
    return same and ("/" in between or ("," in between and re.match(r"[\w\s/,]*?,?\s*or\b", rest) is not None))
