"""What the pages of the ledger show, in words."""

from dataclasses import dataclass
from functools import cached_property

from certifications.ledger import guidance
from certifications.ledger.lapse import Lapse, lapse_of, renewal_cost
from certifications.ledger.left_out import BetterWithout, better_without
from certifications.ledger.rows import quantity_words
from certifications.ledger.sheets import Ledger, Place, Sheet
from certifications.models import CECredit, HeldCredential, RenewalRuleVersion
from guides.page.next_step import NextStep


@dataclass(frozen=True)
class Course:
    """A course of the list, with its row under each credential."""

    credit: CECredit
    places: list[Place]

    @property
    def amount(self) -> str:
        """How much it is, with its unit."""
        return quantity_words(self.credit)


class ListPage:
    """All that a person holds, and all courses."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.sheets = [DetailPage(sheet) for sheet in ledger.sheets if sheet.held.is_held]

    @cached_property
    def courses(self) -> list[Course]:
        """Every course with where it counts, the latest first."""
        return [Course(credit, self._ledger.places(credit)) for credit in self._ledger.credits]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show at all."""
        return not self.sheets and not self._ledger.credits


class DetailPage:
    """One credential's ledger."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @property
    def held(self) -> HeldCredential:
        """The credential."""
        return self.sheet.held

    @property
    def version(self) -> RenewalRuleVersion | None:
        """The version that counts, if there is one."""
        return self.sheet.period.governing.version if self.sheet.period.governing else None

    @property
    def heading(self) -> str:
        """The name, and the number that matters."""
        return guidance.heading(self.sheet)

    @property
    def lead(self) -> str:
        """How far one is."""
        return guidance.lead(self.sheet)

    @property
    def days(self) -> str:
        """How long there is still."""
        return guidance.days(self.sheet)

    @property
    def asked(self) -> str:
        """What the cycle asks for, and why."""
        return guidance.asked(self.sheet)

    @cached_property
    def step(self) -> NextStep:
        """The one thing to do now."""
        return guidance.next_step(self.sheet)

    @cached_property
    def better_without(self) -> BetterWithout | None:
        """The course that keeps others from counting, if there is one."""
        return better_without(self.sheet)

    @cached_property
    def lapse(self) -> Lapse | None:
        """What happens after the last day."""
        return lapse_of(self.sheet.period, today=self.sheet.today)

    @property
    def cost(self) -> str:
        """What renewing costs."""
        return renewal_cost(self.sheet.period)
