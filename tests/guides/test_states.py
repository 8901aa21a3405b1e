"""State by state: what a place asks and pays, in one table and on a page of its own."""

from datetime import date

import pytest

from guides.models import Role, StateRequirement
from guides.page.borders import next_door
from guides.page.state_table import hours_a_year
from tests.factories import (
    make_area_wage,
    make_credential,
    make_fact,
    make_resource,
    make_role,
    make_section,
    make_source,
    make_state,
    make_state_requirement,
    make_step,
    make_wage,
)

pytestmark = pytest.mark.django_db
YES, NO, UNKNOWN = StateRequirement.National.YES, StateRequirement.National.NO, StateRequirement.National.UNKNOWN


def make_ruled_role() -> Role:
    """Three states: Ohio pays least and asks for nothing national, Texas asks, of Utah we are not sure."""
    role = make_role(slug="helper", title="Helper", plural="Helpers")
    make_state("UT", name="Utah")
    make_wage(place="US", year_median=45_000)
    for usps, pay in (("OH", 40_000), ("TX", 50_000), ("UT", 45_000)):
        make_state(usps)
        make_wage(place=usps, year_median=pay)
    make_state_requirement(role=role, state=make_state("OH"), national=NO, ce="10 hours a year", kind="registration")
    make_state_requirement(role=role, state=make_state("TX"), national=YES, ce="30 hours every 2 years", kind="licence")
    make_state_requirement(
        role=role, state=make_state("UT"), national=YES, ce="9 hours a year", confidence="low", detail="Perhaps so."
    )
    return role


def text(response) -> str:
    return " ".join(response.content.decode().split())


def order(page: str, *names: str) -> list[str]:
    table = page[page.index("<tbody") :]
    return sorted(names, key=lambda name: table.index(f">{name}</a>"))


def row_of(page: str, name: str) -> str:
    table = page[page.index("<tbody") :]
    start = table.index(f">{name}</a>")
    return table[start : table.index("</tr>", start)]


# ---- the table


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ohio", "Texas", "Utah"]),
        ("?sort=name&dir=desc", ["Utah", "Texas", "Ohio"]),
        ("?sort=pay", ["Texas", "Utah", "Ohio"]),
        ("?sort=pay&dir=asc", ["Ohio", "Utah", "Texas"]),
        ("?sort=ce", ["Texas", "Ohio", "Utah"]),
        ("?sort=ce&dir=asc", ["Ohio", "Texas", "Utah"]),
        ("?sort=rule", ["Texas", "Ohio", "Utah"]),
        ("?sort=rule&dir=desc", ["Ohio", "Texas", "Utah"]),
    ],
)
def test_the_table_sorts_by_links_and_what_is_not_confirmed_stands_last(client, query, names):
    make_ruled_role()

    page = text(client.get(f"/guides/helper/states/{query}"))

    assert order(page, "Ohio", "Texas", "Utah") == names


def test_the_heading_of_the_column_says_how_it_is_sorted_and_leads_the_other_way(client):
    make_ruled_role()

    page = text(client.get("/guides/helper/states/?sort=pay"))

    assert page.count('aria-sort="descending"') == 1
    assert 'href="/guides/helper/states/?sort=pay&amp;dir=asc#table"' in page
    assert 'href="/guides/helper/states/?sort=name&amp;dir=asc#table"' in page


def test_answers_are_counted_and_filtered(client):
    make_ruled_role()
    counts = text(client.get("/guides/helper/states/"))

    page = text(client.get("/guides/helper/states/?certification=yes"))

    for words in ('All <span class="num">(3)', 'Not required <span class="num">(1)'):
        assert words in counts
    assert ">Texas</a>" in page[page.index("<tbody") :]
    assert ">Ohio</a>" not in page[page.index("<tbody") :]


