"""What a cycle asks for."""

from datetime import date
from decimal import Decimal

import pytest

from certifications.renewal.requirement import Asked, requirement_of
from certifications.renewal.rules import FirstCycle, StartedMonth
from tests.certifications.ledgers import AUDIENCE, make_cycle, make_minimum, make_rule

KEPT = make_minimum("law", "2")
DROPPED = make_minimum("T", "15", AUDIENCE, kept=False)
SEVEN_MONTHS = {"starts_on": date(2025, 12, 1), "ends_on": date(2026, 6, 30), "is_first": True}


def asked(rule, **cycle):
    found = requirement_of(rule, make_cycle(**cycle))
    return found.total, [(minimum.tag, minimum.hours) for minimum in found.minimums]


@pytest.mark.parametrize("kind", FirstCycle)
def test_later_cycles_ask_for_everything(kind):
    rule = make_rule(minimums=(KEPT, DROPPED), first_cycle=kind)

    assert asked(rule) == (20, [("law", 2), ("T", 15)])


def test_a_full_first_cycle_keeps_every_minimum():
    assert asked(make_rule(minimums=(KEPT, DROPPED)), is_first=True) == (20, [("law", 2), ("T", 15)])


def test_an_exempt_first_cycle_asks_for_the_minimums_it_keeps():
    rule = make_rule(minimums=(KEPT, DROPPED), first_cycle=FirstCycle.EXEMPT)

    assert asked(rule, is_first=True) == (2, [("law", 2)])
    assert asked(make_rule(first_cycle=FirstCycle.EXEMPT), is_first=True) == (0, [])


def test_a_prorated_first_cycle_asks_for_its_share():
    rule = make_rule(minimums=(KEPT, DROPPED), first_cycle=FirstCycle.PRORATED)

    assert asked(rule, **SEVEN_MONTHS) == (Decimal("5.83"), [("law", 2)])


def test_a_rate_of_its_own_prorates():
    rule = make_rule(first_cycle=FirstCycle.PRORATED, prorate_rate="1.5")

    assert asked(rule, **SEVEN_MONTHS) == (Decimal("10.5"), [])


def test_a_started_month_counts_if_the_rule_says_so():
    cycle = {**SEVEN_MONTHS, "ends_on": date(2026, 7, 1)}
    rule = {"first_cycle": FirstCycle.PRORATED, "prorate_rate": "1"}

    assert asked(make_rule(**rule), **cycle)[0] == 7
    assert asked(make_rule(**rule, prorate_months=StartedMonth.COUNTED), **cycle)[0] == 8


@pytest.mark.parametrize(("step", "expected"), [("0.5", "6"), ("5.83", "5.83"), ("1", "6"), ("5.82", "11.64")])
def test_a_prorated_total_is_rounded_up_to_a_step(step, expected):
    rule = make_rule(first_cycle=FirstCycle.PRORATED, requirement_rounding=step)

    assert asked(rule, **SEVEN_MONTHS)[0] == Decimal(expected)


def test_a_prorated_total_never_passes_the_full_one():
    long_first = {"starts_on": date(2024, 5, 1), "ends_on": date(2026, 6, 30), "is_first": True}
    rule = make_rule(total="19", first_cycle=FirstCycle.PRORATED, requirement_rounding="5")

    assert asked(rule, **long_first)[0] == 19
    assert asked(rule, is_first=True)[0] == 19


def test_a_prorated_total_is_rounded_half_up_once():
    # 20.03 / 24 × 12 is 10.015; a rate rounded beforehand would give 10.01.
    year = {"starts_on": date(2025, 7, 1), "ends_on": date(2026, 6, 30), "is_first": True}

    assert asked(make_rule(total="20.03", first_cycle=FirstCycle.PRORATED), **year)[0] == Decimal("10.02")


def test_a_minimum_is_cut_to_the_prorated_total_only():
    month = {"starts_on": date(2026, 6, 1), "ends_on": date(2026, 6, 30), "is_first": True}
    rule = make_rule(minimums=(KEPT, make_minimum("safety", "0.5")), first_cycle=FirstCycle.PRORATED)

    assert asked(rule, **month) == (Decimal("0.83"), [("law", Decimal("0.83")), ("safety", Decimal("0.5"))])


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [(date(2026, 6, 29), (4, [("safety", 1)])), (date(2026, 6, 30), (20, [("law", 2)]))],
)
def test_less_than_the_threshold_asks_for_the_short_list(ends_on, expected):
    rule = make_rule(
        minimums=(KEPT, DROPPED),
        first_cycle=FirstCycle.THRESHOLD,
        threshold_months=12,
        short_total="4",
        short_minimums=(make_minimum("safety", "1"),),
    )

    assert asked(rule, starts_on=date(2025, 7, 1), ends_on=ends_on, is_first=True) == expected


def test_reinstatement_has_its_own_total_and_minimums():
    rule = make_rule(minimums=(KEPT, DROPPED), reinstate_total="30", reinstate_minimums=(make_minimum("law", "3"),))

    assert asked(rule, reinstating=True, is_first=True) == (30, [("law", 3)])
    assert requirement_of(rule, make_cycle(reinstating=True)).asked == Asked.REINSTATEMENT


def test_reinstatement_without_words_of_its_own_asks_for_everything():
    assert asked(make_rule(minimums=(KEPT,)), reinstating=True) == (20, [("law", 2)])
