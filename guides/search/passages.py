"""Looks for words in the texts: in the guide that was named first, then in all, then for what was probably meant."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from guides.search import fulltext, texts
from guides.search.fulltext import Found, Ways, Within
from guides.search.index import Memory, language
from guides.search.words import fold

MOST_PASSAGES, MOST_EXTRAS, MOST_JOBS, MOST_PLACES = 8, 6, 5, 30
_MARKED = re.compile(f"{fulltext.MARK_START}([^{fulltext.MARK_END}]*){fulltext.MARK_END}")
_ENOUGH, _FEW_EXTRAS = 3, 3
# Completions and corrections of one word that a text may hold in its place.
_MOST_WAYS, _FEW_WAYS = 8, 3


@dataclass(frozen=True)
class RolesSql:
    """The SQL that selects the roles whose texts readers may see."""

    sql: str
    params: tuple[Any, ...]


@dataclass(frozen=True)
class Looked:
    """What the texts hold: passages of guides, terms and credentials, profiles of occupations, and places to go."""

    passages: Sequence[Found] = ()
    extras: Sequence[Found] = ()
    jobs: Sequence[Found] = ()
    places: Sequence[Found] = ()
    mended: tuple[str, ...] = ()  # the words with slips put right, where that is what was found
    is_partial: bool = False  # some of the words only

    def __bool__(self) -> bool:
        return bool(self.passages or self.extras or self.jobs or self.places)

    @property
    def is_rather_of_jobs(self) -> bool:
        """Whether a profile says the words in one breath, and the best passage only here and there."""
        if not self.jobs or not self.passages:
            return bool(self.jobs)
        return _in_one_breath(self.jobs[0]) > _in_one_breath(self.passages[0])


class Texts:
    """The texts that readers may see."""

    def __init__(self, memory: Memory, roles: RolesSql, *, asked: Sequence[str] = (), state: str = "") -> None:
        self.memory = memory
        self.roles = roles
        # The words as they were typed: AAPT is a place of its own, and no slip of AAPC.
        self.asked = [language().written(word) for word in asked]
        # The name of the state that was asked about: places to go stand with theirs.
        self.state = state

    def look(
        self,
        words: Sequence[str],
        *,
        rest: Sequence[str] = (),
        role_id: int | None = None,
        title: Sequence[str] = (),
        with_jobs: bool = False,
    ) -> Looked:
        """Look for all the words; in the guide of a role that was named, for the rest of the words first.

        Profiles of occupations are looked through where asked. Where nothing holds the words, the role's own title
        stands in: texts rarely say “pharm tech”.
        """
        ways = [language().written(word) for word in words]
        other = [language().written(word) for word in rest] or ways
        here = self._in_guide(other, role_id) if role_id and rest else []
        # Who names a job asks about that job: other guides fill in only where its own says little.
        everywhere = self._find(ways, texts.PASSAGES, MOST_PASSAGES) if len(here) < _ENOUGH else []
        found = _once([*here, *everywhere])[:MOST_PASSAGES]
        extras = self._find(other, texts.EXTRAS, _FEW_EXTRAS if role_id else MOST_EXTRAS)
        jobs = self._find(ways, texts.OCCUPATIONS, MOST_JOBS) if with_jobs else []
        places = self._places(ways)
        if found or extras or jobs or places:
            return Looked(found, extras, jobs, places)
        return (title and self.look(title)) or self._meant(words, ways, with_jobs=with_jobs)

    def _places(self, ways: Sequence[Ways]) -> list[Found]:
        """Places to go by the words as they were typed, else as they were meant; those of the state come first."""
        of_state = [(word,) for word in fold(self.state).split()]
        for words in [self.asked, ways] if self.asked and self.asked != ways else [ways]:
            here = self._find([*words, *of_state], texts.PLACES, MOST_PLACES) if of_state else []
            if found := [*here, *self._find(words, texts.PLACES, MOST_PLACES)]:
                return _once(found)
        return []

    def _meant(self, words: Sequence[str], ways: Sequence[Ways], *, with_jobs: bool) -> Looked:
        mended, near = self._mend(words)
        if near != ways:
            found = self._find(near, texts.PASSAGES, MOST_PASSAGES)
            extras = self._find(near, texts.EXTRAS, MOST_EXTRAS)
            jobs = self._find(near, texts.OCCUPATIONS, MOST_JOBS) if with_jobs else []
            if found or extras or jobs:
                return Looked(found, extras, jobs, mended=mended)
        likeliest = [ways[:_FEW_WAYS] for ways in near]
        found = self._find(likeliest, texts.PASSAGES, MOST_PASSAGES, any_word=True) if len(near) > 1 else []
        return Looked(found, mended=mended if found else (), is_partial=bool(found))

    def _mend(self, words: Sequence[str]) -> tuple[tuple[str, ...], list[Ways]]:
        """The words as they were probably meant, and the ways to write them."""
        mended, ways = [], list[Ways]()
        for word in words:
            begun = [] if word in self.memory.vocabulary else self.memory.vocabulary.begun_by(word)
            slips = [] if word in self.memory.vocabulary or begun else self.memory.vocabulary.slips(word)
            mended.append(slips[0] if slips else word)
            ways.append((*language().written(word), *(begun or slips)[:_MOST_WAYS]))
        return (tuple(mended) if tuple(mended) != tuple(words) else ()), ways

    def _in_guide(self, ways: Sequence[Ways], role_id: int) -> list[Found]:
        where = texts.numbers_of(role_id)
        return self._find(ways, where, MOST_PASSAGES) or self._find(ways, where, MOST_PASSAGES, any_word=True)

    def _find(self, ways: Sequence[Ways], where: tuple[int, int], limit: int, *, any_word: bool = False) -> list[Found]:
        within = Within(*where, roles=self.roles.sql, params=self.roles.params)
        return fulltext.find(ways, within, limit=limit, any_word=any_word)


def _in_one_breath(found: Found) -> tuple[int, int]:
    """How many different words of the question the stretch that was cut out holds, and how many of them the title."""
    words, title = {word.lower().removesuffix("s") for word in _MARKED.findall(found.snippet)}, found.title.lower()
    return len(words), sum(word in title for word in words)


def _once(found: Iterable[Found]) -> list[Found]:
    return list({(one.kind, one.role_id, one.anchor): one for one in found}.values())
