"""The cycle that is open for a credential: kept as a row, or computed from its rule and the last day printed on it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from certifications.holding.governing import Governing, Rulebook
from certifications.ledger.ruling import Ruling, Trouble, ruling_on
from certifications.models import HeldCredential, RenewalCycle
from certifications.renewal.cycles import DAY, AnchorKind, CycleError, Schedule, Span, cycle_on
from certifications.renewal.rules import ZERO, Cycle
from certifications.renewal.status import Deadlines, Status, deadlines

# The version in force on the last day governs, and the last day may depend on the version: look again so many times.
_LOOKS = 3


class WhyNone(StrEnum):
    """Why no cycle is open."""

    NOT_HELD = "not-held"
    NO_RULE = "no-rule"
    MENDING = "mending"
    BIRTH_MONTH = "birth-month"
    DATES = "dates"


@dataclass(frozen=True)
class Period:
    """The days whose hours count for the next renewal, and the version of the rule that counts them."""

    held: HeldCredential
    ruling: Ruling
    cycle: Cycle | None = None
    row: RenewalCycle | None = None
    why_none: WhyNone | None = None

    @property
    def governing(self) -> Governing | None:
        """The version that counts, if there is one."""
        return self.ruling.governing

    @property
    def last_days(self) -> Deadlines | None:
        """The last day, and until when it can be renewed late or reinstated, where the rule is known."""
        if self.cycle is None or self.governing is None:
            return None
        rule = self.governing.rule
        return deadlines(self.cycle.ends_on, grace_days=rule.grace_days, reinstate_months=rule.reinstate_months)

    @property
    def counting(self) -> Cycle | None:
        """The cycle as the hours are counted: one that is being reinstated also takes those done since its end."""
        if self.cycle is None or not self.cycle.reinstating or self.last_days is None:
            return self.cycle
        return replace(self.cycle, ends_on=self.last_days.reinstatable_until)

    @property
    def is_renewed_elsewhere(self) -> bool:
        """Whether the credential was given a last day so much later that it must have been renewed."""
        row, expires_on = self.row, self.held.expires_on
        return row is not None and expires_on is not None and _is_a_cycle_later(row, expires_on)

    def status_on(self, day: date) -> Status | None:
        """How the credential stands on the day by its rule."""
        return self.last_days.status_on(day) if self.last_days else None


def period_of(held: HeldCredential, book: Rulebook, *, today: date) -> Period:
    """The open cycle. Its rows come from `held.cycles`, so fetch them beforehand for many."""
    if not held.is_held or held.earned_on is None:
        return Period(held, Ruling(), why_none=WhyNone.NOT_HELD)
    row = next((row for row in held.cycles.all() if not row.is_filed), None)
    return _computed(held, book, today) if row is None else _kept(held, row, book)


def schedule_of(held: HeldCredential, governing: Governing) -> Schedule:
    """How the credential's cycles follow each other under a version."""
    version = governing.version
    kind = AnchorKind(version.anchor)
    month = held.birth_month if kind == AnchorKind.BIRTH_MONTH else version.anchor_month
    earned_on = held.earned_on or date.min
    return Schedule(kind, earned_on, governing.rule.cycle_months, month, version.anchor_day)


def _kept(held: HeldCredential, row: RenewalCycle, book: Rulebook) -> Period:
    ends_on = row.ends_on
    if held.expires_on and held.expires_on >= row.starts_on and not _is_a_cycle_later(row, held.expires_on):
        ends_on = held.expires_on
    cycle = Cycle(row.starts_on, ends_on, row.is_first, row.is_reinstating, row.carry_in)
    ruling = ruling_on(book, held, ends_on)
    return Period(held, ruling, cycle, row)


def _is_a_cycle_later(row: RenewalCycle, day: date) -> bool:
    """Half a cycle tells a renewal from a correction of the date."""
    return (day - row.ends_on) * 2 >= max(row.ends_on - row.starts_on, timedelta(days=60))


def _computed(held: HeldCredential, book: Rulebook, today: date) -> Period:
    day = min(today, held.expires_on or today)
    ruling = ruling_on(book, held, held.expires_on or day)
    for _look in range(_LOOKS):
        if ruling.governing is None:
            why = WhyNone.NO_RULE if ruling.trouble == Trouble.NO_RULE else WhyNone.MENDING
            return Period(held, ruling, why_none=why)
        try:
            span = _span(held, ruling.governing, day)
        except CycleError:
            return Period(held, ruling, why_none=_why(held, ruling.governing))
        last = ruling_on(book, held, span.ends_on)
        if last.governing and last.governing.version.pk == ruling.governing.version.pk:
            cycle = Cycle(span.starts_on, span.ends_on, is_first=span.starts_on == held.earned_on, carry_in=ZERO)
            return Period(held, ruling, cycle)
        ruling = last
    return Period(held, Ruling(trouble=Trouble.TWO_VERSIONS), why_none=WhyNone.MENDING)


def _span(held: HeldCredential, governing: Governing, day: date) -> Span:
    try:
        schedule = schedule_of(held, governing)
    except CycleError:
        if held.expires_on is None:
            raise
        # The last day that is printed beats any anchor, so the length of the cycle is all that is needed.
        schedule = Schedule(AnchorKind.EARNED, held.earned_on or day, governing.rule.cycle_months)
    return cycle_on(schedule, day, printed=held.expires_on)


def _why(held: HeldCredential, governing: Governing) -> WhyNone:
    needs_month = governing.version.anchor == AnchorKind.BIRTH_MONTH and held.birth_month is None
    return WhyNone.BIRTH_MONTH if needs_month else WhyNone.DATES


def next_end(held: HeldCredential, governing: Governing, cycle: Cycle) -> date | None:
    """The last day of the cycle that follows by the rule; nothing where it cannot be told."""
    try:
        return cycle_on(schedule_of(held, governing), cycle.ends_on + DAY, printed=cycle.ends_on).ends_on
    except CycleError:
        return None
