"""The profile of one occupation: what the official data say, what they do not, and where it comes from."""

import re
from collections import Counter
from decimal import Decimal

import pytest
from django.utils.html import strip_tags

from guides.models import Element, Role, Task
from tests.factories import (
    make_area_wage,
    make_education_share,
    make_job_zone,
    make_occupation,
    make_outlook_reason,
    make_projection,
    make_rating,
    make_related_occupation,
    make_release,
    make_role,
    make_section,
    make_software,
    make_source,
    make_state,
    make_task,
    make_wage,
)

pytestmark = pytest.mark.django_db
CODE = "29-2052.00"


def make_profile(rows=1, **fields):
    """An occupation with so many rows of everything."""
    fields = {"code": CODE, "title": "Pharmacy Technicians", "job_zone": make_job_zone(number=3)} | fields
    occupation = make_occupation(**fields)
    for number in range(rows):
        make_task(occupation=occupation)
        make_task(occupation=occupation, kind=Task.Kind.SUPPLEMENTAL)
        make_rating(occupation=occupation)
        make_rating(occupation=occupation, kind=Element.Kind.KNOWLEDGE, name=f"Field {number}")
        make_education_share(occupation=occupation, category=number + 1)
        make_software(occupation=occupation, is_in_demand=True)
        make_software(occupation=occupation, is_hot=True)
        other = make_related_occupation(occupation=occupation).other
        make_wage(soc=other.soc)
        occupation.titles.create(title=f"Pill counter {number}", is_reported=True)
        usps = ("OH", "TX", "CA")[number]
        make_wage(place=usps, year_median=40_000 + number * 1_000)
        make_area_wage(states=[make_state(usps)])
        make_outlook_reason()
    return occupation


def page_of(client, query="", code=CODE):
    return client.get(f"/occupations/{code}/{query}").content.decode()


def text_of(client, query: str = "", code: str = CODE) -> str:
    """The words of the page: what stands in cells and lines of their own is apart."""
    page = re.sub(r"</?(?:td|th|dt|dd|div|li|p|tr|h\d)\b[^>]*>|</span>", " ", page_of(client, query, code))
    return " ".join(strip_tags(page).split())


# ---- the address


@pytest.mark.parametrize("code", ["29-2052", "29-2052.0", "29-2052.000", "99-9999.00", "pharmacy-technician"])
def test_a_code_that_is_none_or_unknown_is_not_found(client, code):
    make_profile()

    assert client.get(f"/occupations/{code}/").status_code == 404


def test_the_page_is_for_everyone_and_titled_by_the_occupation(client):
    occupation = make_profile()

    response = client.get(occupation.get_absolute_url())

    assert response.status_code == 200
    assert "<h1>Pharmacy Technicians</h1>" in response.content.decode()


# ---- the guide


def test_the_guide_about_the_occupation_is_offered_first(client):
    make_profile()
    role = make_role(title="Pharmacy technician", onet_soc=CODE)

    page = page_of(client)

    assert page.index("We wrote a guide about this job") < page.index('id="tasks"')
    assert f'href="{role.get_absolute_url()}"' in page
    assert page.count('class="flag ') == 1


def test_a_guide_with_another_code_of_the_same_soc_is_offered_too(client):
    make_profile(code="29-2052.01")
    make_role(title="Pharmacy technician", onet_soc=CODE)

    assert "We wrote a guide about this job" in page_of(client, code="29-2052.01")


def test_a_draft_is_not_offered(client):
    make_profile()
    make_role(onet_soc=CODE, status=Role.Status.DRAFT)

    assert "We wrote a guide" not in page_of(client)


def test_without_a_guide_the_nearest_one_is_named(client):
    occupation = make_profile()
    make_related_occupation(occupation=occupation, other=make_occupation(code="31-9097.00"))
    make_role(title="Phlebotomist", onet_soc="31-9097.00")

    text = text_of(client)

    assert "We have no guide about this job. The nearest one that we wrote about: Phlebotomist." in text


# ---- what the release says


def test_core_tasks_stand_open_and_the_others_fold(client):
    occupation = make_occupation(code=CODE)
    make_task(occupation=occupation, text="Sweep the floor.", kind=Task.Kind.SUPPLEMENTAL)
    make_task(occupation=occupation, text="Count pills.", kind=Task.Kind.CORE)

    page = page_of(client)

    assert page.index("Count pills.") < page.index("1 task that only some people do") < page.index("Sweep the floor.")
    assert "Core tasks:" in page


def test_tasks_that_are_not_marked_are_one_list_and_not_called_core(client):
    occupation = make_occupation(code=CODE)
    make_task(occupation=occupation, text="Count pills.", kind="")

    text = text_of(client)

    assert "Count pills." in text
    assert "does not say which of them are central" in text
    assert "Core tasks" not in text


