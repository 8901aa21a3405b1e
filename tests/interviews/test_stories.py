"""The story bank: kept, changed, suggested where a story fits."""

import pytest

from interviews.asked import questions
from interviews.feedback.carrying import to_plain
from interviews.feedback.coaching import coach
from interviews.feedback.result import Question as Asked
from interviews.models import Story
from interviews.stories import fitting
from tests.interviews.factories import make_given, make_question, make_story

pytestmark = pytest.mark.django_db
NEW = {"title": "The long line", "action": "I opened a second counter."}


def suggested(question, owner):
    rows = Story.objects.owned_by(owner).prefetch_related("competencies")
    return [(fit.story.title, fit.why) for fit in fitting(rows, questions().get(pk=question.pk))]


def test_what_the_question_asks_about_first_counts_most(seeker):
    question = make_question(about=("accuracy", "service", "safety"))
    for title, shows in (("Second", ("service",)), ("Both", ("service", "safety", "other")), ("First", ("accuracy",))):
        make_story(seeker, title=title, shows=shows)
    make_story(seeker, title="Other", shows=("other",), action="I slept.")

    assert suggested(question, seeker) == [
        ("Both", "it shows: Service, Safety"),
        ("First", "it shows: Accuracy"),
        ("Second", "it shows: Service"),
    ]


def test_among_those_that_show_the_same_shared_words_decide_and_two_are_enough_alone(seeker):
    question = make_question(
        about=("accuracy",), text="Tell me about an upset customer.", cue_phrases=["she was angry"]
    )
    make_story(seeker, title="A", shows=("accuracy",), action="I counted.")
    make_story(seeker, title="B", shows=("accuracy",), action="The customers were angry.")
    make_story(seeker, title="C", action="Angry customers.")
    make_story(seeker, title="D", action="One customer.")

    assert suggested(question, seeker) == [
        ("B", "it shows: Accuracy"),
        ("A", "it shows: Accuracy"),
        ("C", "it speaks of: angry, customers"),
    ]


def test_a_story_that_fits_is_offered_with_the_reason_beside_the_answer_and_the_question(as_seeker, seeker):
    question = make_question(about=("accuracy",))
    make_story(seeker, title="The look-alike labels", shows=("accuracy",))
    make_story(title="Somebody else's", shows=("accuracy",))
    begun = as_seeker.post(f"{question.get_absolute_url()}practise/")

    pages = [as_seeker.get(address).content.decode() for address in (begun["Location"], "/my/practice/")]
    pages.append(as_seeker.get(question.get_absolute_url()).content.decode())

    assert all("The look-alike labels" in page for page in pages)
    assert "it shows: Accuracy" in pages[0] and "it shows: Accuracy" in pages[2]
    assert not any("Somebody else" in page for page in pages)


def test_a_story_is_written_changed_and_deleted_and_answers_stay(as_seeker, seeker):
    make_question(about=("accuracy", "service"))
    as_seeker.post("/my/practice/stories/add/", NEW | {"shows": ["accuracy", "service"]})
    story = Story.objects.owned_by(seeker).get()
    answer = make_given(seeker, story=story)

    as_seeker.post(story.get_absolute_url(), NEW | {"result": "Four minutes instead of ten.", "shows": ["service"]})
    story.refresh_from_db()
    page = as_seeker.get(story.get_absolute_url()).content.decode()

    assert (story.result, [one.slug for one in story.competencies.all()]) == (
        "Four minutes instead of ten.",
        ["service"],
    )
    assert answer.asked in page
    as_seeker.post(f"{story.get_absolute_url()}delete/")
    answer.refresh_from_db()
    assert (answer.story, Story.objects.count()) == (None, 0)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": ""}, "Give it a name"),
        ({"action": " "}, "Write at least what you did."),
        ({"task": "x" * 2001}, "There is room for 2000 characters here; this has 2001."),
        ({"shows": ["nothing"]}, "Choose from the list."),
    ],
)
def test_an_odd_story_is_asked_for_again_and_stands_there_still(as_seeker, fields, words):
    page = as_seeker.post(
        "/my/practice/stories/add/", NEW | {"result": "It held."} | fields if "action" not in fields else NEW | fields
    )

    assert words in page.content.decode()
    assert "The long line" in page.content.decode() or "title" in fields
    assert not Story.objects.exists()


def test_an_answer_becomes_a_story_with_its_parts_in_the_boxes(as_seeker, seeker):
    text = (
        "On Monday the line was long. I was alone at the counter. I opened a second one. The wait fell to four minutes."
    )
    answer = make_given(seeker, text=text, question=make_question(about=("service", "accuracy")))
    answer.feedback.result = to_plain(coach(Asked(answer.asked), text))
    answer.feedback.save()

    form = as_seeker.get(f"/my/practice/answers/{answer.pk}/keep/").context["form"]
    filled = {name: form[name].value() or "" for name in Story.PARTS}
    as_seeker.post(f"/my/practice/answers/{answer.pk}/keep/", filled | {"title": "The line", "shows": ["service"]})

    assert " ".join(part for part in filled.values() if part) == text
    assert form["shows"].value() == ["service", "accuracy"]
    answer.refresh_from_db()
    assert (answer.story.title, answer.text) == ("The line", text)


def test_an_answer_without_parts_goes_into_one_box(as_seeker, seeker):
    answer = make_given(seeker, text="I counted again.", question=None)

    form = as_seeker.get(f"/my/practice/answers/{answer.pk}/keep/").context["form"]

    assert (form["action"].value(), form["title"].value()) == ("I counted again.", "I counted again")


def test_stories_and_answers_of_others_do_not_exist(as_seeker):
    story, answer = make_story(), make_given()
    addresses = [
        story.get_absolute_url(),
        f"{story.get_absolute_url()}delete/",
        f"/my/practice/answers/{answer.pk}/keep/",
    ]

    assert {as_seeker.get(address).status_code for address in addresses} == {404}
    assert {as_seeker.post(address, NEW).status_code for address in addresses} == {404}


@pytest.mark.parametrize("number", [3, 30])
def test_the_bank_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_num_queries):
    for _index in range(number):
        make_story(seeker, shows=("accuracy", "service"))

    with django_assert_num_queries(7):
        as_seeker.get("/my/practice/stories/")


@pytest.mark.parametrize("number, pages", [(20, 1), (21, 2)])
def test_more_than_a_page_of_stories_comes_in_pages(as_seeker, seeker, number, pages):
    for _index in range(number):
        make_story(seeker)

    last = as_seeker.get("/my/practice/stories/?page=99")

    assert last.context["stories"].number == pages
    assert len(last.context["stories"]) == (20 if pages == 1 else 1)
    assert ("Previous page" in last.text) == (pages == 2)
