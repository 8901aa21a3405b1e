"""Which credit to leave out, where counting it does harm.

Credits are counted in a fixed order. One that comes early may use up the room under a cap that others need more, and
then there is less to go without it. Nobody has to put a credit towards a credential, so a person can act on this.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from certifications.renewal.eligibility import Reason
from certifications.renewal.outcome import Line, Outcome, explain
from certifications.renewal.progress import progress_of
from certifications.renewal.rules import ZERO, Credit

# So many credits are tried one by one, and beyond them so many kinds of equal hours and tags: 60 counts in all.
_EACH = 30
_KINDS = 60


@dataclass(frozen=True)
class LeftOut:
    """A credit, and the hours that are to go without it."""

    credit: Credit
    to_go: Decimal


def best_left_out(outcome: Outcome) -> LeftOut | None:
    """The one credit without which the fewest hours are to go; `None` where all of them do no worse."""
    if _least_to_go(outcome) == outcome.progress.to_go:
        return None
    tried = (LeftOut(line.credit, _to_go_without(line.credit, outcome)) for line in _some(_in_the_way(outcome)))
    best = min(tried, key=lambda one: (one.to_go, one.credit.completed_on, one.credit.id), default=None)
    return best if best and best.to_go < outcome.progress.to_go else None


def _least_to_go(outcome: Outcome) -> Decimal:
    """A quick bound that no choice of credits can beat, so that most ledgers need no further trying."""
    usable = [line for line in outcome.lines if line.reason in {None, Reason.OVER_CAP, Reason.DUPLICATE}]
    room = {cap.tag: cap.hours for cap in outcome.rule.caps}
    most = {
        minimum.tag: _most([line for line in usable if minimum.tag in line.credit.tags], room)
        for minimum in outcome.asked.minimums
    }
    return progress_of(outcome.asked, _most(usable, room) + outcome.carried_in, most).to_go


def _most(lines: Sequence[Line], room: dict[str, Decimal]) -> Decimal:
    """As many hours as could count if each credit stood under the narrowest of its caps alone."""
    under: dict[str | None, Decimal] = defaultdict(Decimal)
    for line in lines:
        narrowest = min(line.credit.tags & room.keys(), key=lambda tag: (room[tag], tag), default=None)
        under[narrowest] += line.hours
    return sum((hours if tag is None else min(hours, room[tag]) for tag, hours in under.items()), ZERO)


def _in_the_way(outcome: Outcome) -> Iterator[Line]:
    """Credits that keep others out: those that stand for another entry, or that count while hours are over a cap."""
    stand_for_others = {line.same_as for line in outcome.lines}
    for line in outcome.lines:
        if line.credit.id in stand_for_others or (outcome.over_cap and line.counted):
            yield line


def _some(lines: Iterator[Line]) -> Iterator[Line]:
    """All of a short ledger; of a long one, one of each kind, for a page must not wait for hundreds of counts."""
    kinds: set[tuple[Decimal, frozenset[str]]] = set()
    for number, line in enumerate(lines):
        kind = (line.hours, line.credit.tags)
        if number < _EACH or (kind not in kinds and len(kinds) < _KINDS):
            yield line
        kinds.add(kind)


def _to_go_without(credit: Credit, outcome: Outcome) -> Decimal:
    others = [line.credit for line in outcome.lines if line.credit.id != credit.id]
    return explain(outcome.rule, outcome.cycle, others, outcome.as_of).progress.to_go
