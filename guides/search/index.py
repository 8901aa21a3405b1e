"""Keeps the search up to date. Who saves or deletes a guide, a term, a place, a credential or a fact calls its verb,
or `reindex` after many changes: nothing happens at a distance. Every verb changes the version, so that all processes
forget what they remember of names and words.
"""

import uuid
from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import Path

from django.db import connection, transaction
from django.db.models import QuerySet

from guides.models import Credential, Fact, GlossaryTerm, Resource, Role, State
from guides.search import fulltext, texts
from guides.search.fulltext import Row
from guides.search.states import States
from guides.search.titles import Known, Titles
from guides.search.words import MOST_WORDS, Language, Query, Vocabulary, fold
from kit.plain_yaml import load_yaml

_SYNONYMS = Path(__file__).parent.parent / "content" / "synonyms.yaml"
_SHORTEST, _LONGEST = 3, 40
# A word as long may be two that were written as one.
_SHORTEST_OF_TWO = 7
_BATCH = 500
# The rows of the version: one changes with everything, the other with the occupations alone. Their 60,000 names take
# half a second to read, which an edit of a guide must not cost.
_ALL, _JOBS = 1, 2


@transaction.atomic
def put_role(role: Role) -> None:
    """Index a guide as it is now: call it when the role or anything in its guide was saved."""
    _learn(_put_role(role))
    _touch()


@transaction.atomic
def remove_role(role_id: int) -> None:
    """Forget a role that was deleted."""
    _remove_role(role_id)
    _touch()


@transaction.atomic
def put_term(term: GlossaryTerm) -> None:
    """Index a glossary term as it is now."""
    _learn(_put_terms([term]))
    _touch()


@transaction.atomic
def remove_term(term_id: int) -> None:
    """Forget a glossary term that was deleted."""
    fulltext.remove(texts.term_number(term_id), texts.term_number(term_id))
    _touch()


@transaction.atomic
def put_place(place_id: int) -> None:
    """Index a place to go as it is now; one that is gone is forgotten."""
    fulltext.remove(texts.place_number(place_id), texts.place_number(place_id))
    _learn(_put_places(Resource.objects.filter(pk=place_id)))
    _touch()


@transaction.atomic
def put_credential(credential: Credential) -> None:
    """Index anew the guides that name a credential."""
    _put_roles(credential.roles.all())
    _touch()


@transaction.atomic
def put_fact(fact: Fact) -> None:
    """Index anew the guides that use a fact, so that what is found shows its new value."""
    key = fact.key.rpartition("/")[2]
    _put_roles(Role.objects.filter(sections__body__contains=key).distinct())
    _touch()


@transaction.atomic
def put_occupations() -> None:
    """Index the occupations anew: call it when a release, or pay for all of them, was imported."""
    _learn(_put_occupations())
    fulltext.count_anew()
    _touch(_ALL, _JOBS)


@transaction.atomic
def reindex() -> int:
    """Build the whole index anew; says how many roles it holds."""
    clear()
    _learn(_put_terms(GlossaryTerm.objects.all()))
    _learn(_put_places(Resource.objects.filter(role=None)))
    _learn(_put_occupations())
    number = _put_roles(Role.objects.all())
    fulltext.count_anew()
    return number


@transaction.atomic
def clear() -> None:
    """Empty the index."""
    fulltext.remove(*texts.PASSAGES)
    fulltext.remove(*texts.EXTRAS)
    fulltext.remove(*texts.PLACES)
    fulltext.remove(*texts.OCCUPATIONS)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM guides_search_word")
    _touch(_ALL, _JOBS)


def _put_roles(roles: Iterable[Role]) -> int:
    words, number = set[str](), 0
    for role in roles:
        words |= _put_role(role)
        number += 1
    _learn(words)
    return number


def _put_role(role: Role) -> set[str]:
    """Index a guide with the places to go that it has to itself; its words are handed back, to be learned."""
    _remove_role(role.pk)
    rows = [*texts.passages(role), *texts.credentials(role)]
    fulltext.put(rows)
    return _words(rows) | _put_places(role.resources.all())


def _remove_role(role_id: int) -> None:
    first, last = texts.numbers_of(role_id)
    fulltext.remove(first, last)
    fulltext.remove(-last, -first)
    fulltext.remove(*texts.PLACES, role_id=role_id)


