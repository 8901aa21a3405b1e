"""The sheet for talking about pay: offers are placed among figures that are known, and none is made up."""

from decimal import Decimal

import pytest
from django.urls import reverse

from jobsearch.models import Offer
from jobsearch.offers.pay_facts import pay_facts
from jobsearch.offers.placing import Place, next_up, place
from jobsearch.offers.trades import trades_of
from tests.factories import make_role, make_state, make_target_role, make_user, make_wage
from tests.jobsearch.factories import make_application, make_offer

D = Decimal
KNOWN = {"p10": D(17), "p25": D(18), "median": D(20), "p75": D(24), "p90": D(29)}


@pytest.mark.parametrize(
    ("amount", "below", "above"),
    [
        ("16.99", "", "p10"),
        ("17", "p10", "p10"),
        ("17.01", "p10", "p25"),
        ("19.99", "p25", "median"),
        ("20", "median", "median"),
        ("20.01", "median", "p75"),
        ("29", "p90", "p90"),
        ("29.01", "p90", ""),
    ],
)
def test_a_pay_lies_between_the_nearest_known_points(amount, below, above):
    assert place(D(amount), KNOWN) == Place(below, above)


@pytest.mark.parametrize(
    ("amount", "below", "above"),
    [("28.99", "p75", "p90"), ("29", "p75", ""), ("99", "p75", ""), ("20", "median", "median")],
)
def test_at_or_over_this_much_or_more_nothing_is_known_above(amount, below, above):
    assert place(D(amount), KNOWN, {"p90"}) == Place(below, above)


def test_points_that_share_a_figure_and_points_that_are_missing():
    assert place(D(17), {"p10": D(17), "p25": D(17), "median": D(20)}) == Place("p25", "p10")
    assert place(D(17), {"p10": D(17), "p25": D(17)}).is_on_a_point
    assert place(D(19), {"p25": D(18), "p75": D(24)}) == Place("p25", "p75")
    assert place(D(19), {}) is None
    assert place(D(30), {"median": D(20)}, {"median"}) is None


@pytest.mark.parametrize(
    ("amount", "points"), [("19.99", "median p75 p90"), ("20", "p75 p90"), ("29", ""), ("0", "p10")]
)
def test_the_next_figures_up_are_known_exactly(amount, points):
    assert " ".join(next_up(D(amount), KNOWN)).startswith(points)
    assert "p90" not in next_up(D(amount), KNOWN, {"p90"})


def where(offer):
    return reverse("offers:sheet", args=[offer.application_id])


@pytest.fixture
def role(db):
    return make_role(title="Pharmacy technician", onet_soc="29-2052.00")


def offered(seeker, role, *, place="", **terms):
    return make_offer(application=make_application(owner=seeker, stage="offer", role=role, place=place), **terms)


@pytest.mark.parametrize(
    ("place_of_job", "home", "state"),
    [
        ("Columbus, OH", "", "OH"),
        ("Columbus, OH 43215", "TX", "OH"),
        ("Columbus, Ohio", "TX", "OH"),
        ("OH", "", "OH"),
        ("Columbus", "TX", "TX"),
        ("Main Street, ZZ", "TX", "TX"),
        ("", "", None),
    ],
)
def test_pay_is_told_for_the_state_of_the_job_else_of_the_person(role, place_of_job, home, state):
    make_state("OH"), make_state("TX")
    person = make_user(state=home)
    offer = offered(person, role, place=place_of_job)

    facts = pay_facts(offer, person)

    assert (facts.state and facts.state.usps, facts.role) == (state, role)


@pytest.mark.django_db
def test_the_sheet_names_figures_source_date_and_place(as_seeker, seeker, role):
    make_state("OH")
    make_wage(), make_wage(place="OH", hour_median="21.00", as_of="May 2025")
    offer = offered(seeker, role, place="Columbus, OH", pay=D("18.5"))

    page = as_seeker.get(where(offer)).content.decode()

    assert "In Ohio at least 1 in 4 earn less than this, and at least half earn more." in page
    assert "That is $2.50 an hour under the middle there." in page
    assert "In the U.S. at least 1 in 4 earn less" in page
    assert "$21 an hour: in Ohio half earn more." in page and "$24 an hour: in Ohio 1 in 4 earn more." in page
    assert "wage survey of May 2025 says that in Ohio half of the people in this job earn $21 an hour or more" in page
    assert 'id="b-pay-sources"' in page
    assert '<span class="blank">your figure</span>' in page


