"""What would change if a version were published: people's open cycles, counted with it and without it.

They are counted as the ledger counts them. Nothing is written, and nobody is named: whoever publishes sees numbers, and
credentials by their number alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from certifications.actions.publishing_rules import DAY, ended_by
from certifications.holding.governing import Rulebook
from certifications.ledger.counting import count
from certifications.ledger.periods import period_of
from certifications.models import CECredit, HeldCredential, RenewalCycle, RenewalRuleVersion

CHUNK = 500


@dataclass(frozen=True)
class Counted:
    """How one cycle counts; nothing where no rule governs it."""

    version: int
    ends_on: date
    to_go: Decimal
    is_complete: bool


@dataclass(frozen=True)
class Change:
    """One open cycle that would count otherwise."""

    held: int
    before: Counted | None
    after: Counted | None

    @property
    def loses(self) -> bool:
        """Whether a complete cycle would no longer be complete."""
        return bool(self.before and self.before.is_complete and not (self.after and self.after.is_complete))

    @property
    def gains(self) -> bool:
        """Whether a cycle would become complete."""
        return bool(self.after and self.after.is_complete and not (self.before and self.before.is_complete))


@dataclass(frozen=True)
class Trial:
    """What publishing would do to the ledgers there are."""

    ends: RenewalRuleVersion | None
    ends_on: date | None
    cycles: int
    people: int
    governed: int
    changes: tuple[Change, ...]

    @property
    def changed(self) -> int:
        """How many open cycles would count otherwise."""
        return len(self.changes)

    @cached_property
    def losing(self) -> int:
        """How many would no longer be complete."""
        return sum(change.loses for change in self.changes)

    @cached_property
    def gaining(self) -> int:
        """How many would become complete."""
        return sum(change.gains for change in self.changes)

    @cached_property
    def more_to_go(self) -> int:
        """How many would have more hours to go than before."""
        both = [(change.before, change.after) for change in self.changes]
        return sum(after.to_go > before.to_go for before, after in both if before and after)

    @cached_property
    def less_to_go(self) -> int:
        """How many would have fewer hours to go than before."""
        both = [(change.before, change.after) for change in self.changes]
        return sum(after.to_go < before.to_go for before, after in both if before and after)

    @cached_property
    def hours(self) -> tuple[Decimal, Decimal]:
        """Hours to go of all changed cycles together, before and after."""
        sums = [
            sum((side.to_go for side in sides if side), Decimal(0))
            for sides in (
                [change.before for change in self.changes],
                [change.after for change in self.changes],
            )
        ]
        return sums[0], sums[1]


def try_version(version: RenewalRuleVersion, *, today: date) -> Trial:
    """Count every open cycle that the version might touch, with it and without it."""
    ends = ended_by(version)
    ends_on = version.in_force_from - DAY if ends else None
    cycles, people, governed = 0, set(), 0
    changes: list[Change] = []
    for helds in _chunks(_held_by(version)):
        before, after = Rulebook(helds), _RulebookWith(helds, version, ends, ends_on)
        for held in helds:
            was, becomes = (_count(held, book, today) for book in (before, after))
            if was or becomes:
                cycles += 1
                people.add(held.holder_id)
            governed += bool(becomes and becomes.version == version.pk)
            if _differ(was, becomes):
                changes.append(Change(held.pk, was, becomes))
    return Trial(ends, ends_on, cycles, len(people), governed, tuple(changes))


def _differ(was: Counted | None, becomes: Counted | None) -> bool:
    if was is None or becomes is None:
        return was is not becomes
    return (was.ends_on, was.to_go, was.is_complete) != (becomes.ends_on, becomes.to_go, becomes.is_complete)


def _chunks(helds: QuerySet[HeldCredential]) -> Iterator[list[HeldCredential]]:
    found: list[HeldCredential] = []
    for held in helds.iterator(chunk_size=CHUNK):
        found.append(held)
        if len(found) == CHUNK:
            yield found
            found = []
    if found:
        yield found


class _RulebookWith(Rulebook):
    """The published versions, as if one more were among them and the one before it had ended."""

    def __init__(
        self,
        helds: Iterable[HeldCredential],
        version: RenewalRuleVersion,
        ends: RenewalRuleVersion | None,
        ends_on: date | None,
    ) -> None:
        super().__init__(helds)
        mine = self.versions_of(version.rule)
        for other in mine:
            if ends is not None and other.pk == ends.pk:
                other.in_force_until = ends_on
        mine.append(version)


def _held_by(version: RenewalRuleVersion) -> QuerySet[HeldCredential]:
    rule = version.rule
    found = HeldCredential.objects.held().order_by("pk")
    if rule.credential_id:
        found = found.filter(credential=rule.credential_id)
    else:
        found = found.filter(role=rule.role_id, state=rule.state_id)
    return found.prefetch_related(
        Prefetch("cycles", RenewalCycle.objects.select_related("rule_version")),
        Prefetch("credits", CECredit.objects.prefetch_related("files", "allocations__cycle")),
    )


def _count(held: HeldCredential, book: Rulebook, today: date) -> Counted | None:
    period = period_of(held, book, today=today)
    counted = count(period, _free(held), as_of=today)
    if counted is None or period.governing is None or period.cycle is None:
        return None
    progress = counted.outcome.progress
    return Counted(period.governing.version.pk, period.cycle.ends_on, progress.to_go, progress.is_complete)


def _free(held: HeldCredential) -> Sequence[CECredit]:
    """Credits that stand in no filed cycle of the credential."""
    return [
        credit
        for credit in held.credits.all()
        if not any(allocation.cycle.held_id == held.pk for allocation in credit.allocations.all())
    ]
