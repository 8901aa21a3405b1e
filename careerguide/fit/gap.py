"""What stands beside a line of an ad: proofs, and the one thing to do where something is missing."""

from dataclasses import dataclass
from typing import Literal

# shown: all of it. part: some of it, or it is under way. missing: nothing. yours: nothing that papers could prove.
State = Literal["shown", "part", "missing", "yours"]


@dataclass(frozen=True)
class Gap:
    """What is missing, and the place where something can be done about it."""

    words: str
    todo: str
    link: str


@dataclass(frozen=True)
class Proof:
    """Words of the resume, or how a credential stands."""

    words: str
    # Whether they stand in the resume, and are quoted.
    is_quote: bool = True


@dataclass(frozen=True)
class Answer:
    """How one line of an ad is met."""

    line: str
    required: bool
    state: State
    proofs: tuple[Proof, ...] = ()
    gap: Gap | None = None
    # A must from the first day that is neither held nor begun.
    lacks_paper: bool = False
