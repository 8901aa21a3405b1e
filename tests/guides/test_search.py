"""The search page: what leads where, what nobody may see, and what no question may break."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guides.models import Role, Section
from guides.search import index
from tests.factories import (
    make_credential,
    make_question,
    make_role,
    make_section,
    make_state,
    make_state_requirement,
    make_term,
    make_title,
    make_wage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pharmacy():
    """A guide with a part of every kind that can be found."""
    role = make_role(slug="pharmacy-technician", title="Pharmacy technician", lead="Fills orders at a counter.")
    for title in ["pharm tech", "drug store job"]:
        make_title(role=role, title=title)
    make_credential(
        roles=(role,),
        slug="ptcb-cpht",
        name="Certified Pharmacy Technician",
        abbreviation="CPhT",
        issuer="PTCB",
        exam="PTCE",
        is_entry=True,
    )
    make_section(
        role=role, kind=Section.Kind.WORK, slug="work", title="What you would do", body="You **count pills** on a tray."
    )
    make_section(
        role=role, kind=Section.Kind.PAY, slug="pay", title="Pay", body="Pharmacy technicians earn by the hour."
    )
    make_section(
        role=role, kind=Section.Kind.CREDENTIALS, slug="credentials", title="Credentials", body="Two bodies test."
    )
    make_section(role=role, kind=Section.Kind.QUESTIONS, slug="questions", body="{{ show:questions }}")
    make_question(role=role, slug="shots", question="Would I give shots?", answer="In many places, after training.")
    make_wage(year_median=45_750)
    index.put_role(role)
    return role


def search(client, question: str, **headers):
    return client.get(reverse("guides:search"), {"q": question}, headers=headers)


def found(client, question: str):
    return search(client, question).context["results"]


@pytest.mark.parametrize(
    "question",
    [
        "pharm tech",
        "pharmcy technician",
        "CPhT",
        "drug store job",
        "pharmacy tec",
        "phamacy techncian",
        "farmacy technician",
        "technician pharmacy",
        "PTCB exam",
        "how much do pharmacy technicians make",
        "count pills",
        "pharmacy technician ohio",
    ],
)
def test_many_ways_of_asking_lead_to_the_guide_first(client, pharmacy, question):
    other = make_role(title="Phlebotomist")
    make_section(role=other, body="You draw blood.")
    index.put_role(other)

    results = found(client, question)

    assert results.guides[0].role == pharmacy


def test_the_first_guide_shows_what_it_pays_and_where_to_go_in_it(client, pharmacy):
    page = search(client, "pharm tech").content.decode()

    assert "$45,750" in page
    assert 'href="/guides/pharmacy-technician/#pay"' in page
    assert "Found by “pharm tech”" in page


def test_the_part_that_answers_comes_first(client, pharmacy):
    results = found(client, "how much do pharmacy technicians make")

    assert results.passages[0].url == "/guides/pharmacy-technician/#pay"


def test_the_words_are_marked_where_they_stand(client, pharmacy):
    results = found(client, "count pills")

    assert "<mark>count</mark> <mark>pills</mark> on a tray" in results.passages[0].snippet
    assert results.is_by_text


def test_a_frequent_question_leads_to_its_answer(client, pharmacy):
    results = found(client, "give shots")

    assert [(hit.title, hit.url) for hit in results.passages] == [
        ("Would I give shots?", "/guides/pharmacy-technician/#q-shots")
    ]


def test_a_question_that_the_guide_does_not_show_is_not_found(client, pharmacy):
    pharmacy.sections.filter(slug="questions").delete()
    index.put_role(pharmacy)

    assert found(client, "give shots").passages == []


def test_a_word_of_the_trade_is_explained(client):
    index.put_term(
        make_term(slug="sig", term="Sig", also="signa", definition="The short directions on a prescription.")
    )

    assert [(hit.title, hit.url) for hit in found(client, "signa").terms] == [("Sig (signa)", "/guides/glossary/#sig")]


def test_a_credential_leads_to_its_page(client, pharmacy):
    hit = found(client, "CPhT").credentials[0]

    assert hit.title == "Certified Pharmacy Technician (CPhT), PTCB"
    assert hit.url == "/certifications/ptcb-cpht/"


def test_a_credential_of_two_roles_is_listed_once(client, pharmacy):
    other = make_role()
    other.credentials.set(pharmacy.credentials.all())
    index.put_role(other)

    assert len(found(client, "CPhT").credentials) == 1


def test_a_state_leads_to_its_rule(client, pharmacy):
    make_state_requirement(role=pharmacy, state=make_state("OH"))
    make_state_requirement(role=pharmacy, state=make_state("TX"))
    index.put_role(pharmacy)

    results = found(client, "pharmacy technician license Ohio")

    assert [(hit.title, hit.url) for hit in results.passages if hit.kind == "state"] == [
        ("The rule in Ohio", "/guides/pharmacy-technician/states/oh/")
    ]


def test_a_slip_in_a_text_is_put_right_and_said(client, pharmacy):
    response = search(client, "cuont pills")

    assert response.context["results"].passages
    assert "We read it as <strong>count pills</strong>" in response.content.decode()


def test_a_question_is_answered_in_part_where_no_text_holds_all_of_it(client, pharmacy):
    results = found(client, "pills underwater")

    assert results.is_partial
    assert results.passages[0].url.endswith("#work")


def test_a_question_without_an_answer_gets_help(client, pharmacy):
    response = search(client, "phlegm tectonic")

    page = response.content.decode()
    assert response.status_code == 200
    assert "Nothing found for “phlegm tectonic”" in page
    assert 'value="phlegm tectonic"' in page
    assert 'href="/guides/pharmacy-technician/"' in page


def test_a_name_that_looks_alike_is_offered(client, pharmacy):
    results = found(client, "farmasee teknishun")

    assert not results
    assert results.hints == [pharmacy.title]


def test_an_empty_search_teaches(client, pharmacy):
    page = search(client, "").content.decode()

    assert "Ask in your own words" in page
    assert "how much do pharmacy technicians make" in page


def test_what_was_found_is_counted_in_words(client, pharmacy):
    assert found(client, "count pills").counts == "one guide and one passage"


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({"status": Role.Status.DRAFT}, False),
        ({"status": Role.Status.REVIEW}, False),
        ({"status": Role.Status.SCHEDULED, "publish_at": timedelta(minutes=1)}, False),
        ({"status": Role.Status.SCHEDULED, "publish_at": timedelta(minutes=-1)}, True),
        ({"status": Role.Status.PUBLISHED}, True),
    ],
)
@pytest.mark.parametrize(
    "question", ["pharm tech", "count pills", "shots", "CPhT", "pills underwater", "farmasee teknishun"]
)
def test_only_guides_that_readers_may_see_are_found(client, pharmacy, fields, is_found, question):
    if "publish_at" in fields:
        fields = fields | {"publish_at": timezone.now() + fields["publish_at"]}
    Role.objects.filter(pk=pharmacy.pk).update(**fields)

    response = search(client, question)

    # The word itself is no secret: it may be in the question.
    assert ("/guides/pharmacy-technician/" in response.content.decode()) == is_found
    assert bool(response.context["results"]) == (is_found and question != "farmasee teknishun")


def test_a_draft_lends_no_words_to_what_was_probably_meant(client):
    draft = make_role(status=Role.Status.DRAFT)
    make_section(role=draft, body="The zanzibarium opens soon.")
    index.put_role(draft)

    assert "zanzibarium" not in search(client, "zanzibarum").content.decode()


@pytest.mark.parametrize(
    "question",
    [
        '"',
        "'",
        '"unclosed',
        "a AND",
        "NOT pills",
        "pills OR",
        "NEAR(pills, 2)",
        "title:pills",
        "pills*",
        "*",
        "^pills",
        "-pills",
        "(((",
        "pills & | !",
        "pills <-> tray",
        "pills:*",
        "\x00pills\x00",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "👩‍⚕️ pills",
        "%",
        "_",
        "\\",
        "%s %(x)s {}",
        "'; DROP TABLE guides_fulltext; --",
        "<script>alert(1)</script>",
        "pills" * 60,
        "ﷺ" * 200,
        "ΩÅﬁ① ٣",
        "the of and",
        "1 2 3",
        "...!?,;",
        "\t\n\r",
        "日本語",
    ],
)
@pytest.mark.parametrize("is_live", [True, False])
def test_no_question_breaks_anything(client, pharmacy, question, is_live):
    response = search(client, question, **({"HX-Request": "true"} if is_live else {}))

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_a_text_cannot_bring_its_own_markup(client, pharmacy):
    make_section(role=pharmacy, slug="odd", body="Write \\<b\\>bold\\</b\\> zebras & \x02lions\x03.")
    index.put_role(pharmacy)

    snippet = found(client, "zebras").passages[0].snippet

    assert "bold" in snippet
    assert "<mark>zebras</mark> &amp; lions" in snippet
    assert "<b>" not in snippet
    assert snippet.count("<mark>") == snippet.count("</mark>") == 1


def test_a_question_is_kept_in_the_field_and_cut_at_200_letters(client):
    page = search(client, f"  {'x' * 201}  ").content.decode()

    assert f'value="{"x" * 200}"' in page
    assert "x" * 201 not in page


def test_a_script_gets_the_answers_without_the_page(client, pharmacy):
    whole, part = search(client, "pharm tech"), search(client, "pharm tech", **{"HX-Request": "true"})

    assert "<html" in whole.content.decode()
    assert "<html" not in part.content.decode()
    assert "Pharmacy technician" in part.content.decode()
    assert "HX-Request" in whole["Vary"]
    assert "HX-Request" in part["Vary"]


def test_the_brief_answers_lead_to_all_of_them(client, pharmacy):
    response = client.get(reverse("guides:search"), {"q": "pharm tech", "brief": "on"}, headers={"HX-Request": "true"})

    assert "/guides/search/?q=pharm%20tech" in response.content.decode()


@pytest.mark.parametrize("number", [1, 6])
@pytest.mark.parametrize(("question", "cost"), [("pharmacy technician", 8), ("count pills", 7)])
def test_an_answer_costs_the_same_at_one_and_at_many(client, django_assert_num_queries, number, question, cost):
    for place in range(number):
        role = make_role(title=f"Pharmacy technician {place}")
        make_section(role=role, body="{{ show:questions }}")
        for _ in range(number):
            make_section(role=role, body="Pharmacy technicians count pills on a tray.")
            make_question(role=role, question="Do pharmacy technicians count pills?")
        make_credential(roles=(role,), name=f"Pharmacy technician who counts pills {place}")
        index.put_role(role)
        index.put_term(make_term(term=f"Pills {place}", definition="What a pharmacy technician counts."))
    assert search(client, question).context["results"].passages

    with django_assert_num_queries(cost):
        search(client, question, **{"HX-Request": "true"})