@pytest.mark.django_db
def test_what_is_unknown_is_shown_as_unknown(as_seeker, seeker, role):
    make_state("OH")
    unplaced = offered(seeker, role, place="Columbus, OH")
    nameless = make_offer(owner=seeker, pay=D(20))

    pages = [as_seeker.get(where(offer)).content.decode() for offer in (unplaced, nameless)]
    make_wage(place="US")
    beside = as_seeker.get(where(unplaced)).content.decode()

    assert "Pay for this job is not in our data." in pages[0] and "cannot be placed" in pages[0]
    assert "We do not know which job this is" in pages[1]
    assert all("earn more" not in page for page in pages)
    assert "Pay in Ohio is not in our data." in beside and "$17 an hour: in the U.S. 9 in 10 earn more." in beside


@pytest.mark.django_db
def test_figures_with_too_few_answers_are_not_told(as_seeker, seeker, role):
    make_wage(employment=49, mean_error=3)

    page = as_seeker.get(where(offered(seeker, role, pay=D(18)))).content.decode()

    assert "Too few employers answered" in page and "earn less than this" not in page


@pytest.mark.django_db
def test_a_salary_without_hours_is_placed_by_the_year(as_seeker, seeker, role):
    make_wage()

    page = as_seeker.get(where(offered(seeker, role, pay=D(61000), pay_per="year"))).content.decode()

    assert "Where $61,000 a year stands" in page and "at least 9 in 10 earn less than this" in page
    assert "stand for full-time work" in page and "at or above every figure" in page


@pytest.mark.django_db
def test_a_job_that_is_paid_by_the_year_alone_is_placed_by_the_year(as_seeker, seeker, role):
    make_wage(**{f"hour_{point}": None for point in ("p10", "p25", "median", "p75", "p90")})

    page = as_seeker.get(where(offered(seeker, role, pay=D(20), hours_a_week=D(40)))).content.decode()

    assert "Where $41,600 a year stands" in page and "at least half earn less than this" in page


@pytest.mark.django_db
def test_the_job_one_heads_for_stands_in_where_the_ad_names_none(seeker, role):
    target = make_target_role(seeker, role=role, state=make_state("OH"))

    facts = pay_facts(make_offer(owner=seeker), seeker)

    assert (facts.role, facts.state) == (role, target.state)


@pytest.mark.django_db
def test_ones_own_figures_are_kept_and_said(as_seeker, seeker):
    offer = make_offer(owner=seeker, pay=D("18.5"))

    page = as_seeker.post(
        where(offer), {"ask_pay": "20.25", "least_pay": "19", "reasons": "my certification."}, follow=True
    ).content.decode()

    assert "Could you make it $20.25 an hour?" in page and "I bring my certification.</p>" in page
    offer.refresh_from_db()
    assert (offer.ask_pay, offer.least_pay) == (D("20.25"), D(19))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"ask_pay": "18.5"}, "They offer $18.50 already"),
        ({"ask_pay": "more"}, "Write the pay as a number"),
        ({"ask_pay": "20", "least_pay": "20.01"}, "Swap them"),
        ({"ask_pay": "20", "reasons": "x" * 301}, "300"),
    ],
)
def test_bad_figures_get_a_sentence_and_stay(as_seeker, seeker, values, sentence):
    offer = make_offer(owner=seeker, pay=D("18.5"))

    page = as_seeker.post(where(offer), {"reasons": "a language", **values}).content.decode()

    assert sentence in page and (values.get("reasons") or "a language") in page
    assert Offer.objects.get().ask_pay is None
    assert "Could you make it <span" in page


@pytest.mark.django_db
def test_what_is_open_or_refused_comes_first_when_pay_is_fixed():
    offer = make_offer(hours_a_week=D(36), ce_paid="yes", certification_paid="no", shift="Days")

    texts = [(str(trade.text)[:12], trade.told) for trade in trades_of(offer)]

    assert ("the fee of t", "No") in texts[:5]
    assert texts[-2:] == [("more hours t", "36"), ("shifts that ", "Days")]
    assert not any(text.startswith("continuing") for text, _told in texts)


@pytest.mark.django_db
@pytest.mark.parametrize("places", [1, 50])
def test_the_sheet_costs_the_same_at_any_length(as_seeker, seeker, role, places, django_assert_max_num_queries):
    for number in range(places):
        make_wage(place="US" if not number else f"{number:02}")

    offer = offered(seeker, role, pay=D(18))

    with django_assert_max_num_queries(8):
        assert as_seeker.get(where(offer)).status_code == 200
    assert as_seeker.get(where(make_offer())).status_code == 404
