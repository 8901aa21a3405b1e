"""A cycle that was filed, as it was frozen then: read from its rows, never counted again."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from certifications.ledger.bars import Bar
from certifications.ledger.rows import Row, frozen_row
from certifications.marks import mark_label
from certifications.models import RenewalCycle


class FiledCycle:
    """What counted in it, and how each of its courses did."""

    def __init__(self, row: RenewalCycle) -> None:
        self.row = row
        self._result: Mapping[str, Any] = row.result or {}

    @property
    def was_counted(self) -> bool:
        """Whether there was a rule to count by."""
        return bool(self._result)

    @property
    def was_complete(self) -> bool:
        """Whether all hours were there."""
        return bool(self._result.get("complete"))

    @property
    def carried_out(self) -> Decimal:
        """The hours that the next cycle was given."""
        return Decimal(self._result.get("carry_out", "0"))

    @cached_property
    def bars(self) -> list[Bar]:
        """The whole, each minimum and each limit, as they stood."""
        if not self.was_counted:
            return []
        whole = Bar(_("All hours"), Decimal(self._result["counted"]), Decimal(self._result["required"]))
        return [whole, *(bar for part in self._result.get("parts", []) if (bar := _bar(part)))]

    @cached_property
    def rows(self) -> list[Row]:
        """Its courses, the latest first."""
        allocations = self.row.allocations.select_related("credit", "cycle").prefetch_related("credit__files")
        found = sorted(allocations, key=lambda one: (one.credit.completed_on, one.credit.pk), reverse=True)
        return [frozen_row(one.credit, one) for one in found]


def _bar(part: Mapping[str, str]) -> Bar | None:
    have, want = Decimal(part["counted"]), Decimal(part["hours"])
    is_limit = part["kind"] == "cap"
    if is_limit and not have:
        return None
    note = _("The most that could count.") if is_limit else ""
    return Bar(mark_label(part["tag"]), have, want, note, is_limit=is_limit)
