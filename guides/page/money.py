"""Figures in words that people read."""

from decimal import Decimal


def dollars(amount: int | Decimal | None) -> str:
    """`$45,750`, or `$22.00` for an hourly figure; empty where there is none."""
    if amount is None:
        return ""
    return f"${amount:,.2f}" if isinstance(amount, Decimal) else f"${amount:,}"


def count(number: int | None) -> str:
    """`471,680`; empty where there is none."""
    return "" if number is None else f"{number:,}"


def percent(number: Decimal | None, *, signed: bool = False) -> str:
    """`6.4%`, with a sign where asked; empty where there is none."""
    if number is None:
        return ""
    return f"{number.normalize():+f}%".replace("-", "−") if signed else f"{number.normalize():f}%".replace("-", "−")


def years(first: int, last: int) -> str:
    """`2024–34`."""
    return f"{first}–{last % 100:02d}" if first // 100 == last // 100 else f"{first}–{last}"