def test_a_rule_that_is_not_confirmed_counts_as_unclear_and_gives_no_answer(client):
    make_ruled_role()

    page = text(client.get("/guides/helper/states/?certification=unclear"))

    row = row_of(page, "Utah")
    assert "not confirmed" in row
    assert not any(answer in row for answer in ("Registration", "<b>Required</b>", "9 hours"))


@pytest.mark.parametrize(("day", "is_marked"), [(date(2999, 1, 1), False), (date(2020, 1, 1), True)])
def test_a_rule_past_its_check_says_so(client, day, is_marked):
    role = make_role(slug="helper")
    make_state_requirement(role=role, state=make_state("OH"), review_by=day)

    pages = [text(client.get(f"/guides/helper/states/{end}")) for end in ("", "oh/")]

    assert ["past its check" in page for page in pages] == [is_marked, is_marked]


@pytest.mark.parametrize("query", ["?sort=shoe-size", "?dir=up", "?certification=maybe", "?state=ZZ", "?sort=%00<b>"])
def test_what_an_address_says_wrongly_is_named_and_changes_nothing(client, query):
    make_ruled_role()

    response = client.get(f"/guides/helper/states/{query}")

    page = text(response)
    assert response.status_code == 200
    assert 'class="remarks"' in page
    assert "<b>”" not in page
    assert order(page, "Ohio", "Texas", "Utah") == ["Ohio", "Texas", "Utah"]


def test_a_good_address_gets_no_remark(client):
    make_ruled_role()

    assert 'class="remarks"' not in text(client.get("/guides/helper/states/?sort=pay&certification=no&state=oh"))


def test_my_state_is_marked_and_leads_to_its_page(client):
    make_ruled_role()

    page = text(client.get("/guides/helper/states/?state=OH"))

    assert "my state" in row_of(page, "Ohio")
    assert "Everything about Ohio on one page" in page


def test_a_role_without_rules_shows_pay_alone(client):
    make_role(slug="helper", plural="Helpers")
    for usps, pay in (("OH", 40_000), ("TX", 50_000)):
        make_state(usps)
        make_wage(place=usps, year_median=pay)

    page = text(client.get("/guides/helper/states/?sort=rule&certification=yes"))

    assert "no state’s rule for this job on file" in page
    assert "$40,000" in row_of(page, "Ohio")
    assert "National certification" not in page


def test_pay_of_too_few_answers_is_kept_back(client):
    role = make_ruled_role()
    make_state("WY", name="Wyoming")
    make_wage(place="WY", year_median=99_000, employment=40, soc=role.soc)

    page = text(client.get("/guides/helper/states/?sort=pay"))

    assert "$99,000" not in page
    assert order(page, "Ohio", "Texas", "Utah", "Wyoming")[-1] == "Wyoming"


def test_a_role_of_which_nothing_is_known_says_so(client):
    make_role(slug="helper")

    page = text(client.get("/guides/helper/states/"))

    assert "Neither pay nor rules" in page


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("3 hours a year, 1 of them live.", 3),
        ("20 hours every 2 years, 10 in the first period.", 10),
        ("10 hours in each 2-year license period.", 5),
        ("12 in-service hours every 2 years and 1 hour of law.", 6),
        ("At least 1 hour of cultural competency in each 2-year renewal.", 0.5),
        ("6 hours in each calendar year.", 6),
        ("None found.", 0),
        ("Required to renew. We could not confirm how many hours.", None),
        ("", None),
    ],
)
def test_hours_of_education_are_read_from_their_words(words, hours):
    assert hours_a_year(words) == hours


# ---- one state


