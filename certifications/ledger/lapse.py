"""What happens after the last day: until when, what it takes, what it costs. All of it from the rule in force."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from certifications.holding.standing import day_words
from certifications.ledger.periods import Period
from certifications.ledger.words import hours_words
from certifications.marks import short_mark
from certifications.renewal.cycles import DAY
from certifications.renewal.requirement import Requirement, requirement_of
from certifications.renewal.rules import Cycle, Minimum, Rule
from certifications.renewal.status import Deadlines, Status
from guides.page.money import dollars


def fee_words(fee: Decimal) -> str:
    """Whole dollars without idle cents."""
    return dollars(int(fee)) if fee == int(fee) else dollars(fee)


@dataclass(frozen=True)
class Lapse:
    """Sentences for the time after the last day, in their order, and where someone stands in it."""

    last_days: Deadlines
    status: Status
    sentences: list[str]

    @property
    def is_lapsed(self) -> bool:
        """Whether only reinstatement is left."""
        return self.status == Status.LAPSED

    @property
    def is_expired(self) -> bool:
        """Whether nothing is left but to start over."""
        return self.status == Status.EXPIRED


def lapse_of(period: Period, *, today: date) -> Lapse | None:
    """The time after the last day, where the rule is known."""
    last, governing = period.last_days, period.governing
    if last is None or governing is None:
        return None
    version = governing.version
    found = [
        *_grace(last, version.late_fee),
        *_reinstatement(last, _asked(period, governing.rule), version.reinstatement_fee),
        _in_the_end(last),
    ]
    return Lapse(last, last.status_on(today), found)


def renewal_cost(period: Period) -> str:
    """What renewing costs, as far as we know."""
    if period.governing is None:
        return ""
    fee = period.governing.version.renewal_fee
    return _("Renewing costs %s.") % fee_words(fee) if fee is not None else _("What renewing costs is not known to us.")


def _grace(last: Deadlines, fee: Decimal | None) -> list[str]:
    late = _("Renewing late costs %s more.") % fee_words(fee) if fee is not None else ""
    if last.grace_until == last.expires_on:
        return [late] if late else []
    words = _("After %(day)s you can still renew through %(until)s.") % {
        "day": day_words(last.expires_on),
        "until": day_words(last.grace_until),
    }
    return [f"{words} {late or _('What that costs is not known to us.')}"]


def _asked(period: Period, rule: Rule) -> Requirement:
    """What reinstatement asks for: its own list, or what the cycle asked for anyway."""
    cycle = period.cycle or Cycle(date.min, date.max)
    return requirement_of(rule, replace(cycle, reinstating=True))


def _in_the_end(last: Deadlines) -> str:
    """A rule that names no time for reinstatement may be silent about it, so nobody is told to start over."""
    words = (
        _("From %(day)s on it cannot be brought back by this rule: you would start over.")
        if last.can_be_reinstated
        else _("From %(day)s on this rule names no way to bring it back: ask whoever issued it.")
    )
    return words % {"day": day_words(last.reinstatable_until + DAY)}


def _reinstatement(last: Deadlines, asked: Requirement, fee: Decimal | None) -> list[str]:
    if not last.can_be_reinstated:
        return []
    values = {"day": day_words(last.grace_until), "until": day_words(last.reinstatable_until)}
    cost = _("It costs %s.") % fee_words(fee) if fee is not None else _("What it costs is not known to us.")
    return [
        _("After %(day)s it has lapsed, and can be reinstated through %(until)s.") % values,
        f"{_takes(asked.total, asked.minimums)} {cost}",
    ]


def _takes(total: Decimal, minimums: tuple[Minimum, ...]) -> str:
    parts = "; ".join(f"{short_mark(minimum.tag)}: {hours_words(minimum.hours)}" for minimum in minimums)
    if not total and not parts:
        return _("Reinstatement asks for no hours in this cycle.")
    if not parts:
        return _("Reinstatement takes %(total)s.") % {"total": hours_words(total)}
    return _("Reinstatement takes %(total)s, and among them at least: %(parts)s.") % {
        "total": hours_words(total),
        "parts": parts,
    }
