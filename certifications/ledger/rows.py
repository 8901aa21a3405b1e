"""How one credit counts for one credential, as a row says it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.holding.standing import day_words
from certifications.ledger.counting import Counted, hours_text
from certifications.ledger.periods import Period
from certifications.ledger.words import say
from certifications.marks import short_mark
from certifications.models import CECredit, CreditAllocation
from certifications.renewal.explaining import about_line
from certifications.renewal.outcome import Line

NOT_IN_UNIT = "unknown_unit"
# Why a credit did not count in a cycle that was filed.
WHY_NOT: Mapping[str, object] = {
    "rejected": gettext_lazy("it was rejected"),
    "excluded": gettext_lazy("the rule leaves such courses out"),
    "no_evidence": gettext_lazy("the rule wanted the certificate as a file"),
    "duplicate": gettext_lazy("the same activity was entered twice"),
    "over_cap": gettext_lazy("the most that may count was there already"),
    NOT_IN_UNIT: gettext_lazy("the rule did not know its unit"),
    "no_rule": gettext_lazy("we had no rule to count by"),
}


@dataclass(frozen=True)
class Row:
    """One credit with where it counts, or why it does not."""

    credit: CECredit
    sentence: str
    tag: str = ""
    tone: str = ""
    hours: Decimal | None = None
    counted: Decimal | None = None

    @property
    def hours_words(self) -> str:
        """The hours it is worth under the rule, or the quantity as it was written."""
        return quantity_words(self.credit) if self.hours is None else hours_text(self.hours)

    @property
    def counted_words(self) -> str:
        """The hours that count."""
        return "" if self.counted is None else hours_text(self.counted)

    @property
    def marks(self) -> str:
        """Its marks in words."""
        return marks_words(self.credit)


def marks_words(credit: CECredit) -> str:
    """The marks of a credit in words."""
    return "; ".join(short_mark(tag) for tag in sorted(credit.tags))


def quantity_words(credit: CECredit) -> str:
    """“1.5 h”, “0.2 CEU”, “3 NHA credits”."""
    shapes: Mapping[str, Callable[[], str]] = {
        CECredit.Unit.HOUR: lambda: _("%s h"),
        CECredit.Unit.CEU: lambda: _("%s CEU"),
        CECredit.Unit.NHA_CREDIT: lambda: _("%s NHA credits"),
    }
    return shapes[credit.unit]() % hours_text(credit.quantity)


def row_of(credit: CECredit, period: Period, counted: Counted | None) -> Row:
    """The credit in the open cycle."""
    if counted is None:
        return Row(credit, _uncounted(period))
    line = counted.lines.get(credit.pk)
    if line is None:
        sentence = _("Does not count: this rule does not say how many hours one of these is. Enter it in hours.")
        return Row(credit, sentence, _("not counted"), "should", counted=Decimal(0))
    sentence = say(about_line(counted.outcome, line))
    return Row(credit, sentence, *_tag(line), hours=line.hours, counted=line.counted)


def _tag(line: Line) -> tuple[str, str]:
    if not line.counted:
        return _("not counted"), "should"
    return (_("partly"), "should") if line.counted < line.hours else ("", "")


def _uncounted(period: Period) -> str:
    if period.ruling.is_broken:
        return _("Kept. It is counted as soon as our rule is mended.")
    return _("Kept. We know no rule to count it by.") if period.held.is_held else _("Kept for when you hold it.")


def frozen_row(credit: CECredit, allocation: CreditAllocation) -> Row:
    """The credit in a cycle that was filed."""
    values = {"hours": hours_text(allocation.counted), "day": day_words(allocation.cycle.ends_on)}
    if allocation.counted:
        sentence = _("Filed: %(hours)s h counted in the cycle through %(day)s.") % values
        return Row(credit, sentence, _("filed"), "ok", counted=allocation.counted)
    values["why"] = str(WHY_NOT.get(allocation.reason, allocation.reason))
    if allocation.reason == "no_rule":
        sentence = _("Filed with the cycle through %(day)s. Nothing was counted: %(why)s.") % values
    else:
        sentence = _("Filed with the cycle through %(day)s, where it did not count: %(why)s.") % values
    return Row(credit, sentence, _("filed"), "", counted=allocation.counted)
