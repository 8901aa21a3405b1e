"""What a session comes to, and what My page says of it."""

import pytest

from interviews.feedback.carrying import to_plain
from interviews.feedback.coaching import coach
from interviews.feedback.result import Question
from interviews.summing_up import sum_up
from interviews.turns import turns_of
from tests.interviews.factories import NOON, make_answer, make_given, make_question, make_session

pytestmark = pytest.mark.django_db


def note(code):
    """A note as feedback keeps it."""
    said, rule = ({"text": words, "values": {}} for words in (f"Say {code}.", "Why."))
    return {"code": code, "said": said, "rule": rule, "places": [], "because": []}


def heard(answer, *codes, strength=""):
    """Lets the feedback of an answer say these things, whatever the engine would."""
    plain = to_plain(coach(Question(answer.asked), answer.text))
    notes = {"advice": [note(code) for code in codes], "strength": note(strength) if strength else None}
    answer.feedback.result = plain | notes
    answer.feedback.save()
    return answer


def given(session, position, *codes, about=("accuracy",), badge="getting-there", strength="", **fields):
    question = make_question(about=about)
    answer = make_given(session=session, position=position, question=question, badge=badge, **fields)
    return heard(answer, *codes, strength=strength)


def test_what_most_answers_need_comes_first_then_what_is_needed_more(seeker):
    session = make_session(seeker)
    given(session, 1, "cut_fillers", "expand")
    given(session, 2, "add_result")
    given(session, 3, "quantify_result")
    given(session, 4, "cut_fillers")
    given(session, 5, "shorten")

    summary = sum_up(turns_of(session))

    assert [(step.said, len(step.answers)) for step in summary.steps] == [
        ("Say cut_fillers.", 2),
        ("Say add_result.", 1),
        ("Say shorten.", 1),
    ]


def test_one_step_alone_is_joined_by_a_second_and_keeping_is_no_step(seeker):
    session = make_session(seeker)
    given(session, 1, "add_result", "shorten", "cut_hedges")
    given(session, 2, "keep", badge="interview-ready")

    assert [step.code for step in sum_up(turns_of(session)).steps] == ["add_result", "shorten"]


def test_the_strength_is_that_of_the_best_answer_and_the_weakest_is_practised_next(seeker):
    session = make_session(seeker)
    given(session, 1, "add_result", badge="draft", strength="spoke_plainly", about=("safety",))
    best = given(session, 2, "keep", badge="interview-ready", strength="named_numbers", about=("service",))
    given(session, 3, "shorten", about=("accuracy",))

    summary = sum_up(turns_of(session))

    assert (summary.strength.code, summary.strength.answers) == ("named_numbers", [best])
    assert (summary.practise_next.slug, summary.ready, summary.total) == ("safety", 1, 3)


def test_the_last_try_counts_and_what_is_not_rated_yet_waits(seeker):
    session = make_session(seeker)
    first = given(session, 1, "add_result", badge="draft")
    make_given(
        session=session, position=1, attempt=2, question=first.question, badge="interview-ready", unrated_at=None
    )

    summary = sum_up(turns_of(session))

    assert (summary.ready, summary.total, len(summary.unrated), summary.steps) == (0, 1, 1, [])


def test_a_session_without_answers_comes_to_nothing(seeker):
    assert sum_up(turns_of(make_answer(seeker).session)) is None


def test_a_finished_session_shows_it(as_seeker, seeker):
    session = make_session(seeker, finished_at=NOON)
    given(session, 1, "add_result", strength="named_numbers", about=("safety",))

    page = as_seeker.get(session.get_absolute_url()).content.decode()

    for words in ("Say add_result.", "Say named_numbers.", "competency=safety", "1 question answered"):
        assert words in page


@pytest.mark.parametrize("number", [3, 30])
def test_a_session_costs_the_same_at_any_length(as_seeker, seeker, number, django_assert_num_queries):
    session = make_session(seeker, finished_at=NOON)
    for position in range(1, number + 1):
        given(session, position, "add_result", "shorten", strength="named_numbers")

    with django_assert_num_queries(7):
        as_seeker.get(session.get_absolute_url())


def test_my_page_tells_where_to_begin_and_where_to_go_on(as_seeker, seeker):
    before = as_seeker.get("/my/").content.decode()
    session = make_session(seeker)
    make_given(session=session, position=1, badge="getting-there")
    following = make_answer(session=session, position=2)
    make_answer()

    page = as_seeker.get("/my/").content.decode()

    assert "Begin to practice" in before
    assert "1 of 2 done" in page
    assert following.get_absolute_url() in page
