"""How hours count under caps."""

from datetime import date

from certifications.renewal.rules import Dimension
from tests.certifications.ledgers import (
    AUDIENCE,
    counted,
    hours_of_lines,
    make_credit,
    make_minimum,
    make_rule,
    reasons,
    rule_m,
)

EARLY, LATE = date(2025, 1, 1), date(2025, 2, 1)


def test_the_worked_example_that_is_complete():
    outcome = counted(
        rule_m(),
        make_credit("a", "12", "T"),
        make_credit("b", "4", "T", "law"),
        make_credit("c", "2.5", "T", "safety"),
        make_credit("d", "1.5", "P", on=date(2026, 6, 30)),
    )

    assert (outcome.counted, outcome.progress.to_go, outcome.progress.percent) == (20, 0, 100)
    assert outcome.progress.is_complete


def test_the_worked_example_that_lacks_law_and_safety():
    outcome = counted(rule_m(), make_credit("a", "25", "T"), as_of=date(2026, 1, 15))

    assert (outcome.counted, outcome.progress.remaining, outcome.progress.to_go) == (25, 0, 2)
    assert outcome.progress.short == {"law": 1, "safety": 1}
    assert (outcome.progress.percent, outcome.progress.is_complete) == (90, False)


def test_a_cap_holds_at_the_very_hour():
    rule = make_rule(caps={"P": "5"})

    assert counted(rule, make_credit("a", "5", "P")).over_cap == 0
    assert hours_of_lines(counted(rule, make_credit("a", "5.01", "P"))) == {"a": "5.00"}


def test_earlier_credits_fill_a_cap_first_then_the_first_by_id():
    late, early, also_early = (
        make_credit("a", "3", "P", on=LATE),
        make_credit("c", "3", "P", on=EARLY),
        make_credit("b", "3", "P", on=EARLY),
    )

    outcome = counted(make_rule(caps={"P": "5"}), late, early, also_early)

    assert hours_of_lines(outcome) == {"a": "0.00", "c": "2.00", "b": "3.00"}
    assert reasons(outcome) == {"a": "over_cap", "c": None, "b": None}
    assert outcome.over_cap == 4


def test_a_minimum_is_served_before_a_cap_is_filled():
    plain, law = make_credit("a", "5", "P", on=EARLY), make_credit("b", "3", "P", "law", on=LATE)

    outcome = counted(make_rule(minimums=(make_minimum("law", "2"),), caps={"P": "5"}), plain, law)

    assert hours_of_lines(outcome) == {"a": "3.00", "b": "2.00"}


def test_a_minimum_takes_no_more_than_it_needs():
    # Were all of the law course counted first, safety would find the cap full.
    law, safety = make_credit("a", "5", "P", "law", on=EARLY), make_credit("b", "5", "P", "safety", on=LATE)
    rule = make_rule(minimums=(make_minimum("law", "2"), make_minimum("safety", "3")), caps={"P": "5"})

    outcome = counted(rule, law, safety)

    assert hours_of_lines(outcome) == {"a": "2.00", "b": "3.00"}
    assert outcome.progress.short == {}


def test_credits_that_serve_more_minimums_come_first():
    one, two = make_credit("a", "2", "P", "law", on=EARLY), make_credit("b", "2", "P", "law", "T", on=LATE)
    rule = make_rule(minimums=(make_minimum("law", "2"), make_minimum("T", "2", AUDIENCE)), caps={"P": "2"})

    assert hours_of_lines(counted(rule, one, two)) == {"a": "0.00", "b": "2.00"}


def test_of_credits_that_serve_as_much_the_less_capped_comes_first():
    capped, free = make_credit("a", "2", "law", "P", on=EARLY), make_credit("b", "2", "law", on=LATE)
    other = make_credit("c", "2", "P", on=date(2024, 12, 1))
    rule = make_rule(minimums=(make_minimum("law", "2"),), caps={"P": "2"})

    assert hours_of_lines(counted(rule, capped, free, other)) == {"a": "0.00", "b": "2.00", "c": "2.00"}


def test_an_hour_counts_for_every_tag_and_once_in_the_total():
    rule = make_rule(
        minimums=(
            make_minimum("law", "2"),
            make_minimum("T", "2", AUDIENCE),
            make_minimum("live", "2", Dimension.DELIVERY),
        )
    )

    outcome = counted(rule, make_credit("a", "2", "law", "T", "live"))

    assert (outcome.counted, outcome.progress.short, outcome.progress.to_go) == (2, {}, 18)
    assert outcome.lines[0].serves == ("law", "T", "live")


def test_hours_beyond_the_total_count_too():
    assert counted(make_rule(total="20"), make_credit("a", "20"), make_credit("b", "7")).counted == 27


def test_a_course_under_two_caps_does_not_push_out_more_than_it_brings():
    # Taken in order, the law course would cost an hour under each cap, and leave 11 hours to go in place of 10.
    rule = make_rule(minimums=(make_minimum("law", "1"),), caps={"P": "5", "college": "5"})
    held = [make_credit("a", "5", "P"), make_credit("b", "5", "college")]
    law = make_credit("c", "1", "law", "P", "college")

    assert counted(rule, *held).progress.to_go == 10
    assert counted(rule, *held, law).progress.to_go == 10


def test_where_two_ways_leave_as_little_the_minimums_are_served():
    rule = make_rule(minimums=(make_minimum("law", "1"), make_minimum("safety", "1")), caps={"P": "5", "college": "5"})
    both = make_credit("c", "1", "law", "P", "college")
    held = [make_credit("a", "5", "P"), make_credit("b", "5", "college"), make_credit("d", "2", "P", "safety", on=LATE)]

    outcome = counted(rule, *held, both)

    assert (outcome.own, outcome.progress.to_go) == (10, 10)
    assert outcome.progress.short == {"law": 1}


def test_three_caps_that_cross_are_used_to_the_last_hundredth():
    # Half of each would be 0.125 h, which no ledger can hold: 0.37 h is the most that fits.
    rule = make_rule(total="1", minimums=(make_minimum("x", "0.25"),), caps={"p": "0.25", "q": "0.25", "r": "0.25"})
    crossing = [
        make_credit("a", "0.25", "p", "q", "x"),
        make_credit("b", "0.25", "q", "r"),
        make_credit("c", "0.25", "p", "r"),
    ]

    outcome = counted(rule, *crossing)

    assert str(outcome.own) == "0.37"
    assert all(outcome.counted_for(tag) <= rule.caps[0].hours for tag in "pqr")


def test_a_cap_of_nothing_lets_nothing_count():
    outcome = counted(make_rule(caps={"P": "0"}), make_credit("a", "2", "P"))

    assert (outcome.counted, reasons(outcome)) == (0, {"a": "over_cap"})
