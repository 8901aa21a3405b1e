"""Credentials side by side, with what they cost over the years."""

import re

import pytest

from tests.factories import (
    make_credential,
    make_fact,
    make_outline,
    make_pathway,
    make_role,
    make_rule,
    make_rule_version,
    make_source,
    make_state,
    make_state_requirement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def role():
    return make_role(slug="helper", title="Helper", plural="Helpers", position=1)


@pytest.fixture
def both(role):
    """Two certifications with the same letters: one whose fees are known, one whose exam fee is a range."""
    first = make_credential(roles=(role,), slug="one", abbreviation="CPH", issuer="First board", is_entry=True)
    second = make_credential(roles=(role,), slug="two", abbreviation="CPH", issuer="Second board", is_entry=True)
    fee(first, "exam.fee", "$129", 129)
    fee(first, "renewal.fee", "$55", 55)
    fee(first, "renewal.years", "2 years", 2, unit="years")
    fee(second, "exam.fee", "$125 to $139 (sources differ)", None, confidence="low")
    fee(second, "renewal.fee", "$55", 55)
    fee(second, "renewal.years", "2 years", 2, unit="years")
    return [first, second]


def fee(credential, name, value, number, *, unit="USD", **fields):
    key = f"{credential.slug}/{name}"
    make_fact(key=key, label=name, value=value, number=number, unit=unit, credential=credential, **fields)


def compared(client, query="c=one&c=two"):
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(f"/certifications/compare/?{query}").content.decode()).split())


def test_the_title_adds_up_the_years(client, both):
    page = compared(client, "c=one&c=two&years=10")

    assert "Over 10 years: $404 for CPH (First board) and $400 to $414 for CPH (Second board)" in page
    assert "5 × $55, after 2, 4, 6, 8 and 10 years" in page


def test_a_renewal_on_the_last_day_of_two_years_is_counted(client, both):
    assert "Over 2 years: $184 for CPH (First board)" in compared(client, "c=one&c=two&years=2")


def test_without_years_four_are_added_up(client, both):
    assert "Over 4 years: $239" in compared(client)


@pytest.mark.parametrize(("years", "is_taken"), [("1", False), ("2", True), ("10", True), ("11", False), ("x", False)])
def test_two_to_ten_years_can_be_asked_for(client, both, years, is_taken):
    page = compared(client, f"c=one&c=two&years={years}")

    assert (f"We add up 2 to 10 years. The address asks for “{years}”" in page) == (not is_taken)


def test_an_unknown_fee_makes_the_sum_a_least(client, both, role):
    third = make_credential(roles=(role,), slug="three", abbreviation="CHX", issuer="Third board")
    fee(third, "exam.fee", "$104", 104)
    fee(third, "renewal.years", "2 years", 2, unit="years")

    page = compared(client, "c=one&c=three")

    assert "at least $104 for CHX (Third board)" in page
    assert "2 times, the fee is not in our data" in page


def test_what_never_runs_out_costs_nothing_more(client, both, role):
    third = make_credential(roles=(role,), slug="three", abbreviation="CHX", issuer="Third board")
    fee(third, "exam.fee", "$89", 89)
    fee(third, "renewal.years", "it does not expire", 0, unit="years")

    page = compared(client, "c=one&c=three&years=10")

    assert "$89 for CHX (Third board)" in page
    assert "it does not run out" in page


def test_a_yearly_fee_is_paid_every_year_whatever_the_cycle(client, both, role):
    third = make_credential(roles=(role,), slug="three", abbreviation="CHX", issuer="Third board")
    fee(third, "exam.fee", "$135", 135)
    fee(third, "renewal.years", "3 years", 3, unit="years")
    fee(third, "renewal.fee", "$50 a year", 50, unit="USD a year")

    page = compared(client, "c=one&c=three&years=10")

    assert "$635 for CHX (Third board)" in page
    assert "10 × $50, every year" in page


def test_what_could_not_be_confirmed_is_marked(client, both):
    page = compared(client, "c=one&c=two")

    assert "CPH (Second board) not confirmed" in page
    assert "CPH (First board) not confirmed" not in page


