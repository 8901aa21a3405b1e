"""What a credential costs over some years: pure arithmetic, checked at its boundaries."""

from decimal import Decimal

import pytest

from certifications.catalogue.cost import Amount, Fee, Fees, cost_over


def dollars(low, high=None):
    return Amount(Decimal(low), Decimal(low if high is None else high))


def total(years, fees):
    cost = cost_over(years, fees)
    return cost.total.low, cost.total.high, cost.is_whole


@pytest.mark.parametrize(
    ("years", "every", "times"),
    [
        (2, 24, 1),  # falls due on the last day of the span: paid by then
        (3, 24, 1),
        (4, 24, 2),
        (10, 24, 5),
        (2, 25, 0),  # a month after the span
        (2, 12, 2),
        (2, 60, 0),
        (5, 60, 1),
        (10, 60, 2),
        (2, 0, 0),  # never runs out
    ],
)
def test_a_renewal_counts_up_to_and_on_the_last_day_of_the_span(years, every, times):
    fees = Fees(dollars(129), Fee(dollars(55), every))

    assert total(years, fees) == (129 + 55 * times, 129 + 55 * times, True)


def test_the_bill_names_the_months_after_which_it_is_paid():
    renewal = cost_over(4, Fees(dollars(129), Fee(dollars(55), 24))).lines[1]

    assert (renewal.what, renewal.each, renewal.after) == ("renewal", dollars(55), (24, 48))


def test_a_range_runs_from_the_sum_of_its_low_ends_to_that_of_its_high_ends():
    fees = Fees(dollars(125, 139), Fee(dollars(50, 60), 24))

    assert total(4, fees) == (225, 259, True)


def test_an_unknown_exam_fee_leaves_the_least_that_it_can_be():
    assert total(2, Fees(None, Fee(dollars(55), 24))) == (55, 55, False)


def test_an_unknown_renewal_fee_counts_only_where_one_falls_due():
    fees = Fees(dollars(250), Fee(None, 60))

    assert total(4, fees) == (250, 250, True)
    assert total(5, fees) == (250, 250, False)


def test_how_often_it_is_renewed_must_be_known():
    assert total(10, Fees(dollars(89), Fee(dollars(20), None))) == (89, 89, False)


def test_the_state_is_added_once_and_again():
    fees = Fees(dollars(129), Fee(dollars(55), 24), dollars(100), Fee(dollars(50), 12), with_state=True)

    assert total(2, fees) == (129 + 55 + 100 + 2 * 50, 129 + 55 + 100 + 2 * 50, True)


def test_without_a_state_nothing_of_a_state_is_in_the_bill():
    cost = cost_over(2, Fees(dollars(129), Fee(dollars(55), 24)))

    assert [line.what for line in cost.lines] == ["exam", "renewal"]


def test_what_a_state_takes_may_be_unknown():
    fees = Fees(dollars(129), Fee(dollars(55), 24), with_state=True)

    assert total(2, fees) == (184, 184, False)


def test_nothing_known_is_no_sum():
    assert not cost_over(2, Fees(None, Fee(None, None))).is_known
    assert not cost_over(2, Fees(None, Fee(None, 0))).is_known
    assert cost_over(2, Fees(dollars(0), Fee(None, None))).is_known


def test_more_years_never_cost_less():
    fees = Fees(dollars(125, 139), Fee(dollars(55), 24), dollars(25), Fee(dollars(30), 36), with_state=True)

    totals = [cost_over(years, fees).total.low for years in range(2, 11)]

    assert totals == sorted(totals)
