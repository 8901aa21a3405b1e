"""What imports of official data brought in: newer than the files, unless a file is of a later edition."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from guides.actions.loading.decisions import Outcome
from guides.actions.loading.table import Row
from guides.content_files.entries import Entry, ProjectionEntry, WagesEntry
from guides.models import Release

_KINDS = {"wages": Release.Kind.WAGES, "projection": Release.Kind.PROJECTIONS}
_UNLIKE = {Outcome.KEEP, Outcome.BOTH, Outcome.FOREIGN}


@dataclass(frozen=True)
class Imported:
    """The sources that releases on the site are from, by the kind of release."""

    sources: Mapping[str, set[str]]

    @classmethod
    def recall(cls) -> Self:
        """What the database remembers."""
        sources: defaultdict[str, set[str]] = defaultdict(set)
        for kind, source in Release.objects.values_list("kind", "source__key"):
            sources[kind].add(source)
        return cls(dict(sources))

    def brought(self, noun: str, row: Row | None) -> bool:
        """Whether a row is of the figures that an import brings."""
        if row is None or noun not in _KINDS:
            return False
        # Pay of an occupation may be of several years, each with its source.
        return not self.sources.get(_KINDS[noun], set()).isdisjoint(str(row.values["source"]).split("; "))

    def settle(self, outcome: Outcome, entry: Entry, row: Row | None) -> Outcome:
        """The outcome for an item, where an import and not an editor is the one who changed or made it."""
        if row is None or outcome not in _UNLIKE:
            return outcome
        if entry.NOUN == "source":
            cited = set[str]().union(*self.sources.values())
            return Outcome.TAKE if outcome is Outcome.FOREIGN and entry.ident in cited else outcome
        if not self.brought(entry.NOUN, row):
            return outcome
        is_later = outcome is not Outcome.KEEP and _year(entry) > _year_of(row)
        return Outcome.TAKE if is_later else Outcome.IMPORTED


def _year(entry: Entry) -> int:
    if isinstance(entry, WagesEntry):
        return _last(entry.as_of)
    return entry.base_year if isinstance(entry, ProjectionEntry) else 0


def _year_of(row: Row) -> int:
    return _last(str(row.values["as_of"])) if "as_of" in row.values else int(row.values["base_year"])


def _last(text: str) -> int:
    """The last year that a text names."""
    return max((int(year) for year in re.findall(r"\d{4}", text)), default=0)
