"""The catalogue: what the list tells apart, what a credential's page says, and what an address may ask."""

import json
import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from certifications.catalogue.outlines import outline_view
from guides.models import Credential, Resource, Role, StateRequirement
from tests.factories import (
    make_credential,
    make_fact,
    make_outline,
    make_pathway,
    make_resource,
    make_role,
    make_rule,
    make_rule_version,
    make_section,
    make_source,
    make_state,
    make_state_requirement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def role() -> Role:
    return make_role(slug="helper", title="Helper", plural="Helpers", position=1)


@pytest.fixture
def letters(role) -> Credential:
    """A certification for helpers with two ways to it."""
    credential = make_credential(
        roles=(role,),
        slug="cph",
        name="Certified Helper",
        abbreviation="CPH",
        issuer="Board of Helpers",
        issuer_url="https://example.org/",
        exam="HEX",
        summary="The older one.",
        is_entry=True,
    )
    make_fact(key="cph/exam.fee", label="Exam fee", value="$129", number=129, unit="USD", credential=credential)
    make_fact(key="cph/renewal.years", label="Renewed every", value="2 years", number=2, credential=credential)
    make_pathway(
        credential=credential,
        name="By a program",
        conditions=[("program", "finished a program"), ("card", "a CPR card")],
    )
    make_pathway(
        credential=credential, name="By work", conditions=[("work", "500 hours of work"), ("card", "a CPR card")]
    )
    return credential


def text(response) -> str:
    return " ".join(response.content.decode().split())


def plain(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def names(response) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/certifications/[^"]+">([^<]+)</a>', response.content.decode())


# ---- the list


def test_the_list_tells_five_words_apart(client, letters):
    page = plain(client.get(reverse("certifications:list")))

    for word in ("Credential", "Certification", "License", "Registration", "Certificate"):
        assert word in page


def test_the_list_filters_by_job_kind_and_issuer(client, letters):
    porter = make_role(slug="porter", title="Porter", position=2)
    make_credential(roles=(porter,), name="Porter permit", kind="licence", issuer="Your state")
    make_credential(roles=(porter,), name="Lifting course", kind="certificate", issuer="Lifters")

    def listed(query):
        return names(client.get(f"/certifications/{query}"))

    assert listed("?role=porter&sort=name") == ["Lifting course", "Porter permit"]
    assert listed("?kind=licence") == ["Porter permit"]
    assert listed("?issuer=lifters") == ["Lifting course"]
    assert listed("?role=porter&kind=certification") == []


def test_every_filter_says_how_many_it_would_leave(client, letters):
    make_credential(roles=(letters.roles.get(),), name="Course", kind="certificate")

    page = text(client.get("/certifications/?role=helper"))

    assert re.search(r'kind=certificate#list">Certificates <span class="num">1</span>', page)
    assert re.search(r'kind=certification#list">Certifications <span class="num">1</span>', page)


def test_what_an_address_asks_and_nobody_knows_is_named(client, letters):
    page = plain(client.get("/certifications/?kind=paper"))

    assert "“kind=paper”" in page
    assert names(client.get("/certifications/?kind=paper")) == ["Certified Helper"]


def test_filters_that_let_nothing_through_can_be_taken_off_one_by_one(client, letters):
    make_credential(roles=(letters.roles.get(),), name="Course", kind="certificate", issuer="Lifters")

    page = text(client.get("/certifications/?kind=certificate&issuer=board-of-helpers"))

    assert "Nothing fits all of these at once." in page
    assert '<a href="?kind=certificate#list">' in page


def test_the_lowest_fee_comes_first_and_unknown_fees_last(client, letters):
    cheap = make_credential(roles=(letters.roles.get(),), name="Cheap one")
    make_fact(key=f"{cheap.slug}/exam.fee", value="$50", number=50, unit="USD", credential=cheap)
    make_credential(roles=(letters.roles.get(),), name="A mystery")

    assert names(client.get("/certifications/?sort=fee")) == ["Cheap one", "Certified Helper", "A mystery"]


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"national": StateRequirement.National.YES}, True),
        ({"national": StateRequirement.National.NO}, False),
        ({"national": StateRequirement.National.YES, "confidence": "low"}, False),
        ({"national": StateRequirement.National.UNKNOWN}, False),
    ],
)
def test_a_state_that_asks_for_one_is_told_only_where_confirmed(client, letters, fields, is_told):
    ohio = make_state("OH")
    make_state_requirement(role=letters.roles.get(), state=ohio, **fields)

    page = plain(client.get("/certifications/?state=OH"))

    assert (f"{ohio.name} asks for one like it" in page) == is_told


def test_credentials_of_drafts_are_not_shown(client, letters):
    hidden = make_credential(roles=(make_role(status=Role.Status.DRAFT),), name="Secret letters")

    assert "Secret letters" not in text(client.get("/certifications/"))
    assert client.get(f"/certifications/{hidden.slug}/").status_code == 404


