"""The question bank, open to all: by job, by type, by what a question asks about; and nobody's own in it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Question
from tests.factories import make_competency, make_interview_question, make_role, make_section, make_user

pytestmark = pytest.mark.django_db

LIST = reverse("bank:list")
HELPER = "/interviews/helper/"
GENERAL = "/interviews/general/"


@pytest.fixture
def role():
    found = make_role(slug="helper", title="Helper")
    make_section(role=found, slug="the-interview", kind="interview", title="Interview")
    return found


def page(address: str, client: Client | None = None, **query: str) -> str:
    answer = (client or Client()).get(address, query)
    assert answer.status_code == 200
    content: str = answer.content.decode()
    return content


def asked(address: str, **query: str) -> list[str]:
    groups = Client().get(address, query).context["browse"].groups
    return [row.question.text for group in groups for row in group.asked]


def make_two(role) -> None:
    accuracy, care = make_competency(slug="accuracy", name="Accuracy"), make_competency(slug="care", name="Care")
    make_interview_question(role=role, kind="behavioural", text="A slip?", competencies=[accuracy, care])
    make_interview_question(role=role, kind="knowledge", text="A label?", competencies=[accuracy])


def test_a_question_tells_what_it_is_after(role):
    question = make_interview_question(
        role=role,
        slug="slip",
        text="Tell me about a slip.",
        looking_for="An owned mistake.",
        tip="Name the day.",
        follow_ups=["What changed since?"],
        competencies=[make_competency(name="Honesty"), make_competency(name="Accuracy")],
    )

    text = page(HELPER)

    for words in ("Tell me about a slip.", "An owned mistake.", "Name the day.", "What changed since?"):
        assert words in text
    assert "Honesty · Accuracy" in text
    assert "<b>Situation</b>, <b>Task</b>, <b>Action</b>, <b>Result</b>" in text
    assert 'id="slip"' in text
    assert f'href="{reverse("practice:question", args=[question.pk])}"' in text
    assert f'href="{reverse("practice:start")}?occasion=role&amp;number=5&amp;role=helper"' in text


@pytest.mark.parametrize(("number", "chosen"), [("5", "5"), ("8", "8"), ("9", "4"), ("0", "4"), ("x", "4")])
def test_practice_begins_with_as_many_as_the_bank_said(as_seeker, number, chosen):
    form = as_seeker.get(reverse("practice:start"), {"number": number}).context["form"]

    assert str(form["number"].value()) == chosen


def test_questions_stand_by_type_in_the_order_of_an_interview(role):
    for kind in ("weakness", "behavioural", "about-you"):
        make_interview_question(role=role, kind=kind, text=kind)

    assert asked(HELPER) == ["about-you", "behavioural", "weakness"]


def test_a_job_shows_its_own_questions_and_leads_to_those_for_any_job(role):
    make_interview_question(role=role, text="Of helpers.")
    make_interview_question(role=None, text="Of anybody.")
    make_interview_question(role=make_role(), text="Of others.")

    assert asked(HELPER) == ["Of helpers."]
    assert asked(GENERAL) == ["Of anybody."]
    assert f'href="{GENERAL}"' in page(HELPER)


@pytest.mark.parametrize("hidden", [{"is_published": False}, {"owner": True}])
def test_what_is_kept_back_and_what_is_somebodys_own_is_not_shown(role, hidden):
    make_interview_question(role=role, text="Shown.")
    owner = make_user() if hidden.pop("owner", None) else None
    for whose in (role, None):
        make_interview_question(role=whose, text="Hidden.", owner=owner, **hidden)

    assert asked(HELPER) == ["Shown."]
    assert asked(GENERAL) == []
    assert (Client().get(LIST).context["bank"].total, "Hidden." in page(LIST)) == (1, False)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ({"type": "knowledge"}, ["A label?"]),
        ({"competency": "care"}, ["A slip?"]),
        ({"competency": "accuracy"}, ["A slip?", "A label?"]),
        ({"type": "knowledge", "competency": "accuracy"}, ["A label?"]),
        ({"type": "knowledge", "competency": "care"}, []),
    ],
)
def test_filters_combine(role, query, texts):
    make_two(role)

    assert asked(HELPER, **query) == texts
    text = page(HELPER, **query)
    assert '<meta name="robots" content="noindex, follow">' in text
    assert ("Nothing fits both at once." in text) == (not texts)


def test_a_choice_of_a_filter_keeps_the_other_one_and_counts_what_is_left(role):
    make_two(role)

    filters = Client().get(HELPER, {"competency": "accuracy"}).context["browse"].filters

    assert [(choice.label, choice.count, choice.url) for choice in filters[0].choices] == [
        ("A time when …", 1, "?type=behavioural&competency=accuracy"),
        ("How the work is done", 1, "?type=knowledge&competency=accuracy"),
    ]
    assert [(choice.label, choice.count, choice.url) for choice in filters[1].choices] == [
        ("Accuracy", 2, "."),
        ("Care", 1, "?competency=care"),
    ]


@pytest.mark.parametrize("query", [{"type": "puzzle"}, {"competency": "<b>"}])
def test_what_the_address_says_wrong_is_told_and_changes_nothing(role, query):
    make_two(role)

    assert len(asked(HELPER, **query)) == 2
    assert "We do not know that, so it changes nothing here." in page(HELPER, **query)


def test_the_first_page_lists_jobs_with_questions_and_what_they_ask_about(role):
    make_interview_question(role=role)
    make_role(title="Nothing yet")
    make_interview_question(role=make_role(title="A draft", status="draft"))
    competency = make_competency(slug="care", name="Caring", description="What it is.")
    make_interview_question(role=None, competencies=[competency])

    answer = Client().get(LIST)
    text, bank = answer.content.decode(), answer.context["bank"]

    assert [(job.role.title, job.count, job.guide_url) for job in bank.jobs] == [
        ("Helper", 1, "/guides/helper/#the-interview")
    ]
    assert (bank.total, bank.general) == (2, 1)
    assert "What it is." in text
    assert f'href="{GENERAL}?competency=care#list"' in text


def test_an_empty_bank_says_so(role):
    assert "The question bank is empty so far." in page(LIST)
    assert "We have written no questions for this job yet." in page(HELPER)


@pytest.mark.parametrize("address", ["/interviews/nowhere/", "/interviews/waiting/"])
def test_a_job_that_readers_may_not_see_is_not_there(address):
    make_role(slug="waiting", status="draft")

    assert Client().get(address).status_code == 404


def test_the_guide_and_the_bank_lead_to_each_other(role):
    make_interview_question(role=role)

    assert f'href="{HELPER}"' in page("/guides/helper/")
    assert 'href="/guides/helper/#the-interview"' in page(HELPER)


def test_an_edit_shows_at_once_on_pages_that_are_kept(role):
    question = make_interview_question(role=role, text="Before.", competencies=[make_competency(name="Old name")])
    page(HELPER), page(LIST)
    with CaptureQueriesContext(connection) as queries:
        page(HELPER), page(LIST)
    assert len(queries) == 2

    Question.objects.filter(pk=question.pk).update(text="After.")
    assert "After." in page(HELPER)
    question.competencies.update(name="New name")
    assert "New name" in page(HELPER)
    assert "New name" in page(LIST)
    question.places.all().delete()
    assert "New name" not in page(HELPER)


def test_pages_cost_the_same_at_any_length(role, as_seeker):
    counts = []
    for number in (1, 4):
        for _ in range(number):
            competency = make_competency()
            make_interview_question(role=role, competencies=[competency])
            make_interview_question(role=make_role(), competencies=[competency])
        with CaptureQueriesContext(connection) as queries:
            page(HELPER, as_seeker), page(LIST, as_seeker)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_search_engines_are_told_of_it(role):
    make_interview_question(role=role)

    text = page("/sitemap.xml")

    for path in (LIST, HELPER, GENERAL):
        assert f"{path}</loc>" in text
    assert '"@type":"BreadcrumbList"' in page(HELPER)
    assert '<link rel="canonical" href="' in page(HELPER)
