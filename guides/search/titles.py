"""Finds a job by any of its names, typos forgiven. Plain Python: no Django, no database.

Names are indexed by their words; a question's words are matched to known words (the same, begun by it, or a slip
away), the names that hold them all are compared with the question as a whole. See docs/decisions/search.md.
"""

import math
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, product

from rapidfuzz import fuzz, process

from guides.search.words import Language, Query, Vocabulary, doers

_MOST_COMPARED = 400
_FEW = 3
_WHOLE_CUTOFF = 72
_HINT_CUTOFF = 52
# Words that a slip may stand for, and forms of the question that are compared.
_MOST_MEANT, _MOST_FORMS = 3, 12
# How alike a name is that begins with the question, and one that begins so within a word.
_BEGUN, _BEGUN_IN_A_WORD = 96.0, 95.0
# What a name loses when it lacks all of a question's words, and when it is like the question without its small words,
# without those that ask for a part of a guide, or with who does the work for the work.
_PARTIAL_LOSS, _SHORTER_LOSS, _DOER_LOSS = 40, 0.4, 1


@dataclass(frozen=True, slots=True)
class Name:
    """One name by which a thing is found; a handicap puts it behind names as good."""

    text: str
    ref: str
    handicap: float = 0
    is_own: bool = True  # what the thing is called first, and not one of many names of jobs within it


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found, by which name, how well (to 100), and what share of the telling words the name answers."""

    ref: str
    name: str
    score: float
    share: float
    rest: tuple[str, ...]  # telling words that the name does not answer
    is_whole: bool = False  # the question is this name, or one of its kind, and nothing else
    is_own: bool = True


@dataclass(frozen=True)
class Known:
    """Words that were not mistyped though these names lack them: those of other names, and those of texts."""

    in_names: Container[str] = ()
    in_texts: Callable[[], Container[str]] = tuple


class Titles:
    """All names of all things, in memory."""

    def __init__(self, names: Iterable[Name], language: Language) -> None:
        self.language = language
        self.names = list(names)
        self.low = [language.join(name.text) for name in self.names]
        self.words: dict[str, set[int]] = {}
        for place, low in enumerate(self.low):
            for word in low.split():
                for same in language.same_as(word):
                    self.words.setdefault(same, set()).add(place)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every word of every name."""
        return Vocabulary(self.words)

    def standing_together(self, first: str, second: str) -> int:
        """How many names hold the two words one after the other."""
        both = self.words.get(first, set()) & self.words.get(second, set())
        return sum(f" {first} {second} " in f" {self.low[place]} " for place in both)

    def search(self, query: Query, *, limit: int = 8, known: Known = Known(), gain: float = 0) -> list[Hit]:
        """The things whose names answer the question, best first, each once; `known` words are never slips.

        A thing that answers by several of its names, none of them the question itself, is rather meant than one that
        answers by a single name: it gains so much for every doubling of their number.
        """
        if not query or not self.names:
            return []
        asked = _Asked(self, query, known)
        hits = sorted(asked.hits(), key=lambda hit: (-hit.score, hit.name))
        best: dict[str, Hit] = {}
        for hit in hits:
            best.setdefault(hit.ref, hit)
        often = Counter(hit.ref for hit in hits if hit.share == best[hit.ref].share and not best[hit.ref].is_whole)
        scores = {ref: hit.score + gain * math.log2(often[ref] or 1) for ref, hit in best.items()}
        found = sorted(best.values(), key=lambda hit: (not hit.is_whole, -scores[hit.ref]))[:limit]
        return [replace(hit, score=scores[hit.ref]) for hit in found]

    def mended(self, query: Query, hit: Hit) -> tuple[str, ...]:
        """The telling words with slips put right, as far as the name that was found shows what was meant."""
        held = self.language.join(hit.name).split()
        mended = []
        for word in query.telling:
            if word in self.words or word in hit.rest or any(known.startswith(word) for known in held):
                mended.append(word)
            else:
                mended.append(next((known for known in self.vocabulary.slips(word) if known in held), word))
        return tuple(mended)

    def hints(self, query: Query, *, limit: int = 8) -> list[Name]:
        """Names that look a little like the question, for when nothing was found."""
        text = " ".join(query.telling)
        found = process.extract(text, self.low, scorer=fuzz.ratio, score_cutoff=_HINT_CUTOFF, limit=limit * 4)
        best: dict[str, Name] = {}
        for _low, _score, place in found:
            best.setdefault(self.names[place].ref, self.names[place])
        return list(best.values())[:limit]


