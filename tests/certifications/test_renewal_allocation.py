"""How hours count under caps."""

from datetime import date
from decimal import Decimal

from certifications.renewal.leaving_out import LeftOut, best_left_out
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

DELIVERY = Dimension.DELIVERY
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


def test_a_minimum_is_served_first_even_by_a_course_under_two_caps():
    # The law course fills an hour under each cap, so two hours of the others drop out.
    rule = make_rule(minimums=(make_minimum("law", "1"),), caps={"P": "5", "college": "5"})
    held = [make_credit("a", "5", "P"), make_credit("b", "5", "college")]

    outcome = counted(rule, *held, make_credit("c", "1", "law", "P", "college"))

    assert hours_of_lines(outcome) == {"a": "4.00", "b": "4.00", "c": "1.00"}
    assert (outcome.own, outcome.progress.to_go, outcome.over_cap) == (9, 11, 2)
    assert best_left_out(outcome) == LeftOut(outcome.lines[2].credit, Decimal(10))


def test_what_serves_more_minimums_can_take_the_room_that_another_needs():
    rule = make_rule(
        total="0",
        minimums=(make_minimum("law", "2"), make_minimum("T", "1", AUDIENCE), make_minimum("live", "1", DELIVERY)),
        caps={"safety": "1"},
    )
    both, needed = make_credit("a", "1", "law", "live", "safety"), make_credit("b", "1", "T", "safety")
    free = make_credit("c", "2", "law"), make_credit("d", "1", "live")

    outcome = counted(rule, both, needed, *free)

    assert hours_of_lines(outcome) == {"a": "1.00", "b": "0.00", "c": "2.00", "d": "1.00"}
    assert best_left_out(outcome) == LeftOut(both, Decimal(0))


def test_an_entry_that_stands_for_a_better_marked_one_can_be_left_out():
    rule = make_rule(minimums=(make_minimum("law", "1"),), total="1")
    law, longer = (
        make_credit("a", "1", "law", activity_id="0798"),
        make_credit("b", "2", activity_id="0798"),
    )

    outcome = counted(rule, law, longer)

    assert (reasons(outcome), outcome.progress.to_go) == ({"a": "duplicate", "b": None}, 1)
    assert best_left_out(outcome) == LeftOut(longer, Decimal(0))


def test_where_every_course_does_good_none_is_to_be_left_out():
    rule = make_rule(total="20", caps={"P": "5"})

    assert best_left_out(counted(rule, make_credit("a", "9", "P"), make_credit("b", "3"))) is None
    assert best_left_out(counted(rule, make_credit("a", "25"), make_credit("b", "9", "P"))) is None


def test_a_cap_of_nothing_lets_nothing_count():
    outcome = counted(make_rule(caps={"P": "0"}), make_credit("a", "2", "P"))

    assert (outcome.counted, reasons(outcome)) == (0, {"a": "over_cap"})
