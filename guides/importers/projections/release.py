"""What an edition of the projections says: jobs, openings and reasons by occupation."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple


class Jobs(NamedTuple):
    """A row of table 1.2, in persons; the columns of the database have the same names."""

    soc: str
    is_summary: bool
    jobs_base: int | None
    jobs_target: int | None
    change_percent: Decimal | None
    openings: int | None
    entry_education: str
    training: str
    experience: str


class Leaving(NamedTuple):
    """What table 1.10 says of people who leave an occupation in a year, in persons."""

    exits: int | None
    transfers: int | None


class Reason(NamedTuple):
    """A statement of table 1.12."""

    soc: str
    industry_code: str
    industry: str
    text: str


@dataclass
class ProjectionRelease:
    """Everything that was read of one edition."""

    years: tuple[int, int] = (0, 0)
    jobs: dict[str, Jobs] = field(default_factory=dict)
    leaving: dict[str, Leaving] = field(default_factory=dict)
    reasons: dict[tuple[str, str], Reason] = field(default_factory=dict)
    # The first years of the editions that reasons are from.
    reasons_from: set[int] = field(default_factory=set)
    files: dict[str, int] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def edition(self) -> str:
        """Its years as they are written, such as 2024–34."""
        first, last = self.years
        return f"{first}–{last % 100:02d}" if first // 100 == last // 100 else f"{first}–{last}"
