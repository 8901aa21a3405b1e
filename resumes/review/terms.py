"""What a role or a posting asks for, and where a document shows it."""

from dataclasses import dataclass
from typing import Literal

TermKind = Literal["skill", "credential", "tool", "duty"]
How = Literal["exact", "abbreviation", "stem", "meaning"]


@dataclass(frozen=True)
class Term:
    """One thing that is asked for, under all the names it goes by. An abbreviation and its long form are one term."""

    name: str
    kind: TermKind
    # Other names, abbreviations among them: ("ACLS", "Advanced Cardiac Life Support").
    aliases: tuple[str, ...] = ()
    # A must, as against what is merely nice to have.
    required: bool = False
    # The words of the posting that ask for it.
    quote: str = ""


@dataclass(frozen=True)
class RoleTerms:
    """What the guide of a role, or the profile of an occupation, says a resume should be able to show."""

    slug: str
    title: str
    # Other names of the job.
    titles: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    # Verbs that begin a good line in this job, in their base form.
    verbs: tuple[str, ...] = ()
    # Words of the trade that a dictionary does not know.
    vocabulary: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Posting:
    """A job advertisement, taken apart. What it does not say is empty."""

    text: str
    title: str = ""
    employer: str = ""
    place: str = ""
    terms: tuple[Term, ...] = ()
    # How many years of experience it asks for.
    years: int | None = None


@dataclass(frozen=True)
class TermMatch:
    """A term, and the place that proves it."""

    term: Term
    found: bool
    how: How | None = None
    # The line or phrase that shows it, and where.
    where: str = ""
    start: int | None = None
    end: int | None = None
    # Whether it is shown by work that was done, and not merely listed among skills.
    is_shown: bool = False


@dataclass(frozen=True)
class Match:
    """Every term that was looked for, musts first."""

    terms: tuple[TermMatch, ...] = ()
    # Whether the terms are those of a posting (else of the role alone).
    from_posting: bool = False
