"""Reads a rule, a cycle and credits from JSON. What cannot be understood is refused, with the key that holds it."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Protocol, TypeVar

from certifications.renewal.entries import Entry, ReadingError
from certifications.renewal.rules import Cap, Credit, Cycle, Dimension, FirstCycle, Minimum, Rule, StartedMonth
from kit.said import gettext_noop

MOST_CREDITS = 5000
MOST_PARTS = 50
LONGEST_CYCLE = 120
LONGEST_GRACE = 3660


class _Tagged(Protocol):
    @property
    def tag(self) -> str: ...


Tagged = TypeVar("Tagged", bound=_Tagged)


@dataclass(frozen=True)
class Case:
    """All that one explanation needs."""

    rule: Rule
    cycle: Cycle
    credits: tuple[Credit, ...]
    as_of: date


def read_case(data: object) -> Case:
    """One object as the command reads it."""
    entry = Entry(data, "", {"rule", "cycle", "credits", "as_of"})
    rule = read_rule(entry.required("rule"))
    return Case(
        rule=rule,
        cycle=read_cycle(entry.required("cycle")),
        credits=_read_credits(entry, rule),
        as_of=entry.day("as_of"),
    )


def read_rule(data: object, at: str = "rule") -> Rule:
    """A rule's body, as it is kept with each version."""
    entry = Entry(data, at, {field.name for field in fields(Rule)})
    usual = Rule()
    return Rule(
        total=entry.hours("total", usual.total),
        minimums=_minimums(entry, "minimums"),
        caps=_once_a_tag(entry, "caps", _read_cap),
        excluded_tags=entry.tags("excluded_tags"),
        needs_evidence=entry.flag("needs_evidence", usual.needs_evidence),
        unit_hours=entry.factors("unit_hours", usual.unit_hours),
        first_cycle=entry.choice("first_cycle", FirstCycle, usual.first_cycle),
        prorate_rate=entry.rate("prorate_rate"),
        prorate_months=entry.choice("prorate_months", StartedMonth, usual.prorate_months),
        requirement_rounding=entry.step("requirement_rounding"),
        threshold_months=entry.whole("threshold_months", usual.threshold_months, 0, LONGEST_CYCLE),
        short_total=entry.hours("short_total", usual.short_total),
        short_minimums=_minimums(entry, "short_minimums"),
        carry_max=entry.hours("carry_max", usual.carry_max),
        cycle_months=entry.whole("cycle_months", usual.cycle_months, 1, LONGEST_CYCLE),
        grace_days=entry.whole("grace_days", usual.grace_days, 0, LONGEST_GRACE),
        reinstate_months=entry.whole("reinstate_months", usual.reinstate_months, 0, LONGEST_CYCLE),
        reinstate_total=entry.hours_or_none("reinstate_total"),
        reinstate_minimums=_minimums(entry, "reinstate_minimums"),
    )


def read_cycle(data: object, at: str = "cycle") -> Cycle:
    """A cycle with its first and its last day."""
    entry = Entry(data, at, {field.name for field in fields(Cycle)})
    usual = Cycle(date.min, date.max)
    cycle = Cycle(
        starts_on=entry.day("starts_on"),
        ends_on=entry.day("ends_on"),
        is_first=entry.flag("is_first", usual.is_first),
        reinstating=entry.flag("reinstating", usual.reinstating),
        carry_in=entry.hours("carry_in", usual.carry_in),
    )
    if cycle.ends_on < cycle.starts_on:
        raise entry.error("ends_on", gettext_noop("the last day must not come before the first"))
    return cycle


def read_credit(data: object, at: str) -> Credit:
    """One completed activity."""
    entry = Entry(data, at, {field.name for field in fields(Credit)})
    return Credit(
        id=entry.text("id"),
        completed_on=entry.day("completed_on"),
        quantity=entry.quantity("quantity"),
        unit=entry.text("unit", "hour"),
        tags=entry.tags("tags"),
        activity_id=entry.text("activity_id", "", may_be_empty=True),
        evidence=entry.flag("evidence", usual=True),
        rejected=entry.flag("rejected", usual=False),
    )


def _read_credits(entry: Entry, rule: Rule) -> tuple[Credit, ...]:
    credits_ = tuple(read_credit(*part) for part in entry.parts("credits", MOST_CREDITS, required=True))
    ids: set[str] = set()
    for number, credit in enumerate(credits_):
        if credit.id in ids:
            raise entry.error(f"credits[{number}].id", gettext_noop("another credit has this id"))
        if credit.unit not in rule.unit_hours:
            raise entry.error(
                f"credits[{number}].unit", gettext_noop("the rule's unit_hours do not say what this unit is worth")
            )
        ids.add(credit.id)
    return credits_


def _minimums(entry: Entry, key: str) -> tuple[Minimum, ...]:
    return _once_a_tag(entry, key, _read_minimum)


def _read_minimum(data: object, at: str) -> Minimum:
    entry = Entry(data, at, {field.name for field in fields(Minimum)})
    return Minimum(
        tag=entry.text("tag"),
        hours=entry.hours("hours"),
        dimension=entry.choice("dimension", Dimension, Dimension.TOPIC),
        in_first_cycle=entry.flag("in_first_cycle", usual=True),
    )


def _read_cap(data: object, at: str) -> Cap:
    entry = Entry(data, at, {field.name for field in fields(Cap)})
    return Cap(tag=entry.text("tag"), hours=entry.hours("hours"))


def _once_a_tag(entry: Entry, key: str, read: Callable[[object, str], Tagged]) -> tuple[Tagged, ...]:
    found: dict[str, Tagged] = {}
    for data, at in entry.parts(key, MOST_PARTS):
        part = read(data, at)
        if part.tag in found:
            raise ReadingError(f"{at}.tag", gettext_noop("this tag stands in the list twice"))
        found[part.tag] = part
    return tuple(found.values())
