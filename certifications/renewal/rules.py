"""What the counting works on: a rule, a cycle and the credits in it, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

ZERO = Decimal(0)
HUNDREDTH = Decimal("0.01")


class FirstCycle(StrEnum):
    """What a first cycle asks for."""

    FULL = "full"
    EXEMPT = "exempt"
    PRORATED = "prorated"
    THRESHOLD = "threshold"


class StartedMonth(StrEnum):
    """Whether a month that was begun counts when a total is prorated."""

    LEFT_OUT = "floor"
    COUNTED = "ceil"


class Dimension(StrEnum):
    """What a tag says of an activity. Shortfalls add up within a dimension, for one hour has one topic or audience."""

    TOPIC = "topic"
    AUDIENCE = "audience"
    DELIVERY = "delivery"
    SOURCE = "source"


@dataclass(frozen=True)
class Minimum:
    """The least hours that must bear a tag."""

    tag: str
    hours: Decimal
    dimension: Dimension = Dimension.TOPIC
    in_first_cycle: bool = True


@dataclass(frozen=True)
class Cap:
    """The most hours bearing a tag that count."""

    tag: str
    hours: Decimal

    def __str__(self) -> str:
        return f"{self.tag} ({self.hours.normalize():f} h)"


def _usual_units() -> Mapping[str, Decimal]:
    return {"hour": Decimal(1), "ceu": Decimal(10), "nha_credit": Decimal(2)}


@dataclass(frozen=True)
class Rule:
    """One version of what must be done to renew; what is not said takes the defaults of `explain_renewal`."""

    total: Decimal = Decimal(20)
    minimums: tuple[Minimum, ...] = ()
    caps: tuple[Cap, ...] = ()
    excluded_tags: frozenset[str] = frozenset()
    needs_evidence: bool = False
    unit_hours: Mapping[str, Decimal] = field(default_factory=_usual_units)
    first_cycle: FirstCycle = FirstCycle.FULL
    prorate_rate: Decimal | None = None
    prorate_months: StartedMonth = StartedMonth.LEFT_OUT
    requirement_rounding: Decimal | None = None
    threshold_months: int = 12
    short_total: Decimal = ZERO
    short_minimums: tuple[Minimum, ...] = ()
    carry_max: Decimal = ZERO
    cycle_months: int = 24
    grace_days: int = 0
    reinstate_months: int = 12
    reinstate_total: Decimal | None = None
    reinstate_minimums: tuple[Minimum, ...] = ()


@dataclass(frozen=True)
class Cycle:
    """The days in which the hours for one renewal must be done, the first and the last included."""

    starts_on: date
    ends_on: date
    is_first: bool = False
    reinstating: bool = False
    carry_in: Decimal = ZERO


@dataclass(frozen=True)
class Credit:
    """One completed activity."""

    id: str
    completed_on: date
    quantity: Decimal
    unit: str = "hour"
    tags: frozenset[str] = frozenset()
    activity_id: str = ""
    evidence: bool = True
    rejected: bool = False


class UnknownUnitError(ValueError):
    """A credit is measured in a unit for which the rule says no hours."""

    def __init__(self, credit: Credit) -> None:
        self.credit = credit
        super().__init__(f"The rule does not say how many hours one “{credit.unit}” is (credit “{credit.id}”).")


def to_hundredths(hours: Decimal) -> Decimal:
    """Hours as they are shown: to 0.01, half a hundredth upwards."""
    return hours.quantize(HUNDREDTH, ROUND_HALF_UP)


def hours_of(credit: Credit, rule: Rule) -> Decimal:
    """What the quantity comes to in hours under the rule."""
    factor = rule.unit_hours.get(credit.unit)
    if factor is None:
        raise UnknownUnitError(credit)
    return to_hundredths(credit.quantity * factor)
