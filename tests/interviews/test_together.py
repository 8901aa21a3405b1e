"""Two people in one room: choose, ask one after the other, write down, look at it afterwards."""

import pytest
from django.urls import reverse

from interviews.models import Answer, PracticeSession, Rating
from tests.factories import make_role, make_user
from tests.interviews.factories import make_answer, make_question, make_session
from tests.interviews.heard import rated, steps

pytestmark = pytest.mark.django_db
CHOOSE = "/my/practice/together/"


def make_sitting(owner, questions=2):
    session = make_session(owner, occasion="together", mode="live")
    for position in range(1, questions + 1):
        make_answer(session=session, position=position, question=make_question(looking_for="Calm under pressure."))
    return session


def turn(answer):
    return reverse("practice:together_turn", args=[answer.pk])


def seen(session):
    return reverse("practice:together_seen", args=[session.pk])


def test_one_question_of_each_type_is_proposed_for_the_role(as_seeker):
    role = make_role(slug="aide")
    of_role, second = make_question(role=role, text="How do you lift?"), make_question(role=role, text="And then?")
    general = make_question(kind="motivation", text="Why us?")
    make_question(role=make_role(), text="Of another role")

    page = as_seeker.get(f"{CHOOSE}?role=aide").content.decode()

    assert page.index("How do you lift?") < page.index("And then?") < page.index("Why us?")
    assert "Of another role" not in page
    ticked = {question: f'value="{question.pk}" id="q{question.pk}" checked' in page for question in (of_role, second)}
    assert ticked == {of_role: True, second: False}
    assert f'value="{general.pk}" id="q{general.pk}" checked' in page


def test_the_chosen_questions_make_a_sheet(as_seeker, seeker):
    first, second = make_question(), make_question()
    make_question(text="Not chosen")

    sent = as_seeker.post(CHOOSE, {"questions": [first.pk, second.pk]})

    session = PracticeSession.objects.get()
    assert sent["Location"] == seen(session)
    assert (session.owner, session.occasion) == (seeker, PracticeSession.Occasion.TOGETHER)
    assert [answer.question for answer in session.answers.all()] == [first, second]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "Tick at least one question."), (13, "Twelve questions are enough for one sitting.")]
)
def test_none_or_too_many_questions_are_refused(as_seeker, number, said):
    chosen = [make_question().pk for _each in range(13)][:number]

    page = as_seeker.post(CHOOSE, {"questions": chosen}).content.decode()

    assert said in page
    assert page.count(" checked>") == number
    assert not PracticeSession.objects.exists()


def test_questions_of_others_cannot_be_chosen(as_seeker):
    make_question()

    page = as_seeker.post(CHOOSE, {"questions": [make_question(owner=make_user()).pk]}).content.decode()

    assert "not in the list any more" in page


def test_the_one_who_asks_rates_and_writes_and_comes_to_the_next_question(as_seeker, seeker):
    session = make_sitting(seeker)
    first, second = session.answers.all()
    asked = as_seeker.get(turn(first)).content.decode()

    sent = as_seeker.post(turn(first), steps(4) | {"author_name": "Pat", "notes": "Looked at the floor."})

    first.refresh_from_db()
    rating = Rating.objects.get()
    assert "Calm under pressure." in asked
    assert sent["Location"] == turn(second)
    assert (rating.rater, rating.author_name, rating.answer, rating.outcome) == ("partner", "Pat", first, 4)
    assert (first.notes, first.is_given) == ("Looked at the floor.", True)
    assert 'value="Pat"' in as_seeker.get(turn(second)).content.decode()


def test_after_the_last_question_both_read_what_was_written_down(as_seeker, seeker):
    session = make_sitting(seeker)
    first, second = session.answers.all()
    as_seeker.post(turn(first), steps(2) | {"author_name": "Pat", "notes": ""})

    sent = as_seeker.post(turn(second), {"author_name": "Pat", "notes": "No story yet."}, follow=True)

    page = sent.content.decode()
    session.refresh_from_db()
    assert "Talk about it while it is fresh." in page
    assert page.count('data-label="Pat"') == 5
    assert "No story yet." in page
    assert session.is_finished
    for address in (reverse("practice:feedback", args=[first.pk]), session.get_absolute_url()):
        assert as_seeker.get(address)["Location"] == seen(session)
    assert as_seeker.get("/my/practice/").content.decode().count("Told to a person") == 2


def test_with_neither_rating_nor_notes_a_question_is_passed_over_and_can_be_asked_later(as_seeker, seeker):
    session = make_sitting(seeker, questions=1)
    answer = session.answers.get()

    as_seeker.post(turn(answer), {"author_name": "Pat", "notes": " "})
    answer.refresh_from_db()
    passed = (answer.skipped_at is not None, answer.is_given)
    as_seeker.post(turn(answer), {"author_name": "Pat", "notes": "Now told."})
    answer.refresh_from_db()

    assert passed == (True, False)
    assert (answer.skipped_at, answer.is_given) == (None, True)


@pytest.mark.parametrize(
    ("send", "said"),
    [
        (steps(3) | {"author_name": "", "notes": "Keep me"}, "Write the name of the one who asks."),
        ({"author_name": "Pat", "notes": "Keep me", "outcome": "3"}, "“One specific event”"),
    ],
)
def test_half_a_rating_or_no_name_is_refused_and_kept_in_view(as_seeker, seeker, send, said):
    answer = make_sitting(seeker).answers.first()

    page = as_seeker.post(turn(answer), send).content.decode()

    assert said in page
    assert "Keep me" in page
    assert not Rating.objects.exists()


def test_writing_it_down_again_changes_the_same_rating(as_seeker, seeker):
    answer = make_sitting(seeker).answers.first()

    for step in (2, 5):
        as_seeker.post(turn(answer), steps(step) | {"author_name": "Pat", "notes": ""})

    assert Rating.objects.get().delivery == 5


def test_the_sheet_on_paper_has_every_question_the_rubric_and_room(as_seeker, seeker):
    session = make_sitting(seeker, questions=3)

    page = as_seeker.get(reverse("practice:together_sheet", args=[session.pk])).content.decode()

    assert page.count("Calm under pressure.") == page.count("paper__room") == 3
    assert "Answers what was asked, soon and in full." in page


def test_the_sitting_of_others_does_not_exist_and_no_other_session_is_one(as_seeker, seeker):
    theirs, other = make_sitting(make_user()), make_session(seeker)
    draft = make_answer(session=other)

    for session in (theirs, other):
        for name in ("together_seen", "together_sheet"):
            assert as_seeker.get(reverse(f"practice:{name}", args=[session.pk])).status_code == 404
    for answer in (theirs.answers.first(), draft):
        assert as_seeker.get(turn(answer)).status_code == 404
        assert as_seeker.post(turn(answer), {"author_name": "Pat", "notes": "x"}).status_code == 404
    assert not Answer.objects.given().exists()


@pytest.mark.parametrize("many", [1, 3])
def test_the_pages_cost_the_same_at_any_length(as_seeker, seeker, many, django_assert_max_num_queries):
    session = make_sitting(seeker, questions=many)
    for answer in session.answers.all():
        rated(answer, rater="partner", author_name="Pat")

    with django_assert_max_num_queries(8):
        as_seeker.get(CHOOSE)
    with django_assert_max_num_queries(7):
        as_seeker.get(seen(session))
    with django_assert_max_num_queries(9):
        as_seeker.get(turn(answer))
