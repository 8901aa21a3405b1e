"""What holds for every rule and every ledger."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from certifications.renewal.cycles import AnchorKind, Schedule, add_months, whole_months
from certifications.renewal.leaving_out import best_left_out
from certifications.renewal.outcome import as_json, explain
from certifications.renewal.rules import Cap, Credit, Cycle, Dimension, FirstCycle, Minimum, Rule
from tests.certifications.ledgers import ENDS_ON, STARTS_ON

TAGS = {
    "law": Dimension.TOPIC,
    "safety": Dimension.TOPIC,
    "sterile": Dimension.TOPIC,
    "T": Dimension.AUDIENCE,
    "P": Dimension.AUDIENCE,
    "live": Dimension.DELIVERY,
    "college": Dimension.SOURCE,
}
LENGTH = (ENDS_ON - STARTS_ON).days
EXAMPLES = settings(max_examples=80, deadline=None)

quarters = st.integers(0, 80).map(lambda number: Decimal(number) / 4)
hundredths = st.integers(1, 1200).map(lambda number: Decimal(number) / 100)
tags = st.frozensets(st.sampled_from(sorted(TAGS)), max_size=4)


@st.composite
def rules(draw):
    hours = st.one_of(quarters, hundredths)
    minimums = draw(st.lists(st.sampled_from(sorted(TAGS)), unique=True, max_size=5))
    caps = draw(st.lists(st.sampled_from(sorted(TAGS)), unique=True, max_size=4))
    return Rule(
        total=draw(hours),
        minimums=tuple(Minimum(tag, draw(hours), TAGS[tag], draw(st.booleans())) for tag in minimums),
        caps=tuple(Cap(tag, draw(hours)) for tag in caps),
        excluded_tags=draw(st.frozensets(st.sampled_from(sorted(TAGS)), max_size=1)),
        first_cycle=draw(st.sampled_from(FirstCycle)),
        carry_max=draw(hours),
    )


cycles = st.builds(
    Cycle, st.just(STARTS_ON), st.just(ENDS_ON), is_first=st.booleans(), reinstating=st.booleans(), carry_in=quarters
)


@st.composite
def ledgers(draw, *, max_activities=0):
    """Credits within two years or a little outside; ids differ, and activities where so many may stand twice."""
    activities = ["", *map(str, range(max_activities))]
    many = draw(st.integers(0, 9))
    return [
        Credit(
            str(number),
            STARTS_ON + timedelta(days=draw(st.integers(-5, LENGTH + 5))),
            draw(st.one_of(quarters.filter(bool), hundredths)),
            tags=draw(tags),
            activity_id=draw(st.sampled_from(activities)),
            rejected=draw(st.sampled_from([False, False, False, True])),
        )
        for number in range(many)
    ]


@EXAMPLES
@given(rules(), cycles, ledgers())
def test_no_cap_is_passed_and_no_hour_counts_twice(rule, cycle, ledger):
    outcome = explain(rule, cycle, ledger, ENDS_ON)

    for line in outcome.lines:
        assert 0 <= line.counted <= line.hours
    for cap in rule.caps:
        assert sum(line.counted for line in outcome.lines if cap.tag in line.credit.tags) <= cap.hours
    assert sum(line.counted for line in outcome.lines) == outcome.own


@EXAMPLES
@given(rules(), cycles, ledgers())
def test_every_eligible_hour_counts_or_is_over_a_cap_that_is_full(rule, cycle, ledger):
    outcome = explain(rule, cycle, ledger, ENDS_ON)

    eligible = [line for line in outcome.lines if line.reason in {None, "over_cap"}]
    assert sum(line.hours - line.counted for line in eligible) == outcome.over_cap
    for line in eligible:
        assert bool(line.full_caps) == (line.counted < line.hours)


@EXAMPLES
@given(rules(), cycles, ledgers(), hundredths)
def test_more_education_never_raises_the_hours_to_go_while_caps_have_room(rule, cycle, ledger, more):
    outcome = explain(rule, cycle, ledger, ENDS_ON)
    assume(ledger and not outcome.over_cap)
    *fewer, last = ledger
    shorter = [*fewer, replace(last, quantity=last.quantity / (1 + more))]

    for less in (fewer, shorter):
        assert outcome.progress.to_go <= explain(rule, cycle, less, ENDS_ON).progress.to_go


@EXAMPLES
@given(rules(), cycles, ledgers(max_activities=2))
def test_one_more_credit_never_raises_the_hours_to_go_that_are_left_without_the_one_named(rule, cycle, ledger):
    outcome = explain(rule, cycle, ledger, ENDS_ON)
    found = best_left_out(outcome)
    fewest = found.to_go if found else outcome.progress.to_go

    for left_out in range(len(ledger)):
        fewer = ledger[:left_out] + ledger[left_out + 1 :]
        assert fewest <= explain(rule, cycle, fewer, ENDS_ON).progress.to_go


@EXAMPLES
@given(rules(), cycles, ledgers(), st.randoms())
def test_the_order_in_which_credits_are_entered_does_not_matter(rule, cycle, ledger, random):
    shuffled = random.sample(ledger, len(ledger))

    one, other = (explain(rule, cycle, credits_, ENDS_ON) for credits_ in (ledger, shuffled))

    assert {line.credit.id: line.counted for line in one.lines} == {
        line.credit.id: line.counted for line in other.lines
    }


@EXAMPLES
@given(rules(), cycles, ledgers())
def test_the_figures_agree_with_each_other(rule, cycle, ledger):
    outcome = explain(rule, cycle, ledger, ENDS_ON)
    progress = outcome.progress

    assert progress.is_complete == (progress.percent == 100) == (not progress.remaining and not progress.short)
    assert 0 <= progress.percent <= 100
    assert 0 <= outcome.carry_out <= rule.carry_max
    assert outcome.carry_out <= outcome.own
    assert outcome.carried_in == min(cycle.carry_in, rule.carry_max)
    assert Decimal(as_json(outcome)["hours_to_go"]) == progress.to_go


@EXAMPLES
@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 60), st.integers(0, 40))
def test_cycles_of_any_anchor_touch_and_hold_so_many_months(earned_on, months, number):
    schedule = Schedule(AnchorKind.EARNED, earned_on, months)

    cycle, following = schedule.cycle(number), schedule.cycle(number + 1)

    assert following.starts_on - cycle.ends_on == timedelta(days=1)
    assert cycle.starts_on == add_months(earned_on, number * months)


@EXAMPLES
@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_whole_months_undo_the_arithmetic_of_cycles(starts_on, months):
    if months:
        ends_on = add_months(starts_on, months) - timedelta(days=1)

        assert whole_months(starts_on, ends_on) == whole_months(starts_on, ends_on, started=True) == months


@pytest.mark.parametrize("kind", [kind for kind in AnchorKind if kind.startswith("fixed")])
@EXAMPLES
@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 12), st.integers(1, 31))
def test_fixed_ends_come_after_the_first_day_in_the_right_years(kind, earned_on, month, day):
    first = Schedule(kind, earned_on, 24, month, day).cycle(0).ends_on

    assert first > earned_on
    assert first.month == month
    assert kind == "fixed" or first.year % 2 == (kind == "fixed-odd")
    assert first <= add_months(earned_on, 12 if kind == "fixed" else 24) + timedelta(days=1)
