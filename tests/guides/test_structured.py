"""What search engines read: data of schema.org, addresses, the site's map."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse

from guides import structured
from guides.models import Role, Section
from tests.factories import (
    make_occupation,
    make_projection,
    make_question,
    make_role,
    make_section,
    make_state,
    make_wage,
)

pytestmark = pytest.mark.django_db

# Properties that schema.org knows of the types in use.
KNOWN = {
    "Occupation": {
        "name",
        "description",
        "url",
        "mainEntityOfPage",
        "occupationLocation",
        "occupationalCategory",
        "educationRequirements",
        "estimatedSalary",
    },
    "MonetaryAmountDistribution": {
        "name",
        "currency",
        "duration",
        "median",
        "percentile10",
        "percentile25",
        "percentile75",
        "percentile90",
    },
    "Country": {"name"},
    "State": {"name"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


@pytest.fixture
def role():
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician", onet_soc="29-2052.00", lead="You count.")
    make_section(role=role, kind=Section.Kind.QUESTIONS, slug="q", body="{{ show:questions }}")
    return role


def data_of(client, path):
    page = client.get(path).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    graph = json.loads(found[0])
    assert graph["@context"] == "https://schema.org"
    return graph["@graph"]


def check(thing):
    """Every thing has a type and only properties that the type knows, and says something in each."""
    if isinstance(thing, list):
        for part in thing:
            check(part)
    elif isinstance(thing, dict):
        assert set(thing) - {"@type"} <= KNOWN[thing["@type"]]
        assert all(value not in ("", [], None) for value in thing.values())
        check([value for value in thing.values() if isinstance(value, dict | list)])


def test_a_guide_says_what_it_is_about(client, role):
    make_wage(year_median=45_750, year_p10=36_020)
    make_projection(entry_education="High school diploma or equivalent")
    make_question(role=role, question="Can I start at 17?", answer="In **some** states.")

    occupation, questions, breadcrumbs = data_of(client, role.get_absolute_url())

    check([occupation, questions, breadcrumbs])
    assert occupation["occupationalCategory"] == "29-2052.00"
    assert occupation["estimatedSalary"][0]["median"] == 45_750
    assert questions["mainEntity"][0]["acceptedAnswer"]["text"] == "In some states."
    assert [item["name"] for item in breadcrumbs["itemListElement"]] == ["Guides", "Pharmacy technician"]


def test_a_guide_without_figures_or_questions_says_less(client, role):
    things = data_of(client, role.get_absolute_url())

    check(things)
    assert [thing["@type"] for thing in things] == ["Occupation", "BreadcrumbList"]


def test_the_pay_of_the_state_stands_beside_the_nation(client, role):
    make_state("OH", name="Ohio")
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=40_650)

    occupation = data_of(client, f"{role.get_absolute_url()}?state=OH")[0]

    assert [pay["median"] for pay in occupation["estimatedSalary"]] == [45_750, 40_650]


@pytest.mark.parametrize(("median", "pay"), [(40_650, [40_650]), (None, [])])
def test_a_states_page_says_what_the_job_pays_there(client, role, median, pay):
    make_state("OH", name="Ohio")
    make_wage(year_median=45_750)
    make_wage(place="OH", year_median=median)

    things = data_of(client, f"{role.get_absolute_url()}states/oh/")

    check(things)
    assert things[0]["occupationLocation"] == [{"@type": "State", "name": "Ohio"}]
    assert [salary["median"] for salary in things[0].get("estimatedSalary", [])] == pay
    assert [item["name"] for item in things[1]["itemListElement"]][-2:] == ["States", "Ohio"]


def test_an_occupation_says_what_it_is_about(client):
    occupation = make_occupation(code="53-3032.00", title="Truck Drivers")
    make_wage(soc="53-3032", year_median=57_000)

    things = data_of(client, occupation.get_absolute_url())

    check(things)
    assert things[0]["estimatedSalary"][0]["median"] == 57_000


def test_no_text_can_end_the_element_it_stands_in():
    made = structured.script({"@type": "Answer", "text": "</script><script>alert(1)</script> & <!--"})

    assert made.count("<") == 2
    assert json.loads(re.sub(r"<[^>]*>", "", made))["@graph"][0]["text"].startswith("</script>")


@pytest.mark.parametrize("query", ["", "?state=OH", "?utm_source=x"])
def test_a_page_has_one_address(client, role, query):
    page = client.get(role.get_absolute_url() + query).content.decode()

    assert '<link rel="canonical" href="http://localhost:8000/guides/pharmacy-technician/">' in page


@pytest.mark.parametrize("code", ["oh", "OH"])
def test_a_states_page_has_one_address_however_its_code_is_written(client, role, code):
    make_state("OH", name="Ohio")

    page = client.get(f"{role.get_absolute_url()}states/{code}/").content.decode()

    assert '<link rel="canonical" href="http://localhost:8000/guides/pharmacy-technician/states/oh/">' in page


def test_other_sites_are_told_title_and_picture(client, role):
    page = client.get(role.get_absolute_url()).content.decode()

    assert '<meta property="og:title" content="Pharmacy technician">' in page
    assert '<meta property="og:image" content="http://localhost:8000/guides/pharmacy-technician/card.png">' in page


def test_the_map_lists_what_is_public_and_nothing_else(client, role):
    make_section(role=role, reviewed_on=date(2026, 11, 23))
    make_role(slug="secret", status=Role.Status.DRAFT)
    make_state("OH", name="Ohio")
    make_occupation(code="53-3032.00")

    text = client.get(reverse("sitemap")).content.decode()

    places = re.findall(r"<loc>http://localhost:8000(.*?)</loc>", text)
    assert {
        "/",
        "/guides/pharmacy-technician/",
        "/guides/pharmacy-technician/facts/",
        "/guides/pharmacy-technician/states/oh/",
        "/occupations/",
        "/occupations/53-3032.00/",
    } <= set(places)
    assert "<lastmod>2026-11-23</lastmod>" in text
    assert "secret" not in text


def test_every_address_of_the_map_answers(client, role):
    make_state("OH", name="Ohio")
    make_occupation(code="53-3032.00")

    places = re.findall(r"<loc>http://localhost:8000(.*?)</loc>", client.get(reverse("sitemap")).content.decode())

    assert {client.get(place).status_code for place in places} == {200}


def test_the_map_promises_no_occupations_where_there_are_none(client, role):
    assert "/occupations/" not in client.get(reverse("sitemap")).content.decode()


def test_crawlers_are_told_of_the_map(client):
    assert "Sitemap: http://localhost:8000/sitemap.xml" in client.get(reverse("robots")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_map_costs_the_same_at_any_length(client, django_assert_num_queries, number):
    for place in range(number):
        make_section(role=make_role(slug=f"role-{place}"))
        make_occupation()
        make_state(["OH", "PA", "TX"][place], name=f"State {place}", fips=f"3{place}")

    with django_assert_num_queries(9):
        client.get(reverse("sitemap"))
