"""What goes into the engine and what comes out. Places count characters of the text exactly as it was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from kit.said import Said

Kind = Literal["behavioural", "situational", "knowledge", "about-you", "motivation", "strength", "weakness"]
Label = Literal["S", "T", "A", "R"]
Badge = Literal["draft", "getting-there", "interview-ready"]
Part = Literal["situation", "task", "action", "result"]

PART_OF: Final[Mapping[Label, Part]] = {"S": "situation", "T": "task", "A": "action", "R": "result"}

# In the order of need (`design/interview-feedback.md`, 4.7); "keep" stands first only where nothing major is missing.
CODES: Final = (
    "answer_the_question",
    "give_specific_example",
    "add_own_action",
    "I_not_we",
    "add_result",
    "expand",
    "shorten",
    "trim_setup",
    "state_task",
    "quantify_result",
    "tie_to_role",
    "add_learning",
    "name_terms",
    "positive_tone",
    "cut_fillers",
    "cut_hedges",
    "end_cleanly",
    "keep",
)


@dataclass(frozen=True)
class Question:
    """A question as it is asked. An unknown kind (None) is found out from the words; an unknown role is no error."""

    text: str
    kind: Kind | None = None
    cue_phrases: tuple[str, ...] = ()
    # Slugs, the main one first.
    competencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Competency:
    """A competency and what answers about it sound like."""

    slug: str
    name: str
    prototypes: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A word of the job, with its other forms."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """From `start` up to, not with, `end`."""

    start: int
    end: int


@dataclass(frozen=True)
class Span:
    """A stretch of the answer that is situation, task, action or result."""

    label: Label
    start: int
    end: int


@dataclass(frozen=True)
class Note:
    """One thing said about the answer. `code` is one of `CODES`, or that of a strength or a warning.

    `places` are where it points, the first being the exact spot; empty where it is about the whole. `because` are the
    words that triggered it, as they stand in the answer; `rule` says in a sentence what the engine looks for.
    """

    code: str
    said: Said
    rule: Said
    places: tuple[Place, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Repeated:
    """A word or two used often."""

    words: str
    count: int


@dataclass(frozen=True)
class Feedback:
    """Everything the engine says about one answer."""

    engine: str
    kind: Kind | None
    on_topic: bool
    # The competency that the words are closer to, where they do not seem to answer the question.
    resembles: str | None
    spans: tuple[Span, ...]
    has: Mapping[Part, bool]
    quantified: bool
    fillers: tuple[Place, ...]
    hedges: tuple[Place, ...]
    badge: Badge
    # 1 to 5, whole numbers (2.1); never shown as a number.
    quality: int
    # What is good, with the words that show it; None where nothing can be kept yet.
    strength: Note | None
    # The one next step first; never empty.
    advice: tuple[Note, ...]
    # Privacy and blame: shown to the writer alone, before the answer is shared with anyone.
    warnings: tuple[Note, ...]
    words: int
    # None where no time was given.
    words_a_minute: int | None
    # Words by label; what belongs to no part under "".
    shares: Mapping[str, int]
    terms_used: tuple[str, ...] = ()
    terms_known: int = 0
    repeated: tuple[Repeated, ...] = ()
    # Where the engine can say little: "empty", "one-word", "not-english", "very-long"; "" otherwise.
    limit: str = ""
    more: Mapping[str, object] = field(default_factory=dict)