@pytest.mark.parametrize(("tasks", "folded"), [(14, ""), (15, "3 more tasks")])
def test_a_long_list_of_tasks_folds(client, tasks, folded):
    occupation = make_occupation(code=CODE)
    for _ in range(tasks):
        make_task(occupation=occupation)

    text = text_of(client)

    assert folded in text
    assert ("more task" in text) is bool(folded)


def test_ratings_say_importance_in_words_and_level_apart(client):
    occupation = make_occupation(code=CODE)
    make_rating(occupation=occupation, name="Speaking", importance=Decimal("3.50"), level=Decimal("2.88"))
    make_rating(occupation=occupation, name="Writing", importance=Decimal("3.49"), level=None)

    text, page = text_of(client), page_of(client)

    assert "Speaking very important 3.5 2.9" in text
    assert "Writing important 3.5 –" in text
    assert 'width="62.5%"' in page


def test_the_most_important_come_first_and_those_behind_fold(client):
    occupation = make_occupation(code=CODE)
    for number in range(9):
        make_rating(occupation=occupation, name=f"Skill-{number}", importance=Decimal(1 + number * 4) / 8)

    page = page_of(client)

    assert page.index("Skill-8") < page.index("Skill-1") < page.index("1 less important one") < page.index("Skill-0")


def test_without_ratings_the_page_says_so(client):
    make_occupation(code=CODE)

    assert "O*NET has no ratings of skills or knowledge for this occupation." in text_of(client)


def test_programs_in_demand_come_before_common_ones_and_the_rest_fold(client):
    occupation = make_occupation(code=CODE)
    make_software(occupation=occupation, name="Rx Writer", category="Medical software")
    make_software(occupation=occupation, name="Everyday Mail", is_hot=True)
    make_software(occupation=occupation, name="Pill Sheet", is_hot=True, is_in_demand=True)

    page = page_of(client)

    assert page.index("Pill Sheet") < page.index("jobs of all kinds") < page.index("Everyday Mail")
    assert page.index("All 3 programs") < page.index("Rx Writer")


def test_preparation_is_told_in_plain_words(client):
    make_occupation(code=CODE, job_zone=make_job_zone(number=3, name="Job Zone Three: Medium Preparation Needed"))
    make_projection(
        entry_education="Postsecondary nondegree award", training="Short-term on-the-job training", experience="None"
    )

    text = text_of(client)

    assert "One to two years" in text
    assert "Usual schooling Certificate after high school" in text
    assert "Training at work Up to a month at work" in text
    assert "Job Zone" not in text


def test_a_zone_that_we_have_no_words_for_speaks_for_itself(client):
    make_occupation(code=CODE, job_zone=make_job_zone(number=9, name="Zone of its own", training="Ten years at sea."))

    assert "Zone of its own. Ten years at sea." in text_of(client)


def test_schooling_is_told_by_the_shares_of_people(client):
    occupation = make_occupation(code=CODE)
    make_education_share(occupation=occupation, category=2, percent=Decimal("35.50"))
    make_education_share(occupation=occupation, category=3, percent=Decimal("64.10"))
    make_education_share(occupation=occupation, category=11, percent=Decimal("0.40"))

    text = text_of(client)

    assert "64 in 100 people in the job say it takes: certificate after high school" in text
    assert "High school diploma or GED 36%" in text
    assert "Doctoral" not in text


def test_interests_name_the_strongest(client):
    make_occupation(code=CODE, realistic=Decimal("4.50"), conventional=Decimal("6.90"), artistic=Decimal("4.49"))

    assert "Most of all: keeping order, hands-on" in text_of(client)


def test_occupations_next_door_stand_nearest_first_with_their_pay(client):
    occupation = make_occupation(code=CODE)
    far, nearest = make_occupation(title="Far job"), make_occupation(title="Near job")
    make_related_occupation(occupation=occupation, other=far, place=2)
    make_related_occupation(occupation=occupation, other=nearest, place=1)
    make_wage(soc=nearest.soc, year_median=43_210)

    page, text = page_of(client), text_of(client)

    assert page.index(nearest.get_absolute_url()) < page.index(far.get_absolute_url())
    assert "Near job $43,210" in text
    assert "Far job pay not in our data" in text


def test_unsure_pay_next_door_is_not_told(client):
    occupation = make_occupation(code=CODE)
    other = make_related_occupation(occupation=occupation).other
    make_wage(soc=other.soc, year_median=43_210, mean_error="10.1")

    assert "43,210" not in page_of(client)


def test_job_titles_stand_by_their_letter(client):
    make_occupation(code=CODE, titles=["Pill counter", "Apothecary", "340B helper"])

    assert "0–9 340B helper A Apothecary P Pill counter" in text_of(client)


# ---- pay and outlook


def test_pay_stands_beside_the_nation_s_and_by_area_of_the_reader_s_state(client):
    make_occupation(code=CODE)
    make_wage(year_median=45_750)
    make_wage(place=make_state("OH").usps, year_median=40_650)
    make_area_wage(name="Lima, OH", states=[make_state("OH")], year_median=44_150)

    text = text_of(client, "?state=OH")

    assert "In Ohio half earn more than $40,650 a year" in text
    assert "$45,750" in text
    assert "Lima, OH" in text
    assert "$44,150" in text


