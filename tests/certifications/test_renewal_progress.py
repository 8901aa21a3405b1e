"""How far it is, and what is carried over."""

from decimal import Decimal

import pytest

from tests.certifications.ledgers import AUDIENCE, counted, make_credit, make_minimum, make_rule


def test_to_go_is_the_larger_of_total_and_of_each_dimension():
    rule = make_rule(
        total="6",
        minimums=(make_minimum("law", "2"), make_minimum("safety", "3"), make_minimum("T", "4", AUDIENCE)),
    )

    assert counted(rule).progress.to_go == 6
    assert counted(rule, make_credit("a", "2", "other")).progress.to_go == 5
    assert counted(rule, make_credit("a", "5", "law", "safety")).progress.to_go == 4


@pytest.mark.parametrize(
    ("hours", "expected"), [("0.01", 0), ("0.2", 1), ("19.79", 98), ("19.8", 99), ("19.99", 99), ("20", 100)]
)
def test_percent_is_rounded_down_and_100_only_when_complete(hours, expected):
    assert counted(make_rule(), make_credit("a", hours)).progress.percent == expected


def test_percent_stays_above_nought_and_below_100_when_minimums_ask_for_more_than_the_total():
    rule = make_rule(total="1", minimums=(make_minimum("law", "3"),))

    assert counted(rule).progress.percent == 0
    assert counted(rule, make_credit("a", "2.99", "law")).progress.percent == 99


def test_percent_where_nothing_is_required_in_all():
    rule = make_rule(total="0", minimums=(make_minimum("law", "1"),))

    assert counted(rule).progress.percent == 0
    assert counted(rule, make_credit("a", "1", "law")).progress.percent == 100
    assert counted(make_rule(total="0")).progress.is_complete


@pytest.mark.parametrize(("carry_in", "brought"), [("0", "0"), ("4.99", "4.99"), ("5", "5"), ("5.01", "5")])
def test_hours_are_carried_in_up_to_the_limit(carry_in, brought):
    outcome = counted(make_rule(carry_max="5"), make_credit("a", "3"), carry_in=Decimal(carry_in))

    assert outcome.carried_in == Decimal(brought)
    assert outcome.counted == Decimal(brought) + 3
    assert outcome.progress.remaining == 17 - Decimal(brought)


def test_carried_hours_serve_the_total_but_no_minimum():
    rule = make_rule(total="2", minimums=(make_minimum("law", "1"),), carry_max="5")

    outcome = counted(rule, carry_in=Decimal(5))

    assert (outcome.progress.remaining, outcome.progress.short) == (0, {"law": 1})


@pytest.mark.parametrize(
    ("own", "carry_in", "expected"),
    [("20", "0", "0"), ("22", "0", "2"), ("26", "0", "5"), ("18", "2", "0"), ("19", "2", "1"), ("2", "5", "0")],
)
def test_own_hours_that_were_not_needed_are_carried_out(own, carry_in, expected):
    outcome = counted(make_rule(carry_max="5"), make_credit("a", own), carry_in=Decimal(carry_in))

    assert outcome.carry_out == Decimal(expected)


def test_carried_hours_are_never_carried_again():
    outcome = counted(make_rule(total="3", carry_max="5"), make_credit("a", "1"), carry_in=Decimal(5))

    assert outcome.carry_out == 1


def test_an_incomplete_cycle_carries_nothing_out():
    rule = make_rule(minimums=(make_minimum("law", "1"),), carry_max="5")

    assert counted(rule, make_credit("a", "25")).carry_out == 0


def test_hours_over_a_cap_never_carry():
    rule = make_rule(total="5", caps={"P": "5"}, carry_max="5")

    assert counted(rule, make_credit("a", "9", "P")).carry_out == 0
