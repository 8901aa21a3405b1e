"""The question bank at the editors' desk: edited by the line, counted without names, and nobody's own in it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Answer, Competency, Disagreement, PracticeSession, Question, QuestionCard
from tests.factories import make_competency, make_interview_question, make_role, make_user

pytestmark = pytest.mark.django_db

LIST = reverse("admin:interviews_question_changelist")
CALLED_WRONG = reverse("admin:interviews_question_called_wrong")
NO_PLACE = {"places-TOTAL_FORMS": "0"}
INLINE = {"places-TOTAL_FORMS": "1", "places-INITIAL_FORMS": "0"}


@pytest.fixture
def editor(groups, as_editor):
    return as_editor


def page(client, address, **query) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    content: str = answer.content.decode()
    return content


def change(question) -> str:
    return reverse("admin:interviews_question_change", args=[question.pk])


def give(question, *, by, text="I checked it.", given=True) -> Answer:
    now = timezone.now()
    session = PracticeSession.objects.create(owner=by, occasion="one", started_at=now)
    return Answer.objects.create(
        session=session, question=question, asked=question.text, position=1, text=text, given_at=now if given else None
    )


def call_wrong(question, code="add_result", quote="and then it ended", **fields) -> Disagreement:
    answer = give(question, by=fields.pop("by", None) or make_user())
    return Disagreement.objects.create(answer=answer, code=code, quote=quote, engine="1")


def fields(**changed) -> dict[str, str]:
    return {"text": "Why?", "slug": "why", "kind": "motivation", "position": "0", **INLINE, **changed}


def test_phrases_are_written_one_a_line(editor):
    competency = make_competency()

    editor.post(
        reverse("admin:interviews_question_add"),
        fields(
            cue_phrases="I compare\r\n\r\n  against the order \r\n",
            follow_ups="And then?",
            is_published="on",
            **{"places-0-competency": str(competency.pk), "places-0-position": "10"},
        ),
    )

    question = Question.objects.get()
    assert (question.cue_phrases, question.follow_ups) == (["I compare", "against the order"], ["And then?"])
    assert [place.competency for place in question.places.all()] == [competency]
    assert question.history.get().history_user is not None
    shown = page(editor, change(question))
    assert "I compare\nagainst the order</textarea>" in shown


@pytest.mark.parametrize(("lines", "is_taken"), [(["line"] * 20, True), (["line"] * 21, False), (["l" * 201], False)])
def test_too_many_or_too_long_phrases_are_told_and_kept(editor, lines, is_taken):
    answer = editor.post(reverse("admin:interviews_question_add"), fields(cue_phrases="\n".join(lines), **NO_PLACE))

    assert Question.objects.exists() == is_taken
    if not is_taken:
        said = answer.content.decode()
        assert "Write one phrase a line: at most 20, of at most 200 letters each." in said
        assert lines[0] in said


def test_a_competency_keeps_its_sentences_by_the_line(editor):
    competency = make_competency(prototypes=["I counted twice."])
    address = reverse("admin:interviews_competency_change", args=[competency.pk])

    assert "I counted twice.</textarea>" in page(editor, address)
    editor.post(
        address,
        {"name": "Care", "slug": "care", "description": "D.", "position": "1", "prototypes": "One.\nTwo."},
    )

    assert Competency.objects.get().prototypes == ["One.", "Two."]
    assert competency.history.count() == 2


def test_how_often_a_question_is_practiced_is_told_without_names(editor):
    question, person, other = make_interview_question(), make_user(), make_user()
    for owner in (person, person, other):
        give(question, by=owner, text="A private answer")
    give(question, by=other, text="A draft", given=False)

    for shown in (page(editor, LIST), page(editor, change(question))):
        assert "3 answers, 2 people" in shown
        assert "private" not in shown
        assert person.email not in shown


def test_questions_of_ones_own_are_never_at_the_desk(editor, as_admin):
    own = make_interview_question(text="What they asked me", owner=make_user())
    call_wrong(own, quote="my own words", by=own.owner)

    for client in (editor, as_admin):
        assert "What they asked me" not in page(client, LIST)
        assert client.get(change(own)).status_code == 302
        assert client.get(reverse("admin:interviews_question_history", args=[own.pk])).status_code == 404
        shown = page(client, CALLED_WRONG)
        assert "my own words" not in shown
        assert "What they asked me" not in shown
    assert not Question.history.exists()


def test_filters_find_by_role_type_and_competency(editor):
    role, competency = make_role(title="Helper"), make_competency(name="Accuracy")
    found = make_interview_question(text="Found.", role=role, kind="knowledge", competencies=[competency])
    make_interview_question(text="Another.", competencies=[make_competency()])

    for query in (
        {"role__id__exact": role.pk},
        {"kind__exact": "knowledge"},
        {"places__competency__id__exact": competency.pk},
        {"q": "found"},
    ):
        shown = page(editor, LIST, **query)
        assert found.text in shown
        assert "Another." not in shown
    assert "Found." not in page(editor, LIST, role__isnull="True")


def test_several_questions_are_kept_back_and_shown_again(editor):
    questions = [make_interview_question(), make_interview_question()]
    picked = {"_selected_action": [question.pk for question in questions]}

    editor.post(LIST, {"action": "take_back", **picked})
    assert not Question.objects.bank().exists()
    editor.post(LIST, {"action": "publish", **picked})

    assert Question.objects.bank().count() == 2
    assert questions[0].history.count() == 3
    assert "delete_selected" not in page(editor, LIST)


@pytest.mark.parametrize("use", ["answer", "card", "nothing"])
def test_a_question_that_people_use_is_not_deleted(editor, use):
    question = make_interview_question()
    if use == "answer":
        give(question, by=make_user())
    elif use == "card":
        QuestionCard.objects.create(owner=make_user(), question=question, due_at=timezone.now())

    editor.post(reverse("admin:interviews_question_delete", args=[question.pk]), {"post": "yes"})

    assert Question.objects.exists() == (use != "nothing")


def test_a_competency_that_questions_ask_about_is_not_deleted(editor):
    competency = make_competency()
    make_interview_question(competencies=[competency])

    answer = editor.post(reverse("admin:interviews_competency_delete", args=[competency.pk]), {"post": "yes"})

    assert answer.status_code == 403


def test_what_people_called_wrong_is_grouped_and_quoted(editor):
    question, person = make_interview_question(text="Tell me about a mistake."), make_user()
    call_wrong(question, by=person)
    call_wrong(question, quote="it all worked out")
    call_wrong(question, quote="it all worked out")
    call_wrong(question, code="shorten", quote="")

    shown = page(editor, CALLED_WRONG)

    groups = editor.get(CALLED_WRONG).context["groups"]
    assert [(group.code, group.count, group.quotes) for group in groups] == [
        ("add_result", 3, ["it all worked out", "and then it ended"]),
        ("shorten", 1, []),
    ]
    assert "“it all worked out”" in shown
    assert person.email not in shown
    assert "I checked it." not in shown


@pytest.mark.parametrize("code", ["privacy", "blame", "positive_tone"])
def test_words_of_a_private_warning_are_not_shown(editor, code):
    call_wrong(make_interview_question(), code=code, quote="Mrs. Vance")

    shown = page(editor, CALLED_WRONG)

    assert "Mrs. Vance" not in shown
    assert "not shown: a warning for the writer alone" in shown


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ({"code": "shorten"}, ["shorten"]),
        ({"question": "first"}, ["add_result"]),
        ({"question": "0"}, ["add_result", "shorten"]),
        ({"code": "no such' code", "page": "x"}, ["add_result", "shorten"]),
        ({"code": "keep"}, []),
    ],
)
def test_one_note_or_one_question_can_be_chosen(editor, query, codes):
    first = make_interview_question()
    call_wrong(first)
    call_wrong(make_interview_question(), code="shorten")
    query = {name: str(first.pk) if value == "first" else value for name, value in query.items()}

    groups = editor.get(CALLED_WRONG, query).context["groups"]

    assert [group.code for group in groups] == codes


def test_the_list_costs_the_same_at_any_length(editor, django_assert_num_queries):
    call_wrong(make_interview_question())
    page(editor, CALLED_WRONG)
    with django_assert_num_queries(9):
        page(editor, CALLED_WRONG)
    for number in range(35):
        call_wrong(make_interview_question(role=make_role()), quote=f"words {number}")

    with django_assert_num_queries(9):
        assert "Page 1 of 2" in page(editor, CALLED_WRONG)


def test_the_desk_counts_what_was_called_wrong_of_late(editor):
    call_wrong(make_interview_question())
    old = call_wrong(make_interview_question())
    Disagreement.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=31))

    queues = editor.get(reverse("admin:index")).context["queues"]

    assert [queue.count for queue in queues if queue.url == CALLED_WRONG] == [1]


def test_strangers_and_seekers_are_kept_out(client, as_seeker):
    for somebody in (client, as_seeker):
        assert somebody.get(CALLED_WRONG).status_code in {302, 403}