def test_an_empty_catalogue_says_so(client, db):
    page = plain(client.get("/certifications/"))

    assert "No credential is on file yet." in page


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_costs_the_same_at_any_length(client, django_assert_num_queries, number):
    for place in range(number):
        credential = make_credential(roles=(make_role(),), name=f"Letters {place}")
        make_fact(key=f"{credential.slug}/exam.fee", value="$5", number=5, credential=credential)
    make_state("OH")

    with django_assert_num_queries(10):
        client.get("/certifications/?state=OH&sort=name")
    with django_assert_num_queries(4):
        client.get("/certifications/?state=OH&sort=fee")


def test_a_kept_page_is_made_anew_when_a_way_changes(client, letters):
    address = reverse("certifications:detail", args=["cph"])
    assert "500 hours of work" in text(client.get(address))

    letters.pathways.get(name="By work").conditions.filter(key="work").update(words="600 hours of work")

    assert "600 hours of work" in text(client.get(address))


# ---- one credential


def test_the_page_names_what_it_is_who_gives_it_and_what_it_asks(client, letters):
    page = plain(client.get("/certifications/cph/"))

    for words in ("Certified Helper", "The older one.", "Board of Helpers", "HEX", "$129", "2 years", "Certification"):
        assert words in page


def test_what_is_not_known_is_said_to_be_not_known(client, role):
    make_credential(roles=(role,), slug="bare", name="Bare letters", issuer_url="")

    page = plain(client.get("/certifications/bare/"))

    assert "not in our data" in page
    assert "Who may apply is not in our data." in page
    assert "The exam is not in our data." in page


def test_low_confidence_is_marked_and_explained(client, letters):
    make_fact(
        key="cph/exam.passing",
        label="Score to pass",
        value="70",
        confidence="low",
        note="Two pages differ.",
        credential=letters,
    )

    page = plain(client.get("/certifications/cph/"))

    assert "70 not confirmed" in page
    assert "Two pages differ." in page


def test_an_unknown_credential_is_not_found(client, letters):
    assert client.get("/certifications/nothing/").status_code == 404


def test_the_check_asks_each_thing_once(client, letters):
    page = text(client.get("/certifications/cph/"))

    assert re.findall(r'name="have" value="(\w+)"', page) == ["program", "work", "card"]
    assert 'id="answer"' not in page


def test_the_check_opens_a_way_and_names_what_others_miss(client, letters):
    page = plain(client.get("/certifications/cph/?have=work&have=card&check=yes"))

    assert "A way is open to you: By work" in page
    assert "By a program 1 thing missing" in page
    assert "How to get program" in page


def test_who_ticks_nothing_is_told_the_nearest_way(client, letters):
    page = plain(client.get("/certifications/cph/?check=yes"))

    assert "No way is open yet. On the nearest, 2 things are missing" in page


def test_the_answer_stands_in_the_address_and_is_kept_nowhere(client, letters):
    page = client.get("/certifications/cph/?have=work&state=")

    assert re.search(r'value="work" checked', text(page))
    assert "Set-Cookie" not in page.headers
    assert 'content="noindex, follow"' in text(page)


@pytest.mark.parametrize("query", ["have=<script>", "have=%00", "have=" + "x" * 5000, "&".join(["have=work"] * 500)])
def test_odd_answers_do_no_harm(client, letters, query):
    response = client.get(f"/certifications/cph/?{query}")

    assert response.status_code == 200
    assert "<script>" not in text(response).partition("<main")[2].partition("ld+json")[0]


def test_a_checked_page_is_never_given_to_someone_else(client, letters):
    client.get("/certifications/cph/?have=work&have=card&check=yes")

    assert "A way is open to you" not in text(client.get("/certifications/cph/"))


# ---- the exam


@pytest.mark.parametrize(("today", "shown"), [(date(2026, 1, 5), "Old outline"), (date(2026, 1, 6), "New outline")])
def test_the_outline_of_the_day_is_the_one_in_force(letters, today, shown):
    make_outline(credential=letters, version="Old outline", in_force_until=date(2026, 1, 5), domains=[("Safety", 40)])
    make_outline(credential=letters, version="New outline", in_force_from=date(2026, 1, 6), domains=[("Safety", 35)])

    found = outline_view(letters.outlines.all(), today)

    assert found.now.version == shown
    assert found.changes[0].weights == ["40%", "35%"]


def test_a_day_between_two_outlines_has_none(letters):
    make_outline(credential=letters, in_force_until=date(2026, 1, 5))
    make_outline(credential=letters, in_force_from=date(2026, 1, 7))

    assert outline_view(letters.outlines.all(), date(2026, 1, 6)) is None