def _put_terms(terms: Iterable[GlossaryTerm]) -> set[str]:
    rows = [texts.term_row(term) for term in terms]
    for row in rows:
        fulltext.remove(row.number, row.number)
    fulltext.put(rows)
    return _words(rows)


def _put_places(places: QuerySet[Resource]) -> set[str]:
    rows = [texts.place_row(place) for place in places.select_related("state")]
    fulltext.put(rows)
    return _words(rows)


def _put_occupations() -> set[str]:
    fulltext.remove(*texts.OCCUPATIONS)
    words = set[str]()
    rows = texts.occupation_rows()
    while some := list(islice(rows, _BATCH)):
        fulltext.put(some)
        words |= _words(some)
    return words


def _words(rows: Iterable[Row]) -> set[str]:
    words = {word for row in rows for word in fold(f"{row.title} {row.body}").split()}
    return {word for word in words if _SHORTEST <= len(word) <= _LONGEST}


def _learn(words: Iterable[str]) -> None:
    """Remember words that texts use; one that no text uses any more is forgotten when all is indexed anew."""
    with connection.cursor() as cursor:
        known = sorted(words)
        for start in range(0, len(known), _BATCH):
            some = known[start : start + _BATCH]
            cursor.execute(
                f"INSERT INTO guides_search_word (word) VALUES {', '.join(['(%s)'] * len(some))} "
                "ON CONFLICT (word) DO NOTHING",
                some,
            )


def _touch(*which: int) -> None:
    with connection.cursor() as cursor:
        for one in which or (_ALL,):
            cursor.execute(
                "INSERT INTO guides_search_version (one, token) VALUES (%s, %s) "
                "ON CONFLICT (one) DO UPDATE SET token = excluded.token",
                [one, uuid.uuid4().hex],
            )


# ---- what each process remembers


@cache
def language() -> Language:
    """How people ask, from the content file."""
    return Language(**load_yaml(_SYNONYMS.read_text(encoding="utf-8")))


class Memory:
    """The names, places and words of one version of the content; words are read when a question first needs them."""

    def __init__(self, version: str, jobs: Titles) -> None:
        self.version = version
        self.titles = Titles(texts.names(), language())
        self.jobs = jobs
        self.states = States(State.objects.values_list("name", "usps"))
        self._vocabulary: Vocabulary | None = None

    def read(self, asked: str) -> Query:
        """A question in words, each written as names write it: “book keeper” in one, “truckdriver” in two."""
        words = list[str]()
        for word in language().join(asked).split()[: MOST_WORDS * 2]:
            if words and self._held(words[-1] + word) > self._standing_together(words[-1], word):
                words[-1] += word
            else:
                words += self._parts(word)
        return language().read(" ".join(words))

    @property
    def known(self) -> Known:
        """The words that names of any kind and texts use."""
        return Known(self, lambda: self.vocabulary.words)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(self._held(word))

    def _parts(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_OF_TWO or self._held(word):
            return [word]
        for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
            if self._standing_together(word[:end], word[end:]):
                return [word[:end], word[end:]]
        return [word]

    def _held(self, word: str) -> int:
        return sum(len(names.words.get(word, ())) for names in (self.titles, self.jobs))

    def _standing_together(self, first: str, second: str) -> int:
        return sum(names.standing_together(first, second) for names in (self.titles, self.jobs))

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that texts use."""
        if self._vocabulary is None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT word FROM guides_search_word")
                self._vocabulary = Vocabulary(word for (word,) in cursor.fetchall())
        return self._vocabulary


_remembered: dict[str, Memory] = {}
_jobs: dict[str, Titles] = {}


def memory() -> Memory:
    """The names and words as they are now; one small query tells whether what is remembered still holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT one, token FROM guides_search_version")
        versions = dict(cursor.fetchall())
    version = versions.get(_ALL, "")
    found = _remembered.get(version)
    if found is None or not version:
        found = Memory(version, _job_titles(versions.get(_JOBS, "")))
        _remembered.clear()
        _remembered[version] = found
    return found


def _job_titles(version: str) -> Titles:
    """The names of occupations; those of tests and of other databases in this process never mix."""
    found = _jobs.get(version)
    if found is None or not version:
        found = Titles(texts.job_names(), language())
        _jobs.clear()
        _jobs[version] = found
    return found
