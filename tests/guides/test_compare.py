"""Roles side by side: which, what is told of each, and what an address may say."""

from decimal import Decimal

import pytest
from django.utils.http import urlencode

from guides.models import Role, StateRequirement
from guides.page.compare.cells import inside, marks
from tests.factories import (
    make_credential,
    make_fact,
    make_projection,
    make_related_role,
    make_role,
    make_section,
    make_source,
    make_state,
    make_state_requirement,
    make_wage,
    make_work_setting,
)

pytestmark = pytest.mark.django_db
NAMES = ["alpha", "beta", "gamma", "delta", "epsilon"]


def make_roles(number: int) -> list[Role]:
    """Roles of one occupation each, with pay that rises by 10,000 from one to the next."""
    roles = []
    for place, name in enumerate(NAMES[:number]):
        title = f"{name.title()} worker"
        soc = f"29-100{place}"
        roles.append(make_role(slug=name, title=title, plural=f"{title}s", onet_soc=f"{soc}.00", way_in=f"Way {place}"))
        make_wage(soc=soc, year_median=40_000 + 10_000 * place)
        make_projection(soc=soc, change_percent=Decimal(place + 1), openings=100 + place)
    return roles


def address(*slugs: str, **more: str) -> str:
    return f"/guides/compare/?{urlencode([('role', slug) for slug in slugs] + [*more.items()])}"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def columns(page: str) -> list[str]:
    """The roles at the head of the first table."""
    head = page[page.index("<thead>") : page.index("</thead>")] if "<thead>" in page else ""
    return [name for name in NAMES if f">{name.title()} worker</th>" in head]


def row_of(page: str, label: str) -> str:
    start = page.index(f'<th scope="row">{label}</th>')
    return page[start : page.index("</tr>", start)]


# ---- which roles


@pytest.mark.parametrize("chosen", [0, 1, 2, 4, 5])
def test_two_to_four_roles_are_compared_and_fewer_are_offered_more(client, chosen):
    make_roles(5)

    response = client.get(address(*NAMES[:chosen]))

    page = text(response)
    assert response.status_code == 200
    assert columns(page) == (NAMES[: min(chosen, 4)] if chosen > 1 else [])
    assert page.count('type="checkbox"') == 5
    assert ("Four fit side by side. Left out: Epsilon worker." in page) == (chosen == 5)


@pytest.mark.parametrize(
    ("slugs", "kept", "words"),
    [
        (["alpha", "nothing", "beta"], ["alpha", "beta"], "We have no guide called “nothing”."),
        (["alpha", "hidden", "beta"], ["alpha", "beta"], "We have no guide called “hidden”."),
        (["alpha", "beta", "alpha"], ["alpha", "beta"], "The address names Alpha worker more than once."),
        (["a", "b", "c", "d"], [], "We have no guides called “a”, “b”, “c” or others."),
        (["x" * 5000, "<b>\x00", "alpha"], [], "<b>"),
        (["", "alpha", " beta "], ["alpha", "beta"], "side by side"),
    ],
)
def test_what_cannot_be_compared_is_named_and_the_rest_is_kept(client, slugs, kept, words):
    make_roles(3)
    make_role(slug="hidden", title="Hidden job", status=Role.Status.DRAFT)

    response = client.get(address(*slugs))

    page = text(response)
    assert response.status_code == 200
    assert columns(page) == kept
    assert words.replace("<b>", "&lt;b&gt;") in page
    assert "Hidden job" not in page


def test_each_role_can_be_taken_out_by_a_link_that_keeps_the_rest(client):
    make_roles(3)
    make_state("OH")

    page = text(client.get(address("alpha", "beta", "gamma", state="oh")))

    assert 'href="/guides/compare/?role=alpha&amp;role=gamma&amp;state=OH"' in page


def test_one_role_is_offered_beside_jobs_next_door_that_have_a_guide(client):
    alpha, beta, _gamma = make_roles(3)
    hidden = make_role(slug="hidden", title="Hidden job", status=Role.Status.DRAFT)
    make_related_role(role=alpha, target=beta, why="Both wear gloves.")
    make_related_role(role=alpha, target=hidden, why="Not for readers yet.")

    page = text(client.get(address("alpha")))

    assert "Alpha worker, and which other?" in page
    assert "Both wear gloves." in page
    assert 'href="/guides/compare/?role=alpha&amp;role=beta"' in page
    assert "Not for readers yet." not in page


