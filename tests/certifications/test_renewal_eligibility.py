"""Which credits can count, and what they come to."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from certifications.renewal.rules import UnknownUnitError
from tests.certifications.ledgers import (
    ENDS_ON,
    STARTS_ON,
    counted,
    hours_of_lines,
    make_credit,
    make_rule,
    reasons,
)

DAY = timedelta(days=1)
STRICT = make_rule(excluded_tags=frozenset({"in_service"}), needs_evidence=True)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"rejected": True, "on": STARTS_ON - DAY, "evidence": False}, "rejected"),
        ({"on": STARTS_ON - DAY, "evidence": False}, "outside_cycle"),
        ({"on": ENDS_ON + DAY, "evidence": False}, "outside_cycle"),
        ({"on": date(2025, 6, 2), "evidence": False}, "future"),
        ({"on": date(2025, 6, 1), "evidence": False}, "excluded"),
    ],
)
def test_the_first_reason_that_applies_is_given(fields, expected):
    outcome = counted(STRICT, make_credit("a", "1", "in_service", **fields), as_of=date(2025, 6, 1))

    assert reasons(outcome) == {"a": expected}
    assert hours_of_lines(outcome) == {"a": "0.00"}


def test_a_rule_may_want_the_certificate():
    seen, unseen = make_credit("seen"), make_credit("unseen", evidence=False)

    assert reasons(counted(STRICT, seen, unseen)) == {"seen": None, "unseen": "no_evidence"}
    assert reasons(counted(make_rule(), unseen)) == {"unseen": None}


def test_the_first_and_the_last_day_belong_to_the_cycle():
    outcome = counted(make_rule(), make_credit("first", on=STARTS_ON), make_credit("last", on=ENDS_ON))

    assert reasons(outcome) == {"first": None, "last": None}


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        ("2", "hour", "2.00"),
        ("0.2", "ceu", "2.00"),
        ("10", "nha_credit", "20.00"),
        ("1.005", "hour", "1.01"),
        ("1.0049", "hour", "1.00"),
        ("0.0125", "ceu", "0.13"),
    ],
)
def test_units_become_hours(quantity, unit, expected):
    assert hours_of_lines(counted(make_rule(), make_credit("a", quantity, unit=unit))) == {"a": expected}


def test_a_unit_that_the_rule_does_not_know_is_an_error():
    with pytest.raises(UnknownUnitError, match="“point”"):
        counted(make_rule(), make_credit("a", unit="point"))


def test_the_same_activity_counts_once_with_most_hours():
    outcome = counted(
        make_rule(),
        make_credit("a", "1", activity_id="0384-0000-25-001-H01-T"),
        make_credit("b", "2", activity_id=" 0384-0000-25-001-h01-t "),
        make_credit("c", "1", activity_id=""),
        make_credit("d", "1", activity_id="  "),
    )

    assert reasons(outcome) == {"a": "duplicate", "b": None, "c": None, "d": None}
    assert outcome.own == 4
    assert outcome.lines[0].same_as == "b"


def test_of_equal_hours_the_earliest_counts_then_the_first_by_id():
    late = make_credit("a", on=date(2025, 3, 2), activity_id="x")
    early, also_early = (make_credit(name, on=date(2025, 3, 1), activity_id="x") for name in "cb")

    assert reasons(counted(make_rule(), late, early, also_early)) == {"a": "duplicate", "c": "duplicate", "b": None}


def test_what_cannot_count_displaces_nothing():
    rejected = make_credit("a", "9", activity_id="x", rejected=True)

    outcome = counted(make_rule(), rejected, make_credit("b", "1", activity_id="x"))

    assert reasons(outcome) == {"a": "rejected", "b": None}
    assert outcome.counted == Decimal(1)
