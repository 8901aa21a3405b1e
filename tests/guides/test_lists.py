"""Pages that list: guides, state rules, words."""

from datetime import date

import pytest

from guides.models import Role, StateRequirement
from tests.factories import make_projection, make_role, make_state, make_state_requirement, make_term, make_wage

pytestmark = pytest.mark.django_db


def test_guides_stand_from_highest_to_lowest_middle_pay(client):
    for soc, pay in (("29-0001", 30000), ("29-0002", 50000), ("29-0003", 40000)):
        make_role(title=f"Job at {pay}", onet_soc=f"{soc}.00")
        make_wage(soc=soc, year_median=pay)
    make_role(title="Job without figures", onet_soc="29-0009.00")

    page = client.get("/guides/").content.decode()

    places = [page.index(f"Job at {pay}") for pay in (50000, 40000, 30000)]
    assert places == sorted(places)
    assert page.index("Job without figures") > places[-1]


def test_a_draft_is_in_no_list(client):
    make_role(title="Hidden job", status=Role.Status.DRAFT)
    make_role(title="Hidden job too", status=Role.Status.REVIEW)

    pages = [client.get(address).content.decode() for address in ("/", "/guides/")]

    assert not any("Hidden job" in page for page in pages)


def test_without_guides_the_pages_say_so(client):
    pages = [client.get(address).content.decode() for address in ("/", "/guides/")]

    assert all("No guide is published yet" in page for page in pages)


@pytest.mark.parametrize("address", ["/", "/guides/"])
def test_a_list_of_guides_costs_the_same_at_any_length(client, address, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(8) as captured:
            client.get(address)
        return len(captured)

    for number in range(3):
        make_role(onet_soc=f"29-000{number}.00")
        make_wage(soc=f"29-000{number}")
        make_projection(soc=f"29-000{number}")
    few = queries()
    for number in range(3, 9):
        make_role(onet_soc=f"29-000{number}.00")
        make_wage(soc=f"29-000{number}")
        make_projection(soc=f"29-000{number}")

    assert queries() == few


def test_every_state_s_rule_is_listed_with_how_sure_we_are(client):
    role = make_role()
    make_state_requirement(role=role, state=make_state("OH"), confidence="low", ce="")
    make_state_requirement(role=role, state=make_state("TX"), confidence="high", review_by=date(2020, 1, 1))

    page = client.get(f"{role.get_absolute_url()}states/").content.decode()

    ohio, texas = page.split(">Texas</a>")
    assert "Ohio" in ohio
    assert "not confirmed" in ohio
    assert "past its check" in texas


@pytest.mark.parametrize("rules", [1, 3])
def test_the_state_rules_cost_the_same_at_any_length(client, rules, django_assert_max_num_queries):
    role = make_role()
    for usps in ("OH", "TX", "CA")[:rules]:
        make_state_requirement(role=role, state=make_state(usps))

    with django_assert_max_num_queries(5):
        client.get(f"{role.get_absolute_url()}states/")


def test_one_state_s_page_shows_its_rule_and_pay(client):
    role = make_role(onet_soc="29-2052.00")
    make_state_requirement(
        role=role, state=make_state("OH"), kind=StateRequirement.Kind.REGISTRATION, board="Ohio Board of Pharmacy"
    )
    make_wage(place="US", year_median=45750)
    make_wage(place="OH", year_median=40650)

    page = client.get(f"{role.get_absolute_url()}states/OH/").content.decode()

    assert "Ohio Board of Pharmacy" in page
    assert "$40,650" in page


def test_a_state_without_a_rule_still_has_its_pay(client):
    role = make_role(onet_soc="29-2052.00")
    make_state("OH")
    make_wage(place="US", year_median=45750)
    make_wage(place="OH", year_median=40650)

    response = client.get(f"{role.get_absolute_url()}states/oh/")

    assert response.status_code == 200
    assert "$40,650" in response.content.decode()


@pytest.mark.parametrize("usps", ["ZZ", "Ohio", "%00"])
def test_a_place_that_does_not_exist_is_not_found(client, usps):
    assert client.get(f"{make_role().get_absolute_url()}states/{usps}/").status_code == 404


def test_words_stand_by_their_first_letter(client):
    make_term(slug="sig", term="sig", definition="Short directions.", also="signa")
    make_term(slug="adc", term="ADC")
    make_term(slug="340b", term="340B")

    page = client.get("/guides/glossary/").content.decode()

    assert page.index('id="340b"') < page.index('id="adc"') < page.index('id="sig"')
    assert "also signa" in page