class _Asked:
    """One question on its way through the index."""

    def __init__(self, titles: Titles, query: Query, known: Known) -> None:
        self.titles = titles
        self.query = query
        self.known = known
        self._meant: dict[str, Sequence[str]] = {}
        self._held_by: dict[str, set[int]] = {}
        last = query.words[-1]
        self.near = {
            word: self._near(word, is_last=word == last) for word in dict.fromkeys((*query.words, *query.telling))
        }
        # Words that no name of any kind knows, such as those of a firm or a town, are left to the texts.
        self.core = [word for word in query.core if word in known.in_names or self._is_sure(word, is_last=word == last)]
        self.core = self.core or [*query.core]

    def _slips(self, word: str) -> Sequence[str]:
        if word not in self._meant:
            self._meant[word] = self.titles.vocabulary.slips(word)
        return self._meant[word]

    def _near(self, word: str, *, is_last: bool) -> set[str]:
        if word in self.titles.language.skip and word not in self.titles.words:
            return set()
        is_right = word not in self.titles.words and word in self.known.in_names
        found = self.titles.vocabulary.near(word, is_last=is_last, is_right=is_right)
        found.update(same for same in self.titles.language.meant_by(word) if same in self.titles.words)
        return found | self._doers(word)

    def _is_sure(self, word: str, *, is_last: bool) -> bool:
        """Whether names know the word itself, and not only words that it may be a slip of."""
        is_known = self.titles.vocabulary.near(word, is_last=is_last, is_right=True) or self._doers(word)
        return bool(is_known) or any(same in self.titles.words for same in self.titles.language.meant_by(word))

    def _doers(self, word: str) -> set[str]:
        """Who does such work, among the known words; “training” asks for a part of a guide."""
        return set() if self.titles.language.is_topic(word) else self.titles.words.keys() & set(doers(word))

    def hits(self) -> Iterator[Hit]:
        """Every candidate with its score."""
        places = self._candidates()
        if len(places) > _MOST_COMPARED:
            length = len(" ".join(self.query.telling))
            places = set(sorted(places, key=lambda place: abs(len(self.titles.low[place]) - length))[:_MOST_COMPARED])
        forms, looser = self._forms(), self._forms_of_doers()
        for place in places:
            yield self._hit(place, forms, looser)

    def _candidates(self) -> set[int]:
        found: set[int] = set()
        for words in (self.query.words, self.query.telling, self.query.core):
            if len(found) < _FEW:
                found |= self._holding([word for word in words if self.near[word]])
        found = found or self._holding_some()
        if not found and self._may_be_mistyped():
            text = " ".join(self.query.telling)
            matches = process.extract(text, self.titles.low, scorer=fuzz.ratio, score_cutoff=_WHOLE_CUTOFF, limit=8)
            found = {match[2] for match in matches}
        return found

    def _may_be_mistyped(self) -> bool:
        """Whether a word of the question is known to no name of any kind, and to no text."""
        return not all(word in self.known.in_names or word in self.known.in_texts() for word in self.query.core)

    def _places(self, word: str) -> set[int]:
        """The names that hold the word, or one that it may stand for."""
        if word not in self._held_by:
            self._held_by[word] = set().union(*(self.titles.words[near] for near in self.near[word]))
        return self._held_by[word]

    def _holding(self, words: Sequence[str]) -> set[int]:
        return set.intersection(*(self._places(word) for word in words)) if words else set()

    def _holding_some(self) -> set[int]:
        """Names that hold as many of the words as any name does: from each word on, what still leaves a name."""
        known = [(word, self._places(word)) for word in self.query.telling if self.near[word]]
        most, found = 0, set[int]()
        for start in range(len(known)):
            held, places = 1, known[start][1]
            for _word, others in known[start + 1 :]:
                if both := places & others:
                    held, places = held + 1, both
            if held > most:
                most, found = held, places
            elif held == most:
                found = found | places
        return found

    def _forms(self) -> dict[str, float]:
        """The question as it may be compared with a name: as typed, without its small words, with slips mended.

        Each with what it loses: of two names the one that is like more of what was typed is the better.
        """
        asked = (self.query.words, self.query.telling, self.query.core)
        forms: dict[str, float] = {}
        for place, words in enumerate(asked):
            mended = islice(product(*map(self._meanings, words)), _MOST_FORMS) if place else ()
            for form in (words, *mended):
                forms.setdefault(" ".join(form), place * _SHORTER_LOSS)
        return forms

    def _meanings(self, word: str) -> Sequence[str]:
        """The word, or what it was probably meant to be: “electrican” is as near to electrical as to electrician."""
        if word in self.titles.words or not self.near[word]:
            # Of one word alone every word that means the same is compared; of several that would take too long.
            same = self.titles.language.same_as(word)[1:] if len(self.query.telling) == 1 else ()
            return (word, *same)
        return self._slips(word)[:_MOST_MEANT] or (word,)

    def _forms_of_doers(self) -> dict[str, float]:
        """The question with who does the work in the place of the work: near it, but never the same."""
        asked = (self.query.telling, self.query.core)
        doing = {word: sorted(self._doers(word)) or [word] for word in self.query.telling}
        forms = (form for words in asked for form in product(*(doing[word] for word in words)))
        return {" ".join(form): _DOER_LOSS for form in islice(forms, _MOST_FORMS) if form not in asked}

    def _hit(self, place: int, forms: Mapping[str, float], looser: Mapping[str, float]) -> Hit:
        low, name = self.titles.low[place], self.titles.names[place]
        rest = tuple(word for word in self.query.telling if place not in self._places(word))
        missed = sum(word in rest for word in self.core)
        # A name found only by looking alike as a whole answers all of the question, or it would not be here.
        share = 1 - missed / len(self.core) if missed < len(self.core) else float(len(rest) == 0)
        likeness = max(_likeness(form, low) - loss for form, loss in forms.items())
        likeness = max(likeness, *(fuzz.ratio(form, low) - loss for form, loss in looser.items()), 0)
        if missed == len(self.core) and likeness >= _WHOLE_CUTOFF:
            share, rest = 1.0, ()
        score = likeness - len(low) * 0.01 - name.handicap - _PARTIAL_LOSS * (1 - share)
        is_whole = bool({low, low.removesuffix("s")} & forms.keys())
        return Hit(name.ref, name.text, score, share, rest, is_whole=is_whole, is_own=name.is_own)


def _likeness(form: str, low: str) -> float:
    begun = 0.0
    if form and low.startswith(form):
        begun = _BEGUN if low[len(form) : len(form) + 1] in {"", " "} else _BEGUN_IN_A_WORD
    return max(fuzz.ratio(form, low), fuzz.token_sort_ratio(form, low) - 1, begun)
