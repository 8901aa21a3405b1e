"""What would change if a version were published: people's open cycles, counted with it and without it.

Nothing is written, and nobody is named: whoever publishes sees numbers, and credentials by their number alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from certifications.actions.publishing_rules import DAY, ended_by
from certifications.models import CECredit, HeldCredential, RenewalCycle, RenewalRuleVersion
from certifications.renewal.cycles import AnchorKind, CycleError, Schedule, cycle_on
from certifications.renewal.entries import ReadingError
from certifications.renewal.outcome import explain
from certifications.renewal.reading import read_rule
from certifications.renewal.rules import Credit, Cycle, Rule, UnknownUnitError
from certifications.renewal.versions import NoVersionError, TwoVersionsError, version_for

CHUNK = 500


@dataclass(frozen=True)
class Dated:
    """A version as the trial sees it."""

    pk: int
    in_force_from: date
    in_force_until: date | None
    rule: Rule
    anchor: AnchorKind
    month: int | None
    day: int | None


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
    before = _Rulebook(_published(version))
    after = _Rulebook([*_with_end(before.versions, ends, ends_on), _dated(version)])
    seen, people, governed, changes = 0, set(), 0, []
    for held in _held_by(version).iterator(chunk_size=CHUNK):
        for cycle in _open_cycles(held):
            seen += 1
            people.add(held.holder_id)
            was, becomes = (_count(held, cycle, book, today) for book in (before, after))
            governed += bool(becomes and becomes.version == version.pk)
            if _differ(was, becomes):
                changes.append(Change(held.pk, was, becomes))
    return Trial(ends, ends_on, seen, len(people), governed, tuple(changes))


def _differ(was: Counted | None, becomes: Counted | None) -> bool:
    if was is None or becomes is None:
        return was is not becomes
    return replace(was, version=becomes.version) != becomes


class _Rulebook:
    """Versions of one rule: which one governs a day."""

    def __init__(self, versions: Iterable[Dated]) -> None:
        self.versions = tuple(versions)

    def on(self, day: date) -> Dated | None:
        """The version that governs a cycle with this last day."""
        try:
            return version_for(self.versions, day)
        except (NoVersionError, TwoVersionsError):
            return None


def _dated(version: RenewalRuleVersion) -> Dated:
    return Dated(
        pk=version.pk,
        in_force_from=version.in_force_from,
        in_force_until=version.in_force_until,
        rule=read_rule(version.body),
        anchor=AnchorKind(version.anchor),
        month=version.anchor_month,
        day=version.anchor_day,
    )


def _published(version: RenewalRuleVersion) -> Iterator[Dated]:
    for other in version.rule.versions.published().exclude(pk=version.pk):
        try:
            yield _dated(other)
        except ReadingError:
            continue


def _with_end(versions: Sequence[Dated], ends: RenewalRuleVersion | None, on: date | None) -> Iterator[Dated]:
    for version in versions:
        yield replace(version, in_force_until=on) if ends and version.pk == ends.pk else version


def _held_by(version: RenewalRuleVersion) -> QuerySet[HeldCredential]:
    rule = version.rule
    found = HeldCredential.objects.held().filter(earned_on__isnull=False).order_by("pk")
    if rule.credential_id:
        found = found.filter(credential=rule.credential_id)
    else:
        found = found.filter(role=rule.role_id, state=rule.state_id)
    credits_ = CECredit.objects.prefetch_related("files")
    return found.prefetch_related(
        Prefetch("cycles", RenewalCycle.objects.open().order_by("starts_on")), Prefetch("credits", credits_)
    )


def _open_cycles(held: HeldCredential) -> Sequence[RenewalCycle | None]:
    """The cycles that are kept and not filed; where none is kept, the present one as the rule gives it."""
    return [*held.cycles.all()] or [None]


def _count(held: HeldCredential, kept: RenewalCycle | None, book: _Rulebook, today: date) -> Counted | None:
    try:
        found = _of_kept(kept, book) if kept else _of_rule(held, book, today)
        if found is None:
            return None
        version, cycle = found
        outcome = explain(version.rule, cycle, _credits(held), today)
    except (CycleError, UnknownUnitError):
        return None
    return Counted(version.pk, cycle.ends_on, outcome.progress.to_go, outcome.progress.is_complete)


def _of_kept(kept: RenewalCycle, book: _Rulebook) -> tuple[Dated, Cycle] | None:
    version = book.on(kept.ends_on)
    if version is None:
        return None
    return version, Cycle(kept.starts_on, kept.ends_on, kept.is_first, kept.is_reinstating, kept.carry_in)


def _of_rule(held: HeldCredential, book: _Rulebook, today: date) -> tuple[Dated, Cycle] | None:
    """The version in force on the cycle's last day decides; where that leads to another version, it is asked again."""
    day = min(today, held.expires_on or today)
    latest = max(book.versions, key=lambda version: version.in_force_from, default=None)
    version = book.on(held.expires_on or today) or latest
    for _again in range(2):
        if version is None:
            return None
        span = cycle_on(_schedule(held, version), day, printed=held.expires_on)
        governing = book.on(span.ends_on)
        if governing is version:
            return version, Cycle(span.starts_on, span.ends_on, is_first=span.starts_on == held.earned_on)
        version = governing
    return None


def _schedule(held: HeldCredential, version: Dated) -> Schedule:
    month = held.birth_month if version.anchor == AnchorKind.BIRTH_MONTH else version.month
    earned_on = held.earned_on or date.min
    return Schedule(version.anchor, earned_on, version.rule.cycle_months, month, version.day)


def _credits(held: HeldCredential) -> tuple[Credit, ...]:
    return tuple(
        Credit(
            id=str(credit.pk),
            completed_on=credit.completed_on,
            quantity=credit.quantity,
            unit=credit.unit,
            tags=frozenset(credit.tags),
            activity_id=credit.activity_id,
            evidence=bool(credit.files.all()),
            rejected=credit.is_rejected,
        )
        for credit in held.credits.all()
    )
