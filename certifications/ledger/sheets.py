"""The ledger of one credential, and of all that a person holds, in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch

from accounts.models import User
from certifications.holding.governing import Rulebook
from certifications.holding.standing import Standing, standing_of
from certifications.holding.timeline import Timeline
from certifications.ledger.bars import Bar, bars_of
from certifications.ledger.counting import Counted, count
from certifications.ledger.periods import Period, period_of
from certifications.ledger.rows import Row, frozen_row, row_of
from certifications.models import CECredit, CreditAllocation, HeldCredential, RenewalCycle
from certifications.models.held import HeldCredentialQuerySet
from certifications.models.ledger import CECreditQuerySet
from certifications.renewal.rules import ZERO


@dataclass(frozen=True)
class Sheet:
    """One credential: its open cycle, what counts in it, and the credits that are put towards it."""

    period: Period
    standing: Standing
    counted: Counted | None
    rows: list[Row]
    filed_rows: list[Row]
    today: date

    @property
    def held(self) -> HeldCredential:
        """The credential."""
        return self.period.held

    @cached_property
    def bars(self) -> list[Bar]:
        """Progress, the whole first; nothing where nothing can be counted."""
        return bars_of(self.counted.outcome) if self.counted else []

    @property
    def hours_to_go(self) -> Decimal:
        """How many hours are missing."""
        return self.counted.outcome.progress.to_go if self.counted else ZERO

    @property
    def is_complete(self) -> bool:
        """Whether all hours are there."""
        return self.counted is not None and self.counted.outcome.progress.is_complete

    @property
    def timeline(self) -> Timeline | None:
        """The cycle as a strip with today on it; nothing before it begins."""
        cycle, last = self.period.cycle, self.period.last_days
        if cycle is None or self.today < cycle.starts_on:
            return None
        return Timeline(cycle.starts_on, cycle.ends_on, self.today, last.reinstatable_until if last else None)

    @property
    def filed_cycles(self) -> list[RenewalCycle]:
        """The cycles whose renewal was filed, the latest first."""
        return [row for row in self.held.cycles.all() if row.is_filed]


@dataclass(frozen=True)
class Place:
    """A credit's row under the credential that it is put towards."""

    held: HeldCredential
    row: Row


@dataclass(frozen=True)
class Ledger:
    """All that a person holds, and all their credits."""

    sheets: list[Sheet]
    credits: list[CECredit]

    @cached_property
    def _rows(self) -> dict[int, list[Place]]:
        found: dict[int, list[Place]] = {credit.pk: [] for credit in self.credits}
        for sheet in self.sheets:
            for row in (*sheet.rows, *sheet.filed_rows):
                found[row.credit.pk].append(Place(sheet.held, row))
        return found

    def places(self, credit: CECredit) -> list[Place]:
        """Where one credit counts, or why it does not, for each credential that it serves."""
        return self._rows[credit.pk]


def ledger_of(user: User, *, today: date) -> Ledger:
    """The whole ledger of a person."""
    helds = HeldCredential.objects.owned_by(user)
    credits_ = [*_fetched(CECredit.objects.owned_by(user))]
    return Ledger(sheets_of(helds, credits_, as_of=today), credits_)


def sheet_of(held: HeldCredential, *, as_of: date) -> Sheet:
    """The ledger of one credential, as things stand on a day."""
    credits_ = [*_fetched(CECredit.objects.serving(held))]
    return sheets_of(HeldCredential.objects.filter(pk=held.pk), credits_, as_of=as_of)[0]


def sheets_of(helds: HeldCredentialQuerySet, credits_: Sequence[CECredit], *, as_of: date) -> list[Sheet]:
    """A sheet for each credential; the credits come with what they serve, their files and their allocations."""
    cycles = Prefetch("cycles", RenewalCycle.objects.select_related("rule_version"))
    rows = [*helds.select_related("credential", "state", "role").prefetch_related(cycles)]
    book = Rulebook(rows)
    return [_sheet(held, book, credits_, as_of) for held in rows]


def _fetched(credits_: CECreditQuerySet) -> CECreditQuerySet:
    allocations = Prefetch("allocations", CreditAllocation.objects.select_related("cycle"))
    return credits_.prefetch_related("serves", "files", allocations)


def _sheet(held: HeldCredential, book: Rulebook, credits_: Iterable[CECredit], as_of: date) -> Sheet:
    period = period_of(held, book, today=as_of)
    mine = [credit for credit in credits_ if any(served.pk == held.pk for served in credit.serves.all())]
    frozen = {credit.pk: found for credit in mine if (found := allocation_for(credit, held))}
    free = [credit for credit in mine if credit.pk not in frozen]
    counted = count(period, free, as_of=as_of)
    return Sheet(
        period=period,
        standing=standing_of(held, period.governing, today=as_of),
        counted=counted,
        rows=[row_of(credit, period, counted) for credit in free],
        filed_rows=[frozen_row(credit, frozen[credit.pk]) for credit in mine if credit.pk in frozen],
        today=as_of,
    )


def allocation_for(credit: CECredit, held: HeldCredential) -> CreditAllocation | None:
    """How the credit counted in a filed cycle of the credential, if it stands in one."""
    return next((found for found in credit.allocations.all() if found.cycle.held_id == held.pk), None)
