"""What is known about an answer once its clauses have labels: everything that quality and advice are decided from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interviews.feedback import tables
from interviews.feedback.labelling import Labelled
from interviews.feedback.result import Kind, Label, Part, Place, Span
from interviews.feedback.splitting import Clause
from interviews.feedback.words import Word

_LABELS: Final[tuple[Label, ...]] = ("S", "T", "A", "R")
# A part of fewer words than this says nothing.
_LEAST_WORDS: Final = 3
_LEAST_TOLD: Final = 2
_STEP_CLUES: Final = ("i_did", "i_would", "i_does", "starts_with_past", "starts_with_do", "i_saw", "i_learned")


@dataclass(frozen=True)
class Facts:
    """An answer, counted."""

    text: str
    words: Sequence[Word]
    kind: Kind | None
    labelled: Sequence[Labelled]
    spans: tuple[Span, ...]
    has: Mapping[Part, bool]
    quantified: bool
    fillers: tuple[Place, ...]
    hedges: tuple[Place, ...]
    duration_s: float | None
    shares: Mapping[str, int]

    def under(self, label: str) -> list[Labelled]:
        """The clauses with a label."""
        return [each for each in self.labelled if each.label == label]

    @property
    def own_steps(self) -> list[Labelled]:
        """Steps that "I" took."""
        return [each for each in self.under("A") if any(name in each.clues.values for name in _STEP_CLUES)]

    @property
    def team_steps(self) -> list[Labelled]:
        """Steps that "we" took and no "I"."""
        own = {id(each) for each in self.own_steps}
        return [each for each in self.under("A") if id(each) not in own and _says_we(each)]

    def places(self, clue: str, labels: str = "STARN") -> list[Place]:
        """Where a clue shows, in clauses with one of these labels."""
        return [place for each in self.labelled if each.label in labels for place in each.clues.because.get(clue, ())]

    def count(self, clue: str, labels: str = "STARN") -> int:
        """In how many clauses a clue shows."""
        return sum(clue in each.clues.values for each in self.labelled if each.label in labels)

    def per_hundred(self, count: int) -> float:
        """A count by length."""
        return 100 * count / max(len(self.words), 1)

    @property
    def empty_share(self) -> float:
        """The share of words that fit any answer, among those that are not small."""
        small, buzz = tables.words("common", "small"), tables.words("vague", "buzz")
        large = [word.low for word in self.words if word.low not in small]
        return sum(low in buzz for low in large) / max(len(large), 1)

    @property
    def life_per_hundred(self) -> float:
        """How often somebody names work, learning and care, by a hundred words."""
        return self.per_hundred(sum(tables.is_among(word.low, "common", "life") for word in self.words))

    @property
    def we(self) -> list[Place]:
        """Every "we"."""
        return [Place(word.start, word.end) for word in self.words if word.low in {"we", "we'd", "we've", "we're"}]

    def said(self, place: Place | Span | Clause) -> str:
        """The words there, as they stand."""
        return self.text[place.start : place.end]


def _says_we(each: Labelled) -> bool:
    return any(name.startswith("we_") for name in each.clues.values)


def spans_of(labelled: Sequence[Labelled]) -> tuple[Span, ...]:
    """Neighbours with the same label are one span."""
    spans: list[Span] = []
    before = "N"
    for each in labelled:
        if each.label != "N":
            label: Label = next(label for label in _LABELS if label == each.label)
            start = spans.pop().start if before == each.label else each.clause.start
            spans.append(Span(label, start, each.clause.end))
        before = each.label
    return tuple(spans)


def shares_of(labelled: Sequence[Labelled]) -> dict[str, int]:
    """Words by label; those of no part under ""."""
    shares = dict.fromkeys((*_LABELS, ""), 0)
    for each in labelled:
        shares["" if each.label == "N" else each.label] += len(each.clause.words)
    return shares
