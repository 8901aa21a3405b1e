"""The last day that the rule gives a credential on which none is written down."""

from datetime import date

from certifications.holding.governing import Governing, Rulebook
from certifications.models import HeldCredential
from certifications.renewal.cycles import AnchorKind, CycleError, Schedule, cycle_on


def proposed_end(held: HeldCredential, *, today: date) -> tuple[date, Governing] | None:
    """The end of the present cycle by the rule, for its holder to compare with the paper; nothing if it can't be told.

    The version in force on the cycle's last day governs it, so a rule that changes before then is asked again.
    """
    if not held.is_held or held.earned_on is None or held.expires_on is not None:
        return None
    rules = Rulebook([held])
    governing = rules.governing(held, today)
    ends_on = _end(held, governing, today)
    if ends_on and ends_on != today:
        governing = rules.governing(held, ends_on)
        ends_on = _end(held, governing, today)
    return (ends_on, governing) if ends_on and governing else None


def _end(held: HeldCredential, governing: Governing | None, today: date) -> date | None:
    if governing is None:
        return None
    version = governing.version
    kind = AnchorKind(version.anchor)
    month = held.birth_month if kind == AnchorKind.BIRTH_MONTH else version.anchor_month
    try:
        schedule = Schedule(kind, held.earned_on or today, governing.rule.cycle_months, month, version.anchor_day)
        return cycle_on(schedule, today).ends_on
    except CycleError:
        return None