def test_one_page_holds_the_rule_the_letters_the_pay_and_what_to_do_first(client):
    role = make_ruled_role()
    make_section(role=role, kind="credentials", slug="letters")
    make_step(role=role, slug="ask", title="Ask the board", time="An hour")
    credential = make_credential(roles=(role,), abbreviation="CH", is_entry=True, issuer="Helpers’ Board")
    make_fact(key=f"{credential.slug}/exam.fee", label="Exam fee", value="$129", credential=credential)
    make_fact(key=f"{credential.slug}/exam.items", label="Questions", value="90 items", credential=credential)
    StateRequirement.objects.filter(state="OH").update(
        board="Ohio Board of Helpers", board_url="https://www.helpers.ohio.gov/x", sources="Board’s page", as_of="2026"
    )

    page = text(client.get("/guides/helper/states/oh/"))

    for words in (
        "Ohio asks you to register. Ohio pays $40,000 in the middle, $5,000 less than the U.S. as a whole.",
        "Register before the first day.",
        'href="https://www.helpers.ohio.gov/x"',
        "helpers.ohio.gov",
        "Board’s page. From 2026. Second-hand; the sources agree. We looked on 23 November 2026.",
        "10 hours a year",
        "$129",
        'href="/guides/helper/?state=OH#step-ask"',
        'href="/guides/helper/?state=OH#letters"',
        "Every other place pays more in the middle than Ohio",
    ):
        assert words in page
    assert "90 items" not in page


def test_a_rule_that_is_not_confirmed_is_no_answer_on_its_page(client):
    make_ruled_role()

    page = text(client.get("/guides/helper/states/ut/"))

    assert "We could not confirm what Utah asks." in page
    assert "What we read, unconfirmed" in page
    assert "Continuing education, unconfirmed" in page
    assert "Required, sooner or later" not in page


def test_a_state_without_a_rule_says_whom_to_ask(client):
    make_role(slug="helper")
    make_state("OH")
    make_resource(
        key="license-finder",
        kind="official",
        name="License Finder",
        url="https://finder.example/",
        what_for="Licenses.",
    )
    make_resource(key="job-centers", kind="official", name="Job Centers", url="https://centers.example/")

    page = text(client.get("/guides/helper/states/oh/"))

    assert "We hold no state’s rule for this job." in page
    assert "Open License Finder" in page
    assert "Job Centers" not in page
    assert "Pay in Ohio is not in our data." in page


@pytest.mark.parametrize(
    ("checked_on", "url", "button"),
    [
        (date(2026, 11, 23), "https://boards.example/", "Open All boards"),
        (None, "https://boards.example/", "Open License Finder"),
        (None, "", "Open License Finder"),
    ],
)
def test_the_next_step_is_the_role_s_own_list_of_offices_where_one_of_us_opened_it(client, checked_on, url, button):
    role = make_role(slug="helper")
    make_state("OH")
    make_resource(key="license-finder", kind="official", name="License Finder", url="https://finder.example/")
    make_resource(key="boards", role=role, kind="official", name="All boards", url=url, checked_on=checked_on)

    assert button in text(client.get("/guides/helper/states/oh/"))


@pytest.mark.parametrize(
    ("national", "title"),
    [(NO, "What 2 places ask"), (YES, "1 of 2 places ask for national certification")],
)
def test_the_table_is_filtered_only_where_answers_differ(client, national, title):
    role = make_role(slug="helper")
    for usps, answer, kind in (("OH", NO, "registration"), ("TX", national, "licence")):
        make_state_requirement(role=role, state=make_state(usps), national=answer, kind=kind)

    page = text(client.get("/guides/helper/states/"))

    assert title in page
    assert ("By national certification" in page) == (national == YES)


@pytest.mark.parametrize(("kinds", "is_told_once"), [(["permit", "permit"], True), (["permit", "licence"], False)])
def test_rules_that_are_all_alike_are_told_once_above_the_table(client, kinds, is_told_once):
    role = make_role(slug="helper")
    for usps, kind in zip(("OH", "TX"), kinds, strict=True):
        make_state_requirement(role=role, state=make_state(usps), kind=kind, national=NO, ce="")

    page = text(client.get("/guides/helper/states/?sort=rule"))

    assert ("Every rule on file comes to the same in short. You need: Permit." in page) == is_told_once
    assert ("How sure" in page) == (not is_told_once)
    assert ("1 in 10 under" in page) == is_told_once


