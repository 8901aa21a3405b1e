"""Writes a rule as its body, so that reading the body gives the same rule again."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum

from certifications.renewal.rules import Cap, Minimum, Rule


def rule_body(rule: Rule) -> dict[str, object]:
    """The body of a rule: its total, the length of its cycle, and whatever differs from the defaults."""
    usual = Rule()
    always = {"total", "cycle_months"}
    return {
        field.name: _plain(getattr(rule, field.name))
        for field in fields(Rule)
        if field.name in always or getattr(rule, field.name) != getattr(usual, field.name)
    }


def hours_text(hours: Decimal) -> str:
    """Hours without idle noughts, such as 1.5 or 20."""
    return f"{hours.normalize():f}"


def _minimum(minimum: Minimum) -> dict[str, object]:
    found: dict[str, object] = {
        "tag": minimum.tag,
        "hours": hours_text(minimum.hours),
        "dimension": str(minimum.dimension),
    }
    return found if minimum.in_first_cycle else found | {"in_first_cycle": False}


def _cap(cap: Cap) -> dict[str, object]:
    return {"tag": cap.tag, "hours": hours_text(cap.hours)}


_WRITERS: dict[type, Callable[..., object]] = {
    Decimal: hours_text,
    Minimum: _minimum,
    Cap: _cap,
    frozenset: sorted,
}


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    writer = _WRITERS.get(type(value))
    return writer(value) if writer else value
