"""Counts a ledger under a rule, and explains each credit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from certifications.renewal.allocation import Allocation, Eligible, allocate
from certifications.renewal.carry import carried_in, carry_out
from certifications.renewal.duplicates import same_activity
from certifications.renewal.eligibility import Reason, reason_against
from certifications.renewal.progress import Progress, progress_of
from certifications.renewal.requirement import Requirement, requirement_of
from certifications.renewal.rules import ZERO, Cap, Credit, Cycle, Rule, hours_of

SCHEMA = 1


@dataclass(frozen=True)
class Line:
    """How one credit counts. `reason` says why nothing of it does; `full_caps` what kept the rest out."""

    credit: Credit
    hours: Decimal
    counted: Decimal
    reason: Reason | None = None
    serves: tuple[str, ...] = ()
    full_caps: tuple[Cap, ...] = ()
    same_as: str = ""


@dataclass(frozen=True)
class Outcome:
    """A cycle counted: what is asked, what counts, what is to go, and a line for each credit."""

    rule: Rule
    cycle: Cycle
    as_of: date
    asked: Requirement
    own: Decimal
    carried_in: Decimal
    by_tag: Mapping[str, Decimal]
    progress: Progress
    over_cap: Decimal
    carry_out: Decimal
    lines: tuple[Line, ...]

    @property
    def counted(self) -> Decimal:
        """Hours that count, with those carried in."""
        return self.own + self.carried_in

    def counted_for(self, tag: str) -> Decimal:
        """Hours that count and bear the tag: of a minimum, or of a cap."""
        return self.by_tag.get(tag, ZERO)


@dataclass(frozen=True)
class _Sifted:
    """Credits with their hours, why some cannot count, and which repeat another."""

    worth: Mapping[str, Decimal]
    against: Mapping[str, Reason | None]
    repeats: Mapping[str, str]
    eligible: tuple[Eligible, ...]


def explain(rule: Rule, cycle: Cycle, credits_: Sequence[Credit], as_of: date) -> Outcome:
    """Count the credits in the cycle as things stood on a day. Their ids must differ."""
    asked, brought = requirement_of(rule, cycle), carried_in(rule, cycle)
    sifted = _sift(rule, cycle, credits_, as_of)
    allocation = allocate(sifted.eligible, asked, rule.caps)
    own = allocation.total
    progress = progress_of(asked, own + brought, allocation.by_tag)
    return Outcome(
        rule=rule,
        cycle=cycle,
        as_of=as_of,
        asked=asked,
        own=own,
        carried_in=brought,
        by_tag=dict(allocation.by_tag),
        progress=progress,
        over_cap=sum((credit.hours for credit in sifted.eligible), ZERO) - own,
        carry_out=carry_out(rule, required=asked.total, own=own, brought=brought, is_complete=progress.is_complete),
        lines=tuple(_line(credit, sifted, allocation, asked, rule) for credit in credits_),
    )


def _sift(rule: Rule, cycle: Cycle, credits_: Sequence[Credit], as_of: date) -> _Sifted:
    worth = {credit.id: hours_of(credit, rule) for credit in credits_}
    against = {credit.id: reason_against(credit, rule, cycle, as_of) for credit in credits_}
    repeats = same_activity((credit, worth[credit.id]) for credit in credits_ if against[credit.id] is None)
    against.update(dict.fromkeys(repeats, Reason.DUPLICATE))
    eligible = tuple(
        Eligible(credit.id, credit.completed_on, worth[credit.id], credit.tags)
        for credit in credits_
        if against[credit.id] is None
    )
    return _Sifted(worth, against, repeats, eligible)


def _line(credit: Credit, sifted: _Sifted, allocation: Allocation, asked: Requirement, rule: Rule) -> Line:
    hours = sifted.worth[credit.id]
    if reason := sifted.against[credit.id]:
        return Line(credit, hours, ZERO, reason, same_as=sifted.repeats.get(credit.id, ""))
    counted = allocation.by_credit[credit.id]
    serves = tuple(minimum.tag for minimum in asked.minimums if minimum.hours and minimum.tag in credit.tags)
    full = allocation.full_caps(credit.tags) if counted < hours else ()
    return Line(
        credit,
        hours,
        counted,
        reason=Reason.OVER_CAP if hours and not counted else None,
        serves=serves if counted else (),
        full_caps=tuple(cap for cap in rule.caps if cap.tag in full),
    )


def as_json(outcome: Outcome) -> dict[str, object]:
    """The outcome as values that JSON can hold: hours are texts with two decimals."""
    progress = outcome.progress
    return {
        "schema": SCHEMA,
        "required": _two(outcome.asked.total),
        "counted": _two(outcome.counted),
        "carried_in": _two(outcome.carried_in),
        "remaining": _two(progress.remaining),
        "short": {tag: _two(hours) for tag, hours in progress.short.items()},
        "hours_to_go": _two(progress.to_go),
        "percent": progress.percent,
        "complete": progress.is_complete,
        "over_cap": _two(outcome.over_cap),
        "carry_out": _two(outcome.carry_out),
        "lines": [
            {"id": line.credit.id, "counted": _two(line.counted), "reason": line.reason or ""} for line in outcome.lines
        ],
    }


def _two(hours: Decimal) -> str:
    return f"{hours:.2f}"