def test_the_next_outline_is_announced_with_its_day(client, letters):
    tomorrow = timezone.localdate() + timedelta(days=1)
    make_outline(credential=letters, version="Now", in_force_until=timezone.localdate(), domains=[("Safety", 40)])
    make_outline(credential=letters, version="Then", in_force_from=tomorrow, domains=[("Safety", 35)])

    page = plain(client.get("/certifications/cph/"))

    assert f"From {date_format(tomorrow, 'j F Y')} exams follow a new outline, Then." in page
    assert "40% of the exam: Safety" in page


def test_bars_begin_at_zero_and_a_table_gives_the_numbers(client, letters):
    make_outline(credential=letters, domains=[("Safety", 25), ("Law", 75)], items=100)

    page = text(client.get("/certifications/cph/"))

    assert re.findall(r'c-fill" width="([\d.]+)%"', page) == ["100.00", "33.33"]
    assert "about 75 questions" in page


# ---- renewal, states, programs


def test_a_published_rule_in_force_is_told_in_plain_words(client, letters):
    rule = make_rule(credential=letters)
    make_rule_version(rule=rule, summary="Twenty hours in two years.", source=make_source())

    assert "Twenty hours in two years." in text(client.get("/certifications/cph/"))


@pytest.mark.parametrize("fields", [{"published_at": None}, {"in_force_until": date(2001, 1, 1)}])
def test_drafts_and_old_versions_of_a_rule_are_not_told(client, letters, fields):
    make_rule_version(rule=make_rule(credential=letters), summary="Twenty hours in two years.", **fields)

    assert "Twenty hours in two years." not in text(client.get("/certifications/cph/"))


def test_two_rules_in_force_are_not_guessed_between(client, letters):
    rule = make_rule(credential=letters)
    make_rule_version(rule=rule, number=1, summary="Twenty hours.")
    make_rule_version(rule=rule, number=2, summary="Thirty hours.")

    page = text(client.get("/certifications/cph/"))

    assert "Twenty hours." not in page
    assert "Thirty hours." not in page


def test_states_are_counted_and_mine_is_answered(client, letters):
    role = letters.roles.get()
    utah = make_state("UT", name="Utah")
    make_state_requirement(role=role, state=utah, national="yes", national_detail="The Helper one.")
    make_state_requirement(role=role, state=make_state("OH", name="Ohio"), national="no")
    make_state_requirement(role=role, state=make_state("TX", name="Texas"), national="yes", confidence="low")

    page = plain(client.get("/certifications/cph/?state=UT"))

    assert "1 of 3 places ask for a national certification" in page
    assert "For 1 we could not confirm it." in page
    assert "Utah asks for national certification, sooner or later." in page
    assert "The Helper one." in page


def test_programs_and_courses_of_the_job_are_named(client, letters):
    make_resource(role=letters.roles.get(), kind=Resource.Kind.DIRECTORY, name="Directory of programs")
    make_resource(role=letters.roles.get(), kind=Resource.Kind.EDUCATION, name="Courses that count")
    make_resource(role=make_role(), kind=Resource.Kind.DIRECTORY, name="Another job’s")

    page = plain(client.get("/certifications/cph/"))

    assert "Directory of programs" in page
    assert "Courses that count" in page
    assert "Another job’s" not in page


def test_the_page_tells_what_it_is_to_machines(client, letters):
    data = json.loads(re.search(r"ld\+json\">(.*?)</script>", text(client.get("/certifications/cph/")))[1])
    thing = data["@graph"][0]

    assert thing["@type"] == "EducationalOccupationalCredential"
    assert thing["credentialCategory"] == "Certification"
    assert thing["recognizedBy"]["name"] == "Board of Helpers"
    assert thing["about"][0]["name"] == "Helper"


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_page_costs_the_same_with_few_ways_and_with_many(client, django_assert_num_queries, role, number):
    credential = make_credential(roles=(role,), slug="many")
    for place in range(number):
        make_pathway(credential=credential, conditions=[(f"key-{place}", "something")])
        make_outline(credential=credential, domains=[(f"Part {place}", 10)])
        make_fact(key=f"many/thing.{place}", credential=credential)
        make_state_requirement(role=role, state=make_state_number(place))
        make_credential(roles=(role,))

    with django_assert_num_queries(14):
        client.get("/certifications/many/?check=yes")
    with django_assert_num_queries(5):
        client.get("/certifications/many/?check=yes&have=key-0")


def make_state_number(place):
    first, second = divmod(place, 26)
    code = f"{chr(65 + first)}{chr(65 + second)}"
    return make_state(code, name=f"State {code}", fips=f"{place:02d}")


def test_the_guide_leads_to_the_page_and_to_the_sum(client, letters):
    role = letters.roles.get()
    make_credential(roles=(role,), slug="other", is_entry=True)
    make_section(role=role, body="{{ show:credentials }}")

    page = client.get(role.get_absolute_url()).content.decode()

    assert '<a href="/certifications/cph/">Board of Helpers</a>' in page
    assert "/certifications/compare/?c=cph&amp;c=other" in page
