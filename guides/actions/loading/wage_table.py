"""How tables of pay become rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from guides.actions.loading.digests import digest_of
from guides.actions.loading.table import Known, Row, Stamp, Table
from guides.content_files.entries import Entry, WageRow, WagesEntry
from guides.models import WageEstimate

_CELLS = [spec.name for spec in fields(WageRow)]


class WageTable(Table):
    """Pay: all rows of an occupation are one item, known by its SOC code."""

    def rows(self, which: models.Q | None = None) -> dict[str, Row]:
        """The rows of each occupation as one."""
        tables: defaultdict[str, list[Any]] = defaultdict(list)
        for soc, *cells in WageEstimate.objects.filter(which or models.Q()).values_list(
            "soc", "as_of", "source__key", *_CELLS
        ):
            tables[soc].append(cells)
        found: dict[str, Row] = {}
        for soc, table in tables.items():
            rows = tuple(WageRow(**dict(zip(_CELLS, cells[2:], strict=True))) for cells in table)
            as_of, source = ("; ".join(sorted({cells[at] for cells in table})) for at in (0, 1))
            values = {"soc": soc, "as_of": as_of, "source": source, "rows": rows}
            found[soc] = Row(soc, digest_of(values), None, values)
        return found

    def troubles(self, entry: Entry) -> list[str]:
        """What the model would not accept, as sentences; each kind of trouble once."""
        found: dict[str, None] = {}
        for row in self._estimates(entry, source_id=None):
            try:
                row.clean_fields(exclude={"source"})
            except ValidationError as error:
                place = f"{row.place} {row.naics}".strip()
                for name, messages in error.message_dict.items():
                    found[f"{place}, {name}: {' '.join(messages)}"] = None
        return [*found]

    def _estimates(self, entry: Entry, *, source_id: Any) -> list[WageEstimate]:
        if not isinstance(entry, WagesEntry):
            return []
        return [WageEstimate(soc=entry.soc, as_of=entry.as_of, source_id=source_id, **vars(row)) for row in entry.rows]

    def create(self, entries: Sequence[Entry], known: Known, stamp: Stamp) -> None:  # noqa: ARG002 -- no history
        """Make the rows of occupations."""
        sources = known["source"]
        tables = (self._estimates(entry, source_id=sources[getattr(entry, "source", "")]) for entry in entries)
        WageEstimate.objects.bulk_create(row for table in tables for row in table)
        known[self.noun] |= {entry.ident: entry.ident for entry in entries}

    def update(self, entries: Sequence[Entry], known: Known, stamp: Stamp) -> None:
        """Put other rows in place of those of the occupations."""
        WageEstimate.objects.filter(soc__in=[entry.ident for entry in entries]).delete()
        self.create(entries, known, stamp)

    def instances(self, pks: Iterable[Any]) -> dict[Any, list[models.Model]]:
        """The rows of occupations, by SOC code."""
        found: defaultdict[Any, list[models.Model]] = defaultdict(list)
        for row in WageEstimate.objects.filter(soc__in=[*pks]):
            found[row.soc].append(row)
        return found
