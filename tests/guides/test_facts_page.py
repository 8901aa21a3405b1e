"""Where every number of a guide comes from, and when it is due again."""

from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.models import Role
from guides.provenance import provenance
from tests.factories import (
    make_credential,
    make_fact,
    make_projection,
    make_role,
    make_section,
    make_source,
    make_state,
    make_state_requirement,
    make_wage,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


@pytest.fixture
def role():
    return make_role(slug="pharmacy-technician", onet_soc="29-2052.00")


def groups(role, today=TODAY):
    return {group.slug: group for group in provenance(role, today=today)}


def test_every_figure_and_rule_of_the_guide_is_listed(role):
    source = make_source(title="Wage survey", review_by=date(2027, 6, 30))
    make_fact(key="pharmacy-technician/training.months", role=role, label="Length", value="4 to 12 months")
    credential = make_credential(roles=(role,), name="Certified Pharmacy Technician")
    make_fact(key=f"{credential.slug}/exam.fee", credential=credential, label="Exam fee", value="$129")
    make_wage(source=source, year_median=45_750)
    make_projection(openings=49_000)
    make_state_requirement(role=role)

    found = groups(role)

    assert [*found] == ["facts", "credentials", "pay", "outlook", "states"]
    assert found["facts"].lines[0].value == "4 to 12 months"
    assert found["credentials"].lines[0].label == "Certified Pharmacy Technician: Exam fee"
    assert found["pay"].lines[0].value == "$45,750"
    assert found["pay"].lines[0].due_on == date(2027, 6, 30)


@pytest.mark.parametrize(("days", "is_stale"), [(-1, True), (0, False), (1, False)])
def test_what_is_past_its_day_says_so(role, days, is_stale):
    day = TODAY + timedelta(days=days)
    make_fact(key="pharmacy-technician/a", role=role, review_by=day)
    make_wage(source=make_source(review_by=day))
    make_state_requirement(role=role, review_by=day)

    found = groups(role)

    assert [found[name].lines[0].is_stale for name in ("facts", "pay", "states")] == [is_stale] * 3


@pytest.mark.parametrize(("days", "is_marked"), [(-1, True), (1, False)])
def test_pay_from_an_old_edition_is_marked_in_the_guide(client, role, days, is_marked):
    make_wage(source=make_source(review_by=timezone.localdate() + timedelta(days=days)))
    make_section(role=role, body="Half earn more than {{ fact:pay.median.us }}.")

    page = client.get(role.get_absolute_url()).content.decode()

    assert ("past its check" in page) == is_marked


def test_a_rule_that_we_could_not_confirm_is_not_given_as_an_answer(role):
    make_state_requirement(role=role, confidence="low", kind="licence")

    assert groups(role)["states"].lines[0].value == "not confirmed"


def test_facts_of_other_guides_are_not_listed(role):
    make_fact(key="other/a", role=make_role(slug="other"))

    assert groups(role) == {}


def test_the_page_shows_source_date_and_doubt(client, role):
    source = make_source(title="A handbook", publisher="The board", url="https://example.org/book")
    make_fact(
        key="pharmacy-technician/a", role=role, label="Fee", value="$50", source=source, as_of="2026", confidence="low"
    )

    page = client.get(reverse("guides:facts", args=[role.slug])).content.decode()

    for words in ("Fee", "$50", "2026", 'href="https://example.org/book"', "The board", "not confirmed"):
        assert words in page


@pytest.mark.parametrize(
    ("kind", "confidence", "footing"),
    [
        ("official", "high", "official"),
        ("official", "medium", "care"),
        ("official", "low", "unsure"),
        ("second-hand", "medium", "second-hand"),
        ("own", "high", "own"),
        ("own", "medium", "own"),
        ("own", "low", "unsure"),
    ],
)
def test_a_figure_says_whose_it_is_and_our_own_is_never_called_official(role, kind, confidence, footing):
    make_fact(key="pharmacy-technician/a", role=role, source=make_source(kind=kind), confidence=confidence)

    assert groups(role)["facts"].lines[0].footing == footing


@pytest.mark.parametrize(
    ("confidence", "footing"), [("high", "official"), ("medium", "second-hand"), ("low", "unsure")]
)
def test_a_rule_of_a_state_goes_by_how_it_was_seen(role, confidence, footing):
    make_state_requirement(role=role, confidence=confidence)

    assert groups(role)["states"].lines[0].footing == footing


def test_a_guide_without_figures_says_so(client, role):
    page = client.get(reverse("guides:facts", args=[role.slug])).content.decode()

    assert "uses no stored figure yet" in page


def test_a_draft_shows_its_facts_to_nobody(client, role):
    Role.objects.filter(pk=role.pk).update(status=Role.Status.DRAFT)

    assert client.get(reverse("guides:facts", args=[role.slug])).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_at_any_length(role, django_assert_num_queries, number):
    for place in range(number):
        make_fact(key=f"pharmacy-technician/{place}", role=role)
        make_state_requirement(
            role=role, state=make_state(["OH", "PA", "TX"][place], name=str(place), fips=f"4{place}")
        )
    make_wage()

    with django_assert_num_queries(6):
        groups(role)
