"""Figures and pictures of pay in templates; every length and place comes ready from `guides.page`."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import template

from guides.listing import GuideRow
from guides.models import WageEstimate
from guides.page.money import count, percent
from guides.page.money import dollars as money
from guides.page.scale import Scale, scale_over
from guides.page.strip import Strip, points

register = template.Library()


@register.filter
def dollars(amount: int | Decimal | str | None) -> str:
    """`$45,750`; empty where there is none (a template says so with an empty string)."""
    return "" if isinstance(amount, str) else money(amount)


@register.filter
def number(value: int | str | None) -> str:
    """`471,680`; empty where there is none."""
    return "" if isinstance(value, str) else count(value)


@register.filter
def percent_change(value: Decimal | str | None) -> str:
    """`+6.4%`; empty where there is none."""
    return "" if isinstance(value, str) else percent(value, signed=True)


@register.simple_tag
def pay_scale(rows: Iterable[GuideRow]) -> Scale:
    """One scale for the pay of all the rows."""
    return scale_over(value for row in rows for value in points(row.wage).values())


@register.inclusion_tag("components/_pay_strip.html")
def pay_strip(wage: WageEstimate | None, scale: Scale, name: str) -> dict[str, Any]:
    """One strip without labels, for a row of a list."""
    return {"strip": Strip(name, wage, scale)}
