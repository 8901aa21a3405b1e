"""Figures in words that people read."""

from decimal import Decimal

from django.utils.translation import gettext as _

from guides.models.pay import PayColumns


def dollars(amount: int | Decimal | None) -> str:
    """`$45,750`, or `$22.00` for an hourly figure; empty where there is none."""
    if amount is None:
        return ""
    return f"${amount:,.2f}" if isinstance(amount, Decimal) else f"${amount:,}"


def pay(row: PayColumns | None, column: str) -> str:
    """The pay of a column such as year_median: `$45,750`, or `$239,200 or more` at the top of the survey's scale."""
    amount = dollars(getattr(row, column, None))
    is_or_more = amount and row is not None and row.is_or_more(column.partition("_")[2])
    return _("%s or more") % amount if is_or_more else amount


def count(number: int | None) -> str:
    """`471,680`; empty where there is none."""
    return "" if number is None else f"{number:,}"


def openings_a_year(number: int | None) -> str:
    """`49,000`. Openings are told in hundreds: none of them stands for fewer than fifty."""
    return _("under 50") if number == 0 else count(number)


def percent(number: Decimal | None, *, signed: bool = False) -> str:
    """`6.4%`, with a sign where asked; empty where there is none."""
    if number is None:
        return ""
    return f"{number.normalize():+f}%".replace("-", "−") if signed else f"{number.normalize():f}%".replace("-", "−")


def years(first: int, last: int) -> str:
    """`2024–34`."""
    return f"{first}–{last % 100:02d}" if first // 100 == last // 100 else f"{first}–{last}"