@pytest.mark.parametrize(("guides", "is_offered"), [(1, False), (2, True)])
def test_a_site_with_one_guide_offers_nothing_to_compare(client, guides, is_offered):
    make_roles(guides)

    page, listed = text(client.get("/guides/compare/")), text(client.get("/guides/"))

    assert ("Comparing takes two guides" in page) == (not is_offered)
    assert ("Set up to four jobs side by side" in listed) == is_offered


# ---- where


def test_pay_is_of_my_state_and_a_role_without_it_stands_with_the_nation_s(client):
    make_roles(2)
    make_state("OH")
    make_wage(soc="29-1000", place="OH", year_median=39_000)

    page = text(client.get(address("alpha", "beta", state="OH")))

    row = row_of(page, "Middle pay a year")
    assert "$39,000" in row
    assert "Ohio" in row
    assert "the U.S." in row
    assert "higher" not in row


def test_the_whole_country_can_be_asked_for_though_a_state_is_remembered(client):
    make_roles(2)
    make_state("OH")
    make_wage(soc="29-1000", place="OH", year_median=39_000)
    client.post("/guides/my-state/", {"state": "OH"})

    ohio, nation = (text(client.get(address("alpha", "beta", **more))) for more in ({}, {"state": "US"}))

    assert "$39,000" in ohio
    assert "$39,000" not in nation
    assert "We know no place" not in nation
    assert "role=alpha&amp;state=US" in nation


def test_an_unknown_place_is_named(client):
    make_roles(2)

    page = text(client.get(address("alpha", "beta", state="ZZ")))

    assert "We know no place with the code “ZZ”." in page
    assert "In the U.S. beta workers earn $10,000 more in the middle than alpha workers" in page


# ---- what is told


def test_headings_say_the_finding_and_the_ends_are_named_in_words(client):
    make_roles(3)

    page = text(client.get(address("alpha", "beta", "gamma")))

    assert "In the U.S. gamma workers earn $20,000 more in the middle than alpha workers" in page
    assert "By 2034 there should be 3% more jobs for gamma workers, and 1% more jobs for alpha workers" in page
    row = row_of(page, "Middle pay a year")
    assert [row.count(word) for word in ("highest", "lowest")] == [1, 1]
    assert row.index("lowest") < row.index("highest")


@pytest.mark.parametrize(("employment", "is_told"), [(50, True), (49, False)])
def test_pay_of_too_few_answers_is_kept_back(client, employment, is_told):
    make_roles(1)
    make_role(slug="beta", title="Beta worker", onet_soc="29-1001.00")
    make_wage(soc="29-1001", year_median=77_000, employment=employment, mean_error="2.0")

    page = text(client.get(address("alpha", "beta")))

    assert ("$77,000" in page) == is_told
    assert ("too few answers to be sure" in page) == (not is_told)


def test_facts_stand_with_their_source_and_what_is_missing_is_said_to_be(client):
    alpha, _beta = make_roles(2)
    source = make_source(title="A college’s page")
    make_fact(key="alpha/training.cost", label="Tuition", value="$2,000", role=alpha, source=source, confidence="low")

    page = text(client.get(address("alpha", "beta")))

    row = row_of(page, "Cost of training")
    assert "$2,000" in row
    assert "not confirmed" in row
    assert "not in our data" in row
    assert "A college’s page" in page
    assert "Alpha worker: Tuition." in page


def test_entry_credentials_stand_with_the_fee_of_their_exam(client):
    alpha, beta = make_roles(2)
    entry = make_credential(roles=(alpha, beta), abbreviation="EC", issuer="Board", is_entry=True)
    make_fact(key=f"{entry.slug}/exam.fee", label="Exam fee", value="$129", credential=entry)
    make_credential(roles=(alpha,), abbreviation="LATER", is_entry=False)

    page = text(client.get(address("alpha", "beta")))

    row = row_of(page, "Which, and the fee of the exam")
    assert row.count("EC, Board") == 2
    assert row.count("$129") == 2
    assert "LATER" not in page


