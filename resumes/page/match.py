"""The checklist of what an ad or a role asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# An ad asks for a dozen things, a role's guide for forty.
SHORT = 16
# As many as stand side by side at the top of a page.
MOST_GAPS = 3


@dataclass(frozen=True)
class Checked:
    """One term, and where the document shows it."""

    term: str
    kind: str
    required: bool
    found: bool
    where: str


@dataclass(frozen=True)
class Checklist:
    """All terms; what is missing stands first, musts before the rest."""

    rows: tuple[Checked, ...]

    @property
    def found(self) -> int:
        """How many were found."""
        return sum(row.found for row in self.rows)

    @property
    def gaps(self) -> list[Checked]:
        """The first musts that were not found."""
        return [row for row in self.rows if row.required and not row.found][:MOST_GAPS]

    @property
    def shown(self) -> list[Checked]:
        """What stands there at once: everything of a short list; of a long one, what is missing and must be there."""
        return [row for row in self.rows if len(self.rows) <= SHORT or (row.required and not row.found)]

    @property
    def missing(self) -> list[Checked]:
        """The rest of what was not found, of a long list."""
        return [row for row in self.rows if not row.found and row not in self.shown]

    @property
    def proven(self) -> list[Checked]:
        """What was found, of a long list."""
        return [row for row in self.rows if row.found and row not in self.shown]


def checklist(result: Mapping[str, Any]) -> Checklist | None:
    """The match of a stored review; None where nothing was asked for."""
    terms = (result.get("match") or {}).get("terms") or []
    rows = [Checked(row["term"], row["kind"], row["required"], row["found"], row["where"] or "") for row in terms]
    rows.sort(key=lambda row: (row.found, not row.required))
    return Checklist(tuple(rows)) if rows else None