@pytest.mark.parametrize(
    ("pay", "words"), [(45_001, "$1 more than"), (45_000, "as the whole U.S."), (44_999, "$1 less")]
)
def test_the_heading_says_how_far_pay_is_from_the_nation_s(client, pay, words):
    make_role(slug="helper")
    make_state("OH")
    make_wage(place="US", year_median=45_000)
    make_wage(place="OH", year_median=pay)

    assert words in text(client.get("/guides/helper/states/oh/"))


def test_a_territory_has_a_page_too(client):
    make_ruled_role()
    make_state("PR", name="Puerto Rico", kind="territory")
    make_wage(place="PR", year_median=30_000)

    page = text(client.get("/guides/helper/states/pr/"))

    assert "Puerto Rico pays $30,000" in page
    assert "We hold rules for other places, but none for Puerto Rico" in page


def test_the_states_next_door_stand_below(client):
    make_ruled_role()
    make_state("KY", name="Kentucky")
    make_wage(place="KY", year_median=39_000)

    page = text(client.get("/guides/helper/states/oh/"))

    assert "Next door, Kentucky pays $39,000 in the middle" in page
    assert 'href="/guides/helper/states/ky/"' in page


def test_places_inside_the_state_stand_by_their_pay_and_those_with_few_answers_are_counted(client):
    make_ruled_role()
    ohio, texas = make_state("OH"), make_state("TX")
    make_area_wage(name="Lima, OH", states=(ohio,), year_median=39_000)
    make_area_wage(name="Cincinnati, OH-KY-IN", states=(ohio, make_state("KY")), year_median=42_000)
    make_area_wage(name="Nowhere, OH", states=(ohio,), year_median=98_000, employment=49, mean_error="2.0")
    make_area_wage(name="Austin, TX", states=(texas,), year_median=55_000)

    page = text(client.get("/guides/helper/states/oh/"))

    assert "Cincinnati, OH-KY-IN pays $42,000 in the middle, Lima, OH $39,000" in page
    assert "1 more area has too few answers" in page
    assert not any(words in page for words in ("$98,000", "Nowhere, OH", "Austin, TX"))


def test_without_figures_of_areas_a_state_s_page_does_not_speak_of_them(client):
    make_ruled_role()

    assert "some areas reach" not in text(client.get("/guides/helper/states/oh/"))


def test_places_before_and_after_lead_on_and_the_ends_have_one(client):
    make_ruled_role()

    first, middle = (text(client.get(f"/guides/helper/states/{usps}/")) for usps in ("oh", "tx"))

    assert "In the list before:" not in first
    assert "In the list after:</span> Texas" in first
    assert "In the list before:</span> Ohio" in middle


def test_borders_are_seen_from_both_sides():
    states = [f"{first}{second}" for first in "ACDFGHIKLMNOPRSTUVW" for second in "ABCDEHIJKLMNORSTVXYZ"]

    one_sided = [(one, other) for one in states for other in next_door(one) if one not in next_door(other)]

    assert one_sided == []
    assert next_door("HI") == []


def test_a_state_s_page_costs_the_same_with_few_places_and_many(client, django_assert_max_num_queries):
    role = make_role(slug="helper")
    source = make_source()

    def add(*places: str) -> None:
        for usps in places:
            make_state_requirement(role=role, state=make_state(usps))
            make_wage(place=usps, source=source)
            make_step(role=role)
            credential = make_credential(roles=(role,), is_entry=True)
            make_fact(key=f"{credential.slug}/exam.fee", credential=credential, value="$129")

    def queries() -> int:
        with django_assert_max_num_queries(16) as captured:
            client.get("/guides/helper/states/oh/")
        return len(captured)

    add("OH", "IN")
    few = queries()
    add("KY", "MI", "PA", "WV", "TX", "UT")

    assert queries() == few