@pytest.mark.parametrize(
    ("confidence", "words"), [("high", "Registration"), ("medium", "Registration"), ("low", "not confirmed")]
)
def test_a_rule_is_an_answer_only_where_we_are_sure_of_it(client, confidence, words):
    alpha, _beta = make_roles(2)
    make_state_requirement(
        role=alpha, state=make_state("OH"), confidence=confidence, national=StateRequirement.National.YES
    )

    page = text(client.get(address("alpha", "beta", state="OH")))

    row = row_of(page, "Ohio asks for")
    assert words in row
    assert "no rule on file" in row
    assert ("Required, sooner or later" in page) == (confidence != "low")
    assert 'href="/guides/alpha/states/oh/"' in page


def test_without_a_state_the_rule_waits_for_one(client):
    make_roles(2)

    page = text(client.get(address("alpha", "beta")))

    assert "Choose a state above." in page


def test_the_day_is_that_of_the_setting_with_the_most_jobs(client):
    alpha, _beta = make_roles(2)
    make_work_setting(role=alpha, name="small office", naics="111111", pace="Slow")
    make_work_setting(role=alpha, name="big hospital", naics="622000", pace="Fast", hardest="The stairs")
    make_wage(soc="29-1000", naics="111111", employment=100)
    make_wage(soc="29-1000", naics="622000", employment=600)

    page = text(client.get(address("alpha", "beta")))

    assert "Big hospital" in row_of(page, "Most jobs are in")
    assert "60% of jobs, U.S." in row_of(page, "Most jobs are in")
    assert "Fast" in row_of(page, "Pace there")
    assert "The stairs" in row_of(page, "Hardest part")
    assert "small office" in row_of(page, "Other settings")


def test_each_part_leads_into_each_guide(client):
    alpha, beta = make_roles(2)
    make_state("OH")
    make_section(role=alpha, kind="pay", slug="money")
    make_section(role=beta, kind="pay", slug="wages")

    page = text(client.get(address("alpha", "beta", state="OH")))

    assert 'href="/guides/alpha/?state=OH#money"' in page
    assert 'href="/guides/beta/?state=OH#wages"' in page


def test_a_guide_leads_to_the_comparison(client):
    alpha, beta = make_roles(2)
    make_state("OH")
    make_section(role=alpha)
    make_related_role(role=alpha, target=beta)

    page = text(client.get("/guides/alpha/?state=OH"))

    assert 'href="/guides/compare/?role=alpha&amp;role=beta&amp;state=OH"' in page
    assert 'href="/guides/compare/?role=alpha&amp;state=OH"' in page


def test_four_roles_cost_the_same_queries_as_two(client, django_assert_max_num_queries):
    make_state("OH")
    for role in make_roles(4):
        make_wage(soc=role.soc, place="OH")
        make_section(role=role)
        make_work_setting(role=role, naics="622000")
        make_state_requirement(role=role, state=make_state("OH"))
        for number in range(2):
            credential = make_credential(roles=(role,), is_entry=True)
            make_fact(key=f"{credential.slug}/exam.fee", credential=credential, value=f"${number}")

    def queries(number: int) -> int:
        with django_assert_max_num_queries(13) as captured:
            client.get(address(*NAMES[:number], state="OH"))
        return len(captured)

    queries(2)
    assert queries(4) == queries(2)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([1, 3, 2], ["lowest", "highest", ""]),
        ([3, 3, 1], ["highest", "highest", "lowest"]),
        ([2, 2], ["", ""]),
        ([1, 2], ["", "higher"]),
        ([2, None], ["", ""]),
        ([None, 1, 2], ["", "lowest", "highest"]),
        ([], []),
    ],
)
def test_the_ends_are_marked_where_there_is_something_to_compare(values, words):
    assert marks(values) == words


@pytest.mark.parametrize(("name", "told"), [("Dental assistants", "dental assistants"), ("EMTs", "EMTs"), ("", "")])
def test_a_name_begins_small_inside_a_sentence_unless_it_is_letters(name, told):
    assert inside(name) == told
