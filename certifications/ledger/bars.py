"""Progress as bars with words: the total, each minimum, each cap."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from certifications.ledger.counting import hours_text
from certifications.ledger.words import hours_words
from certifications.marks import mark_label
from certifications.renewal.outcome import Outcome
from certifications.renewal.rules import Cap, Minimum

_WHOLE = Decimal(1)


@dataclass(frozen=True)
class Bar:
    """Hours that count out of those asked for, or of those that may count."""

    label: str
    have: Decimal
    want: Decimal
    note: str = ""
    is_limit: bool = False

    @property
    def width(self) -> str:
        """How far it is filled."""
        return f"{self.share * 100:.1f}%"

    @property
    def share(self) -> float:
        """How far it is filled, from 0 to 1."""
        return float(min(_WHOLE, self.have / self.want)) if self.want else 1.0

    @property
    def words(self) -> str:
        """“15.5 of 20 h”; where nothing is asked, only what is there."""
        if not self.want:
            return _("%(have)s h, none asked") % {"have": hours_text(self.have)}
        return _("%(have)s of %(want)s h") % {"have": hours_text(self.have), "want": hours_text(self.want)}

    @property
    def is_open(self) -> bool:
        """Whether hours are missing here."""
        return not self.is_limit and self.have < self.want


def bars_of(outcome: Outcome) -> list[Bar]:
    """All bars of a cycle, the whole first."""
    return [
        _total(outcome),
        *(_minimum(outcome, minimum) for minimum in outcome.asked.minimums if minimum.hours),
        *_caps(outcome),
    ]


def _total(outcome: Outcome) -> Bar:
    left_out = sum((line.hours - line.counted for line in outcome.lines if line.hours > line.counted), Decimal(0))
    notes = []
    if outcome.carried_in:
        notes.append(_("%(hours)s carried in from the cycle before.") % {"hours": hours_words(outcome.carried_in)})
    if left_out:
        notes.append(_("%(hours)s below could not be counted.") % {"hours": hours_words(left_out)})
    return Bar(_("All hours"), outcome.counted, outcome.asked.total, " ".join(notes))


def _minimum(outcome: Outcome, minimum: Minimum) -> Bar:
    short = outcome.progress.short.get(minimum.tag)
    note = _("At least %(hours)s. Still to go: %(short)s h.") % {
        "hours": hours_words(minimum.hours),
        "short": hours_text(short or Decimal(0)),
    }
    have = outcome.counted_for(minimum.tag)
    return Bar(mark_label(minimum.tag), have, minimum.hours, note if short else _("Done."))


def _caps(outcome: Outcome) -> Iterator[Bar]:
    """Only those under which something counts: an empty limit tells nobody anything."""
    for cap in outcome.rule.caps:
        if have := outcome.counted_for(cap.tag):
            yield Bar(mark_label(cap.tag), have, cap.hours, _cap_note(outcome, cap, have), is_limit=True)


def _cap_note(outcome: Outcome, cap: Cap, have: Decimal) -> str:
    if have < cap.hours:
        return _("At most %(hours)s may count.") % {"hours": hours_words(cap.hours)}
    lines = (line for line in outcome.lines if cap in line.full_caps)
    left_out = sum((line.hours - line.counted for line in lines), Decimal(0))
    if left_out:
        return _("The most that may count. %(hours)s left out.") % {"hours": hours_words(left_out)}
    return _("The most that may count. More would be left out.")
