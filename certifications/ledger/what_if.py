"""What a course would change, before it is paid for. Nothing of it is stored."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from certifications.ledger.bars import Bar, bars_of
from certifications.ledger.counting import count, hours_text
from certifications.ledger.sheets import Sheet
from certifications.ledger.words import hours_words, say
from certifications.renewal.explaining import about_line
from certifications.renewal.rules import ZERO, Credit

_ID = "what-if"


@dataclass(frozen=True)
class Change:
    """One bar now and then."""

    now: Bar | None
    then: Bar

    @property
    def gain(self) -> str:
        """How many hours it adds here."""
        more = self.then.have - (self.now.have if self.now else ZERO)
        return f"+{hours_text(more)} h" if more else _("no change")


@dataclass(frozen=True)
class WhatIf:
    """A course that was not taken, and what it would do."""

    sentence: str
    changes: list[Change]
    to_go_now: Decimal
    to_go_then: Decimal

    @property
    def summary(self) -> str:
        """The hours to go, before and after."""
        values = {"now": hours_words(self.to_go_now), "then": hours_words(self.to_go_then)}
        if not self.to_go_now and not self.to_go_then:
            return _("All hours are there already, and stay so.")
        if self.to_go_then == self.to_go_now:
            return _("It would leave you where you are: %(now)s to go.") % values
        if self.to_go_then > self.to_go_now:
            words = _(
                "It would take you from %(now)s to go to %(then)s: by the order in which hours count, it takes room "
                "that other courses need. If you take it, do not put it towards this credential."
            )
            return words % values
        if not self.to_go_then:
            return _("It would complete your hours: %(now)s to go now, none then.") % values
        return _("It would bring you from %(now)s to go to %(then)s.") % values


def what_if(sheet: Sheet, *, hours: Decimal, tags: frozenset[str], on: date) -> WhatIf | None:
    """Count the cycle again with one more course; nothing where nothing is counted."""
    if sheet.counted is None:
        return None
    asked = Credit(_ID, on, hours, tags=tags)
    credits_, day = [row.credit for row in sheet.rows], max(on, sheet.today)
    # Both counted on the day of the course, so that nothing but the course makes the difference.
    without = count(sheet.period, credits_, as_of=day)
    with_it = count(sheet.period, credits_, as_of=day, extra=[asked])
    if without is None or with_it is None:
        return None
    line = next(line for line in with_it.outcome.lines if line.credit.id == _ID)
    now = {(bar.label, bar.is_limit): bar for bar in bars_of(without.outcome)}
    return WhatIf(
        sentence=say(about_line(with_it.outcome, line)),
        changes=[Change(now.get((bar.label, bar.is_limit)), bar) for bar in bars_of(with_it.outcome)],
        to_go_now=without.outcome.progress.to_go,
        to_go_then=with_it.outcome.progress.to_go,
    )