def test_the_state_adds_its_fees_from_facts_of_the_job(client, both, role):
    make_state("OH", name="Ohio")
    make_fact(key="helper/state.fee.oh", value="$100", number=100, unit="USD", role=role)
    make_fact(key="helper/state.renewal-fee.oh", value="$50 a year", number=50, unit="USD a year", role=role)

    page = compared(client, "c=one&c=two&state=OH&years=2")

    assert "Over 2 years: $384 for CPH (First board)" in page  # 129 + 55 + 100 + 2 × 50


def test_the_state_adds_its_renewal_fee_from_its_rule(client, both, role):
    ohio = make_state("OH", name="Ohio")
    make_fact(key="helper/state.fee.oh", value="$25", number=25, unit="USD", role=role)
    rule = make_rule(role=role, state=ohio)
    make_rule_version(rule=rule, renewal_fee=30, body={"cycle_months": 36})

    page = compared(client, "c=one&c=two&state=OH&years=3")

    assert "Over 3 years: $239 for CPH (First board)" in page  # 129 + 55 + 25 + 30


def test_an_unknown_fee_of_the_state_is_said_to_be_unknown(client, both):
    make_state("OH", name="Ohio")

    page = compared(client, "c=one&c=two&state=OH&years=2")

    assert "Over 2 years: at least $184 for CPH (First board)" in page


def test_a_state_that_hands_nothing_out_takes_nothing(client, both, role):
    make_state_requirement(role=role, state=make_state("OH", name="Ohio"), kind="none")

    page = compared(client, "c=one&c=two&state=OH&years=2")

    assert "Over 2 years: $184 for CPH (First board)" in page
    assert "we found nothing that the state hands out" in page


def test_the_state_answers_which_it_asks_for(client, both, role):
    make_state_requirement(
        role=role, state=make_state("UT", name="Utah"), national="yes", national_detail="The first one."
    )

    page = compared(client, "c=one&c=two&state=UT")

    assert "What Utah asks" in page
    assert "The first one." in page


def test_exams_and_their_parts_stand_side_by_side(client, both):
    make_outline(credential=both[0], version="Outline of 2026", domains=[("Safety", 60), ("Law", 40)])
    make_outline(credential=both[1], source=make_source(title="Plan of the second board"))
    make_pathway(credential=both[0], conditions=[("work", "worked")])

    page = compared(client)

    assert "60% Safety" in page
    assert "Plan of the second board" in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "1 way: check it" in page


def test_what_cannot_be_compared_is_left_out_and_named(client, both, role):
    for number in range(3):
        make_credential(roles=(role,), slug=f"more-{number}", name=f"More {number}", issuer="Board")

    page = compared(client, "c=one&c=two&c=one&c=nothing&c=more-0&c=more-1&c=more-2")

    assert "We have no credential called “nothing”." in page
    assert "Four fit side by side. Left out: More 2 (Board)." in page


def test_the_page_helps_to_choose(client, both):
    page = client.get("/certifications/compare/").content.decode()

    assert "c=one&amp;c=two" in page
    assert 'name="c" value="one"' in page


def test_one_alone_asks_for_another(client, both):
    assert "CPH (First board), and which other?" in compared(client, "c=one")


@pytest.mark.parametrize("number", [2, 4])
def test_two_and_four_cost_the_same(client, django_assert_num_queries, role, number):
    make_state("OH", name="Ohio")
    for place in range(number):
        credential = make_credential(roles=(role,), slug=f"c{place}")
        fee(credential, "exam.fee", "$5", 5)
        make_pathway(credential=credential, conditions=[("work", "worked")])
        make_outline(credential=credential, domains=[("Safety", 60)])
    query = "&".join(f"c=c{place}" for place in range(number))

    with django_assert_num_queries(18):
        client.get(f"/certifications/compare/?{query}&state=OH")
    with django_assert_num_queries(9):
        client.get(f"/certifications/compare/?{query}&state=OH&years=3")
