"""How often the engine agreed with people on answers it was never trained on, as `bench/coach.py --keep` counted it."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "data" / "measured.json"


@dataclass(frozen=True)
class Measured:
    """Counts, each out of the number that stands beside it."""

    engine: str
    # As 2026-11-28.
    day: str
    answers: int
    # Answers in which the engine and the person agree whether the part is there.
    situation: int
    task: int
    action: int
    result: int
    # The same step of three; and at most one step off.
    same_step: int
    near_step: int
    # Answers that fit their question, and how many of them were asked about all the same.
    fitting: int
    questioned: int
    # Fillers that people marked and how many of them were found; and what was called a filler and is none.
    fillers: int
    fillers_found: int
    fillers_wrong: int


@cache
def measured() -> Measured:
    """The counts that are kept."""
    return Measured(**json.loads(FILE.read_text(encoding="utf-8")))
