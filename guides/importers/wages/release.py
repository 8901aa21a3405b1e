"""What a release of the wage survey says: rows of pay by kind, areas, and what was left out."""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from guides.importers.problems import gettext_noop as _

# The cells of a row, in this order; the columns of the database have the same names.
JOBS = ("employment",)
ERRORS = ("employment_error", "mean_error")
POINTS = ("p10", "p25", "median", "p75", "p90")
CELLS = (*JOBS, *ERRORS, *(f"hour_{point}" for point in POINTS), *(f"year_{point}" for point in POINTS))
Cell = Decimal | int | None

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Kind(StrEnum):
    """What a row is about, besides an occupation."""

    NATION = "nation"
    STATE = "state"
    INDUSTRY = "industry"
    AREA = "area"


class Skipped:
    """Why a row was left out, in words."""

    OWNER = _("an industry split by who owns the workplace")
    SECTOR = _("a sector: a group of industries")
    PLACED_INDUSTRY = _("an industry within a state or area")
    UNKNOWN_PLACE = _("a place that this site does not know")
    AGAIN = _("the same as a row before")
    DIFFERS = _("other than a row before for the same occupation and place; the first one counts")
    OTHER_YEAR = _("of another year")


@dataclass(frozen=True, slots=True)
class Pay:
    """One row: its cells in the order of `CELLS`, and the points that are given as so much or more."""

    cells: tuple[Cell, ...]
    or_more: str = ""


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """A metropolitan or other area and the postal codes of the states in which it lies."""

    code: str
    name: str
    is_metro: bool
    states: tuple[str, ...]


@dataclass
class WageRelease:
    """Everything that was read. Rows go by occupation and place: a postal code, an industry's or an area's code."""

    period: str = ""
    rows: dict[Kind, dict[tuple[str, str], Pay]] = field(default_factory=dict)
    industries: dict[str, str] = field(default_factory=dict)
    areas: dict[str, AreaEntry] = field(default_factory=dict)
    # Files with their rows, and what was left out of them.
    files: dict[str, int] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)

    def add(self, kind: Kind, soc: str, place: str, pay: Pay) -> None:
        """Take a row; of two for the same place the first one counts."""
        rows = self.rows.setdefault(kind, {})
        before = rows.setdefault((soc, place), pay)
        if before is not pay:
            self.skipped[Skipped.AGAIN if before == pay else Skipped.DIFFERS] += 1


def month_of(period: str) -> tuple[int, int]:
    """Year and month of a period such as “May 2025”; nought for what is none."""
    found = re.fullmatch(r"([A-Z][a-z]+) (\d{4})", period.strip())
    if found is None or found[1] not in _MONTHS:
        return (0, 0)
    return int(found[2]), _MONTHS.index(found[1]) + 1
