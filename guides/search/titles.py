"""Finds a job by any of its names, typos forgiven. Plain Python: no Django, no database.

Names are indexed by their words; a question's words are matched to known words (the same, begun by it, or a slip
away), the names that hold them all are compared with the question as a whole. See docs/decisions/search.md.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from rapidfuzz import fuzz, process

from guides.search.words import Language, Query, Vocabulary

_MOST_COMPARED = 400
_FEW = 3
_WHOLE_CUTOFF = 72
_HINT_CUTOFF = 52
# Words that a slip may stand for, and forms of the question that are compared.
_MOST_MEANT, _MOST_FORMS = 3, 12
# What a name loses when it lacks all of a question's words.
_PARTIAL_LOSS = 40


@dataclass(frozen=True, slots=True)
class Name:
    """One name by which a thing is found; a handicap puts it behind names as good."""

    text: str
    ref: str
    handicap: float = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found, by which name, how well (to 100), and what share of the telling words the name answers."""

    ref: str
    name: str
    score: float
    share: float
    rest: tuple[str, ...]  # telling words that the name does not answer
    is_whole: bool = False  # the question is this name, or one of its kind, and nothing else


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

    def search(self, query: Query, *, limit: int = 8, known: Container[str] = ()) -> list[Hit]:
        """The things whose names answer the question, best first, each once; `known` words are never slips."""
        if not query or not self.names:
            return []
        asked = _Asked(self, query, known)
        hits = sorted(asked.hits(), key=lambda hit: (-hit.score, hit.name))
        best: dict[str, Hit] = {}
        for hit in hits:
            best.setdefault(hit.ref, hit)
        return list(best.values())[:limit]

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

    def __init__(self, titles: Titles, query: Query, known: Container[str]) -> None:
        self.titles = titles
        self.query = query
        self.known = known
        self._meant: dict[str, Sequence[str]] = {}
        last = query.words[-1]
        self.near = {
            word: self._near(word, is_last=word == last) for word in dict.fromkeys((*query.words, *query.telling))
        }

    def _slips(self, word: str) -> Sequence[str]:
        if word not in self._meant:
            self._meant[word] = self.titles.vocabulary.slips(word)
        return self._meant[word]

    def _near(self, word: str, *, is_last: bool) -> set[str]:
        if word in self.titles.language.skip and word not in self.titles.words:
            return set()
        if word in self.known and word not in self.titles.words:
            return set()
        found = self.titles.vocabulary.near(word, is_last=is_last)
        return found | {same for same in self.titles.language.same_as(word) if same in self.titles.words}

    def hits(self) -> Iterator[Hit]:
        """Every candidate with its score."""
        places = self._candidates()
        if len(places) > _MOST_COMPARED:
            length = len(" ".join(self.query.telling))
            places = set(sorted(places, key=lambda place: abs(len(self.titles.low[place]) - length))[:_MOST_COMPARED])
        forms = self._forms()
        for place in places:
            yield self._hit(place, forms)

    def _candidates(self) -> set[int]:
        found: set[int] = set()
        for words in (self.query.words, self.query.telling, self.query.core):
            if len(found) < _FEW:
                found |= self._holding([word for word in words if self.near[word]])
        found = found or self._holding_some()
        if not found:
            text = " ".join(self.query.telling)
            matches = process.extract(text, self.titles.low, scorer=fuzz.ratio, score_cutoff=_WHOLE_CUTOFF, limit=8)
            found = {match[2] for match in matches}
        return found

    def _places(self, word: str) -> set[int]:
        return set().union(*(self.titles.words[near] for near in self.near[word]))

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

    def _forms(self) -> set[str]:
        """The question as it may be compared with a name: as typed, without its small words, with slips mended."""
        asked = (self.query.words, self.query.telling, self.query.core)
        mended = (form for words in asked[1:] for form in product(*map(self._mended, words)))
        return {" ".join(words) for words in (*asked, *islice(mended, _MOST_FORMS))}

    def _mended(self, word: str) -> Sequence[str]:
        """What a word was probably meant to be: “electrican” is as near to electrical as to electrician."""
        if word in self.titles.words or not self.near[word]:
            return (word,)
        return self._slips(word)[:_MOST_MEANT] or (word,)

    def _hit(self, place: int, forms: set[str]) -> Hit:
        low, name = self.titles.low[place], self.titles.names[place]
        held = {same for word in low.split() for same in self.titles.language.same_as(word)}
        rest = tuple(word for word in self.query.telling if held.isdisjoint(self.near[word]))
        missed = sum(word in rest for word in self.query.core)
        # A name found only by looking alike as a whole answers all of the question, or it would not be here.
        share = 1 - missed / len(self.query.core) if missed < len(self.query.core) else float(len(rest) == 0)
        likeness = max(_likeness(form, low) for form in forms)
        if missed == len(self.query.core) and likeness >= _WHOLE_CUTOFF:
            share, rest = 1.0, ()
        score = likeness - len(low) * 0.01 - name.handicap - _PARTIAL_LOSS * (1 - share)
        return Hit(name.ref, name.text, score, share, rest, is_whole=bool({low, low.removesuffix("s")} & forms))


def _likeness(form: str, low: str) -> float:
    begun = 96.0 if form and low.startswith(form) else 0.0
    return max(fuzz.ratio(form, low), fuzz.token_sort_ratio(form, low) - 1, begun)