def test_areas_of_other_states_are_not_shown(client):
    make_occupation(code=CODE)
    make_wage()
    make_state("TX")
    make_area_wage(name="Lima, OH", states=[make_state("OH")])

    assert "Lima" not in page_of(client, "?state=TX")
    assert "Lima" not in page_of(client)


def test_an_occupation_that_is_counted_with_others_says_whose_pay_it_is(client):
    make_occupation(code="29-2011.01")
    make_wage(soc="29-2010", year_median=62_930)
    make_projection(soc="29-2010")

    text = text_of(client, code="29-2011.01")

    assert "Pay and outlook here are those of its broader group, 29-2010" in text
    assert "$62,930" in text


def test_its_own_figures_come_before_those_of_the_group(client):
    make_profile()
    make_wage(year_median=45_750)
    make_wage(soc="29-2050", year_median=99_990)

    text = text_of(client)

    assert "broader group" not in text
    assert "$45,750" in text
    assert "$99,990" not in text


def test_reasons_of_the_outlook_fold_with_all_industries_first(client):
    make_occupation(code=CODE)
    make_projection()
    make_outlook_reason(industry="Bakeries", text="Bread goes on.")
    make_outlook_reason(industry_code="TE1000", industry="Total, all industries", text="Everyone grows older.")

    page = page_of(client)

    assert page.index("Everyone grows older.") < page.index("Bread goes on.")


# ---- sources


def test_the_words_that_the_publishers_ask_for_stand_on_the_page(client):
    make_release(version="29.3")
    make_release(version="29.0")
    make_release(kind="wages", version="May 2025", source=make_source(title="Wage survey", publisher="The Bureau"))
    make_occupation(code=CODE)

    text = text_of(client)

    assert (
        "This page includes information from the O*NET 29.3 Database and O*NET 29.0 Database by the U.S. Department of Labor"
        in text
    )
    assert "Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA." in text
    assert "has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested" in text
    assert "Source: The Bureau, Wage survey, May 2025; imported" in text


def test_each_part_names_the_edition_that_it_was_read_from(client):
    older = make_source(title="O*NET", edition="")
    make_release(
        version="29.3", source=make_source(title="O*NET"), files={"Occupation Data.txt": 1, "Task Statements.txt": 1}
    )
    release = make_release(version="29.0", source=older, files={"Skills.txt": 1})
    occupation = make_occupation(code=CODE, release=release)
    make_rating(occupation=occupation)
    make_task(occupation=occupation)

    page = page_of(client)

    assert "29.3" in page.split('id="b-tasks-sources"')[1].split("</div>")[0]
    assert "29.0" in page.split('id="b-skills-sources"')[1].split("</div>")[0]


# ---- the page as a whole


def test_an_occupation_of_which_only_the_name_is_known_still_stands(client):
    make_occupation(code=CODE, title="Air Crew Members")

    text = text_of(client)

    assert "Air Crew Members" in text
    assert "O*NET lists no tasks for this occupation." in text
    assert "not in our data" in text


@pytest.mark.parametrize("query", ["", "?state=OH"])
def test_no_anchor_stands_twice_and_every_link_inside_the_page_has_its_place(client, query):
    make_profile(rows=3, realistic=Decimal(5))
    make_wage()
    make_projection(entry_education="Associate's degree")

    page = page_of(client, query)

    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert [name for name, count in ids.items() if count > 1] == []
    assert targets - ids.keys() == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_database_as_often_for_much_as_for_little(as_seeker, rows, django_assert_num_queries):
    make_profile(rows=rows, realistic=Decimal(5))
    make_wage()
    make_projection()
    page_of(as_seeker)

    with django_assert_num_queries(20):
        page_of(as_seeker, "?state=OH")


def test_a_change_shows_on_the_next_request_of_a_stranger(client):
    occupation = make_profile()
    page_of(client)

    make_task(occupation=occupation, text="Polish the scales.")

    assert "Polish the scales." in page_of(client)


# ---- from the guides


def test_a_guide_leads_to_its_profile_and_to_those_next_door(client):
    make_profile()
    near = make_occupation(code="31-9097.00", title="Phlebotomists")
    role = make_role(slug="helper", onet_soc=CODE)
    make_section(role=role)
    role.related.create(title="Phlebotomist", soc="31-9097", why="Much is alike.")

    page = client.get("/guides/helper/").content.decode()

    assert "Everything O*NET says about Pharmacy Technicians" in page
    assert f'<a href="{near.get_absolute_url()}">Phlebotomist</a>' in page


def test_without_occupations_a_guide_promises_nothing(client):
    role = make_role(slug="helper", onet_soc=CODE)
    make_section(role=role)
    role.related.create(title="Phlebotomist", soc="31-9097", why="Much is alike.")

    page = client.get("/guides/helper/").content.decode()

    assert "/occupations/" not in page
    assert "O*NET" not in page
