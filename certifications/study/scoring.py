"""How a round of questions went, part by part. It counts answers; it predicts no score of any exam."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

# How long an answer may be on its way when the time is up.
GRACE: Final = timedelta(seconds=5)


@dataclass(frozen=True)
class Marked:
    """One question: its part, whether the answer was right, and whether it came after the time."""

    domain: str
    is_correct: bool | None
    is_late: bool = False

    @property
    def is_right(self) -> bool:
        """Whether it counts as right."""
        return self.is_correct is True and not self.is_late


@dataclass
class PartResult:
    """What was right in one part of the exam."""

    domain: str
    right: int = 0
    total: int = 0
    open: int = 0
    late: int = 0

    @property
    def missed(self) -> int:
        """What was wrong, late or left open."""
        return self.total - self.right

    @property
    def percent(self) -> int:
        """The share that was right, cut to a whole per cent."""
        return 100 * self.right // self.total if self.total else 0


@dataclass
class Result:
    """A whole round."""

    parts: list[PartResult] = field(default_factory=list)

    @property
    def whole(self) -> PartResult:
        """All parts together."""
        return PartResult("", *(sum(getattr(part, name) for part in self.parts) for name in _COUNTS))

    def study_next(self, weights: Mapping[str, Decimal]) -> list[PartResult]:
        """Parts with something missed, the one first where most of the exam is still to be won."""
        missed = [part for part in self.parts if part.missed]
        return sorted(missed, key=lambda part: -_to_win(part, weights))


_COUNTS: Final = ("right", "total", "open", "late")


def _to_win(part: PartResult, weights: Mapping[str, Decimal]) -> Decimal:
    return weights.get(part.domain, Decimal(1)) * part.missed / part.total


def result_of(marked: Iterable[Marked], order: Sequence[str] = ()) -> Result:
    """Count a round by part, in the outline's order; parts that it does not name come last."""
    parts: dict[str, PartResult] = {domain: PartResult(domain) for domain in order}
    for one in marked:
        part = parts.setdefault(one.domain, PartResult(one.domain))
        part.total += 1
        part.right += one.is_right
        part.open += one.is_correct is None
        part.late += one.is_late
    return Result([part for part in parts.values() if part.total])


def is_late(answered_at: datetime, started_at: datetime, minutes: int | None) -> bool:
    """Whether an answer came after the time; without a limit none does."""
    return minutes is not None and answered_at > started_at + timedelta(minutes=minutes) + GRACE
