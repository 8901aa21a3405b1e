"""Occupations in the search: by any of their job titles, beside the guides and in their place."""

import pytest
from django.urls import reverse

from guides.models import Role, Task
from guides.search import index, texts
from tests.factories import make_occupation, make_role, make_section, make_state, make_title, make_wage

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs():
    """A few occupations, two of them with a job title in common, and a guide for one."""
    make_occupation(
        code="29-2052.00",
        title="Pharmacy Technicians",
        description="Prepare medications under a pharmacist.",
        titles=["Accredited Pharmacy Technician", "Pharmacy Tech (Rx Tech)"],
    )
    make_occupation(code="29-1051.00", title="Pharmacists", description="Dispense drugs.", titles=["Druggist"])
    make_occupation(
        code="53-3032.00",
        title="Heavy and Tractor-Trailer Truck Drivers",
        description="Drive a tractor-trailer.",
        titles=["Truck Driver", "CDL Driver (Commercial Driver's License Driver)"],
    )
    make_occupation(code="53-3033.00", title="Light Truck Drivers", description="Deliver.", titles=["Truck Driver"])
    make_occupation(code="47-2111.00", title="Electricians", description="Install wiring.", titles=["Wireman"])
    make_occupation(
        code="17-2071.00", title="Electrical Engineers", description="Design equipment.", titles=["Circuits Engineer"]
    )
    guide = make_role(slug="pharmacy-technician", title="Pharmacy technician", onet_soc="29-2052.00")
    make_title(role=guide, title="pharmacist's helper")
    make_section(role=guide, body="You count pills on a tray.")
    index.reindex()
    return guide


def search(client, question: str, **headers):
    return client.get(reverse("guides:search"), {"q": question}, headers=headers)


def found(client, question: str):
    return search(client, question).context["results"]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("truck driver", "53-3032.00"),
        ("CDL driver", "53-3032.00"),
        ("commercial drivers license driver", "53-3032.00"),
        ("electrican", "47-2111.00"),
        ("electrical enginer", "17-2071.00"),
        ("wireman jobs", "47-2111.00"),
        ("how much do electricians make", "47-2111.00"),
        ("pharmacist", "29-1051.00"),
        ("phamacist", "29-1051.00"),
    ],
)
def test_a_job_title_leads_to_its_occupation_first(client, jobs, question, code):
    results = found(client, question)

    assert results.is_job_first
    assert results.occupations[0].code == code


@pytest.mark.parametrize("question", ["pharm tech", "Accredited Pharmacy Technician", "Rx Tech", "pharmacy technician"])
def test_an_occupation_with_a_guide_leads_to_the_guide(client, jobs, question):
    results = found(client, question)

    assert [hit.role for hit in results.guides] == [jobs]
    assert not results.is_job_first
    assert "29-2052.00" not in [hit.code for hit in results.occupations]


def test_the_profile_stands_in_while_the_guide_is_a_draft(client, jobs):
    Role.objects.filter(pk=jobs.pk).update(status=Role.Status.DRAFT)

    results = found(client, "pharmacy technician")

    assert not results.guides
    assert results.occupations[0].code == "29-2052.00"


def test_of_two_occupations_with_the_same_title_the_larger_comes_first(client, jobs):
    make_wage(soc="53-3032", employment=20_000)
    make_wage(soc="53-3033", employment=1_000_000)
    index.put_occupations()

    codes = [hit.code for hit in found(client, "truck driver").occupations]

    assert codes[:2] == ["53-3033.00", "53-3032.00"]


def test_a_special_case_stands_behind_the_occupation_it_belongs_to(client):
    make_occupation(code="29-1141.03", title="Critical Care Nurses", titles=["Nurse"])
    make_occupation(code="29-1141.00", title="Registered Nurses", titles=["Nurse"])
    index.put_occupations()

    assert [hit.code for hit in found(client, "nurse").occupations] == ["29-1141.00", "29-1141.03"]


def test_the_answer_says_by_which_title_it_was_found_and_what_the_job_pays(client, jobs):
    make_wage(soc="47-2111", year_median=65_280)

    page = search(client, "wireman").content.decode()

    assert "Found by “Wireman”" in page
    assert "$65,280" in page
    assert 'href="/occupations/47-2111.00/"' in page


@pytest.mark.parametrize(("question", "is_said"), [("wireman", True), ("pharm tech", False)])
def test_whose_titles_they_are_is_said_wherever_occupations_stand(client, jobs, question, is_said):
    page = search(client, question).content.decode()

    assert ("O*NET 29.3 Database" in page) == is_said


def test_what_people_do_is_searched_where_no_title_answers(client, jobs):
    Task.objects.create(occupation_id="47-2111.00", number=1, text="Crawl through attics.", kind=Task.Kind.CORE)
    index.put_occupations()

    results = found(client, "crawl attics")

    assert [hit.code for hit in results.occupations] == ["47-2111.00"]
    assert "<mark>Crawl</mark>" in results.occupations[0].snippet


def test_a_word_that_guides_know_is_no_slip_of_another(client, jobs):
    make_title(role=jobs, title="PTCB")
    make_occupation(title="Drafters", titles=["PCB Designer"])
    index.reindex()

    assert not found(client, "PTCB").occupations


def test_names_of_occupations_are_offered_when_nothing_fits(client, jobs):
    results = found(client, "heleectrishuns")

    assert not results
    assert "Electricians" in results.hints


def test_a_state_is_no_part_of_the_job(client, jobs):
    make_state("OH", name="Ohio")
    index.reindex()

    assert found(client, "electrician in ohio").occupations[0].code == "47-2111.00"


def test_without_occupations_the_search_neither_shows_nor_asks_for_them(client):
    role = make_role(title="Pharmacy technician")
    make_section(role=role, body="You count pills.")
    index.reindex()

    assert not found(client, "electrician").occupations
    assert "federal data" not in search(client, "pharmacy technician").content.decode()


def test_a_new_release_is_found_at_once(client, jobs):
    assert not found(client, "beekeeper")

    make_occupation(code="11-9013.00", title="Farmers", titles=["Beekeeper"])
    index.put_occupations()

    assert found(client, "beekeeper").occupations[0].code == "11-9013.00"


def test_an_edited_guide_does_not_cost_the_names_of_all_jobs(client, jobs):
    before = index.memory().jobs

    index.put_role(jobs)

    assert index.memory().jobs is before


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Pharmacy Tech (Rx Tech)", ("Pharmacy Tech", "Rx Tech")),
        ("Pharmacy Tech", ("Pharmacy Tech",)),
        ("RN (A)", ("RN (A)",)),
        ("Pilot (Airline) Captain", ("Pilot (Airline) Captain",)),
    ],
)
def test_a_title_with_a_short_form_is_two_names(title, names):
    assert texts.both_names(title) == names


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize(("question", "cost"), [("plumber", 10), ("mends pipes", 8)])
def test_occupations_cost_the_same_at_one_and_at_many(client, django_assert_num_queries, number, question, cost):
    role = make_role(title="Pharmacy technician")
    make_section(role=role, body="You count pills.")
    for place in range(number):
        make_occupation(title=f"Plumbers {place}", description="Mends pipes.", titles=[f"Plumber {place}"])
    index.reindex()
    assert len(found(client, question).occupations) == number

    with django_assert_num_queries(cost):
        search(client, question, **{"HX-Request": "true"})
