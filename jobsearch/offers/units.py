"""Pay and ways to work brought to one unit, so that offers can be told apart. Plain Python."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil
from typing import Final

_WEEKS: Final = Decimal(52)
_MONTHS: Final = Decimal(12)
_CENT: Final = Decimal("0.01")
_A_DAY: Final = Decimal(8)
_MOST_DAYS: Final = 5


@dataclass(frozen=True)
class Pay:
    """Pay by the hour and by the year; what hangs on hours a week that nobody knows is empty."""

    hour: Decimal | None
    year: Decimal | None


def in_one_unit(amount: Decimal | None, per: str, hours: Decimal | None) -> Pay:
    """By the hour and by the year, for 52 paid weeks of so many hours."""
    if amount is None:
        return Pay(None, None)
    hours_a_year = hours * _WEEKS if hours else None
    if per == "hour":
        return Pay(_cents(amount), _whole(amount * hours_a_year) if hours_a_year else None)
    year = amount * {"week": _WEEKS, "month": _MONTHS, "year": Decimal(1)}[per]
    return Pay(_cents(year / hours_a_year) if hours_a_year else None, _whole(year))


def days_a_week(hours: Decimal | None) -> int:
    """Days of eight hours, five at most; five where the hours are not known."""
    return min(_MOST_DAYS, max(1, ceil(hours / _A_DAY))) if hours else _MOST_DAYS


def on_the_way(minutes: int, hours: Decimal | None) -> int:
    """Minutes a week, there and back."""
    return minutes * 2 * days_a_week(hours)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), ROUND_HALF_UP)
