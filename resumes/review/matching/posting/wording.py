"""What an advertisement's phrase is without the words that lead in and out of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from resumes.review.matching.lexicon import Group, Named, Table, named_in
from resumes.review.matching.noise import CUTS, TAILS, is_empty, is_fluff, is_listed, is_never
from resumes.review.matching.words import Word, plain_words
from resumes.review.terms import TermKind

_CREDENTIAL = frozenset(
    {"license", "licensure", "certification", "certificate", "certified", "permit", "endorsement", "registration"}
    | {"degree", "diploma"}
)
_TOOL = frozenset(
    {"software", "system", "systems", "scanner", "scanners", "machine", "machines", "truck", "trucks", "saw", "saws"}
    | {"analyzers"}
)
# Nouns and adjectives that end as adverbs do.
_NO_ADVERBS = frozenset(
    {"assembly", "supply", "family", "anomaly", "elderly", "friendly", "monthly", "poly", "fly", "ply"}
)
_MOST_OF_AN_ADJECTIVE = 2
_LIKE_ADJECTIVE = re.compile(r"(?:al|ic|ive|ary|ous|ile|trip|time|end|term|level)$")
_IN_AND_OUT = frozenset({"of", "and", "or", "the", "a", "an"})


@dataclass(frozen=True)
class Field:
    """What names mean in one advertisement: its words, and the names that it explains itself."""

    context: frozenset[str]
    own: Table

    def named_in(self, words: Sequence[Word]) -> list[Named]:
        """The well-known names in a run of words."""
        return [*named_in(words, self.context, self.own)]


@dataclass(frozen=True)
class Found:
    """A phrase that may become a term."""

    name: str
    kind: TermKind
    required: bool
    quote: str
    group: Group | None = None
    # For a well-known name: the text in which it stands, and where.
    source: str = ""
    start: int = 0
    end: int = 0
    # Other names, where several are joined.
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phrase:
    """A run of words as it stands in an advertisement."""

    words: tuple[Word, ...]
    source: str = ""

    @cached_property
    def text(self) -> str:
        """The words as written; with one space between where they come from several places."""
        whole = self.source[self.words[0].start : self.words[-1].end]
        is_run = len(plain_words(whole)) == sum(len(plain_words(word.text)) for word in self.words)
        return whole if is_run else " ".join(word.text for word in self.words)

    @property
    def kind(self) -> TermKind:
        """What its last word makes it."""
        last = self.words[-1].plain
        if last in _CREDENTIAL:
            return "credential"
        return "tool" if last in _TOOL else "skill"


def tidied(words: Iterable[Word], *, longest: int, source: str = "") -> Phrase | None:
    """The phrase without what leads in and out; None where nothing is left that can be asked for."""
    kept = [*with_hyphens(words)]
    while kept and _begins_in_nothing(kept[0]):
        kept.pop(0)
    kept = kept[: next((place for place, word in enumerate(kept) if _is_cut(word, source)), len(kept))]
    while kept and _ends_in_nothing(kept[-1]):
        kept.pop()
    if not kept or len(kept) > longest or any(is_never(word.plain) for word in kept):
        return None
    if all(is_empty(word.plain) or is_fluff(word.plain) for word in kept) or len(kept) == len(kept[0].plain) == 1:
        return None
    return Phrase(tuple(kept), source)


def _is_cut(word: Word, source: str) -> bool:
    """Whether the phrase ends at the word, which is no part of “actual-to-plan”."""
    return word.plain in CUTS and source[max(0, word.start - 1) : word.start] != "-"


def _begins_in_nothing(word: Word) -> bool:
    return is_fluff(word.plain) or word.plain in CUTS or word.plain in _IN_AND_OUT or _is_adverb(word)


def _ends_in_nothing(word: Word) -> bool:
    return word.plain in _IN_AND_OUT or word.plain in TAILS or word.plain.isdigit() or _is_adverb(word)


def _is_adverb(word: Word) -> bool:
    return word.plain.endswith("ly") and word.plain not in _NO_ADVERBS


def with_hyphens(words: Iterable[Word]) -> Iterator[Word]:
    """The words, with those that the lists know as one (“hands-on”, “fast-paced”) made one."""
    held: Word | None = None
    for word in words:
        if held and word.start - held.end == 1 and is_listed(f"{held.plain}-{word.plain}"):
            held = Word(f"{held.text}-{word.text}", held.start, f"{held.plain}-{word.plain}", held.stem)
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def with_head(words: Sequence[Word], behind: Sequence[Word]) -> tuple[Word, ...]:
    """“Pre-trip” of “pre-trip and post-trip inspections” with its noun; `behind` is what follows the “and”."""
    is_adjective = len(words) <= _MOST_OF_AN_ADJECTIVE and _LIKE_ADJECTIVE.search(words[-1].plain)
    if not is_adjective or len(behind) <= len(words) or is_empty(behind[-1].plain):
        return tuple(words)
    return (*words, behind[-1])
