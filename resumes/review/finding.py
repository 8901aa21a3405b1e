"""What a rule found, and the review that holds it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from resumes.review.document import ReadDocument
from resumes.review.parsed import Parsed
from resumes.review.terms import Match, Posting, RoleTerms

Severity = Literal["must", "should", "could"]
Category = Literal["content", "match", "language", "layout"]
Kind = Literal["resume", "cover-letter"]

SEVERITIES: tuple[Severity, ...] = ("must", "should", "could")


@dataclass(frozen=True)
class Finding:
    """One thing to change. *must*: an employer may reject for it; *should*: it weakens the document; *could*: taste."""

    rule: str
    category: Category
    severity: Severity
    # One sentence: what is there, in the writer's own words where it can be.
    message: str
    # Why a reader minds.
    why: str
    # The words it is about; empty where something is missing.
    quote: str = ""
    start: int = 0
    end: int = 0
    # What could stand there instead. A blank to fill in is written in square brackets: "[how many]".
    suggestions: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Names the same finding in another version: the rule and the words it is about, not the place."""
        return f"{self.rule}:{' '.join(self.quote.casefold().split())[:120] or self.message}"


@dataclass(frozen=True)
class Case:
    """All that a rule may look at."""

    kind: Kind
    document: ReadDocument
    parsed: Parsed
    today: date
    role: RoleTerms | None = None
    posting: Posting | None = None
    match: Match = field(default_factory=Match)
    # For a letter: the resume that goes with it, where there is one.
    resume: "Case | None" = None


@dataclass(frozen=True)
class Part:
    """One part of the score, in points out of its weight."""

    category: Category
    score: int
    weight: int


@dataclass(frozen=True)
class Score:
    """0 to 100, the sum of its parts."""

    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Review:
    """What was read, understood, found and matched."""

    case: Case
    # In the order of the document; those about the whole come first.
    findings: tuple[Finding, ...]
    score: Score
    engine: str
