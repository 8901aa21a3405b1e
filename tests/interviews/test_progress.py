"""Progress: what rows of tries tell in words and marks, and the page that shows them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from interviews.feedback.result import CODES as ENGINE_CODES
from interviews.models import PracticeSession, QuestionCard, Rating
from interviews.progress.page import ProgressPage, Wanted
from interviews.progress.reading import Mark, Often, Try, blocks_of, first_and_last, often, rows_of, wanting
from interviews.progress.tries import narrowed, seen_answers, tries_of
from interviews.progress.words import CODES, often_words, picture_words, row_words
from tests.factories import make_role, make_user
from tests.interviews.factories import NOON, make_given, make_question, make_session
from tests.interviews.heard import RESULT, but, make_heard

PAGE, AGAIN = reverse("practice:progress"), reverse("practice:again")


def tried(number: int, badge: str = "draft", **fields) -> Try:
    defaults = {"question": number, "asked": f"Q{number}", "competency": "accuracy", "next_step": "add_result"}
    return Try(pk=number, badge=badge, **{"at": NOON + timedelta(days=number), **defaults, **fields})


def the_row(*badges: str):
    return rows_of([tried(number, badge) for number, badge in enumerate(badges)], ["accuracy"])[0]


READY, NEARLY = "interview-ready", "getting-there"


@pytest.mark.parametrize(
    ("badges", "words"),
    [
        ([READY], "Interview-ready once, on 28 November."),
        (["draft", READY, READY], "Interview-ready twice, last on 30 November."),
        ([READY, READY, READY], "Interview-ready 3 times, last on 30 November."),
        (["draft"], "Draft on 28 November."),
        (["draft", NEARLY], "Getting there on 29 November. 2 answers so far."),
        ([READY, NEARLY], "Getting there on 29 November. Interview-ready once before that."),
        ([READY, READY, "draft"], "Draft on 30 November. Interview-ready twice before that."),
    ],
)
def test_the_latest_word_on_a_competency(badges, words):
    assert row_words(the_row(*badges), NOON) == words


def test_a_day_of_another_year_says_its_year_in_the_reader_s_time_zone():
    new_year = datetime(2027, 1, 1, 12, tzinfo=UTC)

    assert row_words(the_row("draft"), new_year) == "Draft on 28 November 2026."
    assert picture_words(the_row("draft", READY), NOON) == (
        "The oldest first: Draft on 28 November, Interview-ready on 29 November."
    )


def test_a_mark_has_as_many_full_blocks_as_steps_and_marks_stand_side_by_side():
    assert [sum(block.is_full for block in blocks_of(step)) for step in (1, 2, 3)] == [1, 2, 3]
    assert len({block.y for block in blocks_of(1)}) == 3
    assert the_row("draft", NEARLY, READY).marks == [Mark(1, "0%"), Mark(2, "5%"), Mark(3, "10%")]


@pytest.mark.parametrize(("number", "is_cut"), [(20, False), (21, True)])
def test_a_picture_draws_the_newest_twenty(number, is_cut):
    row = the_row(*["draft"] * number)

    assert (row.is_cut, len(row.drawn), row.drawn[-1]) == (is_cut, 20, row.last)


def test_rows_come_in_the_order_of_the_bank_and_what_is_about_none_of_it_last():
    tries = [tried(1, competency=""), tried(2, competency="teamwork"), tried(3), tried(4, competency="gone")]

    assert [(row.slug, len(row.tries)) for row in rows_of(tries, ["accuracy", "teamwork", "safety"])] == [
        ("accuracy", 1),
        ("teamwork", 1),
        ("", 2),
    ]


@pytest.mark.parametrize(
    ("number", "of", "words"), [(9, None, "9 times so far"), (10, 10, "10 of your last 10 answers")]
)
def test_a_count_says_of_how_many_only_where_there_are_ten(number, of, words):
    found = often([tried(one) for one in range(number)])

    assert found == [Often("add_result", number, of)]
    assert often_words(found[0]) == words


def test_only_the_last_ten_answers_count_and_what_came_once_or_is_fine_is_left_out():
    old = [tried(number, next_step="shorten") for number in range(5)]
    codes = ["add_result"] * 4 + ["expand"] * 2 + ["cut_fillers", "keep", "keep", "keep"]
    new = [tried(10 + number, next_step=code) for number, code in enumerate(codes)]

    assert often([*new, *old]) == [Often("add_result", 4, 10), Often("expand", 2, 10)]


def test_first_and_last_are_of_one_question_and_a_single_try_changes_nothing():
    first, last = tried(1, question=7), tried(4, question=7)

    assert first_and_last([last, tried(2, question=7), first, tried(3), tried(5, question=None)]) == [(first, last)]
    assert first_and_last([tried(1, question=None), tried(2, question=None)]) == []


def test_questions_that_want_something_are_those_whose_last_try_was_told_so():
    tries = [
        tried(1, question=1),
        tried(2, question=2),
        tried(3, question=1, next_step="keep"),
        tried(4, question=3),
        tried(5, question=None),
    ]

    assert wanting("add_result", tries) == [3, 2]


def test_every_code_of_the_engine_has_words_but_the_one_that_says_nothing_is_missing():
    assert {*CODES} == {*ENGINE_CODES} - {"keep"}


def test_an_answer_counts_once_its_feedback_was_seen(seeker):
    make_given(seeker, unrated_at=None)
    seen, rated = make_given(seeker), make_given(seeker, unrated_at=None)
    Rating.objects.create(answer=rated, rater=Rating.Rater.SELF, made_at=NOON, **dict.fromkeys(Rating.DIMENSIONS, 3))
    unread = make_given(seeker)
    unread.feedback.result = {"limit": "not-english"}
    unread.feedback.save()
    make_given(make_user())

    assert [one.pk for one in tries_of(seen_answers(seeker))] == [rated.pk, seen.pk]


def test_a_new_person_reads_what_the_page_will_show(as_seeker):
    page = as_seeker.get(PAGE).content.decode()

    assert "Here you will see" in page
    assert "Choose a target role" in page


def test_the_page_shows_marks_words_and_what_to_do_about_the_most_frequent_note(as_seeker, seeker):
    for badge in ("draft", "interview-ready"):
        make_given(seeker, badge=badge, question=make_question(about=("accuracy", "teamwork")))

    page = as_seeker.get(PAGE).content.decode()

    assert "Accuracy" in page
    assert "Teamwork" not in page
    assert "Interview-ready once, on 28 November" in page
    assert "<strong>Result missing:</strong> 2 times so far" in page
    assert "%" not in page.split("<main")[1].split("</main>")[0].replace('%"', "")


def test_filters_narrow_and_what_nobody_offered_is_passed_over(as_seeker, seeker):
    role, other = make_role(), make_role()
    make_given(seeker, session=make_session(seeker, role=role), question=make_question(text="Of the session."))
    make_given(seeker, question=make_question(text="Of the role.", role=role))
    make_given(seeker, question=make_question(text="Of another.", role=other))

    def asked(query: str) -> set[str]:
        page = as_seeker.get(PAGE + query).context["page"]
        return {one.asked for one in page.tries}

    assert asked(f"?role={role.slug}") == {"Of the session.", "Of the role."}
    for query in ("", "?role=no-such", "?days=x", "?days=31", "?days=-1&tables=x"):
        assert len(asked(query)) == 3


def test_the_last_thirty_days_end_thirty_days_ago(seeker):
    make_given(seeker, given_at=NOON)
    moment = timedelta(microseconds=1)

    def left(now):
        return narrowed(seen_answers(seeker), None, 30, now=now).count()

    assert (left(NOON + timedelta(days=30) - moment), left(NOON + timedelta(days=30))) == (1, 0)


def test_answers_elsewhere_are_one_click_away(as_seeker, seeker):
    make_given(seeker, given_at=NOON - timedelta(days=3000))

    assert "No answers here" in as_seeker.get(PAGE + "?days=30").content.decode()


def test_what_the_role_asks_about_and_was_never_practised_is_offered(as_seeker, seeker):
    role = make_role()
    for slug in ("accuracy", "teamwork", "safety"):
        make_question(role=role, about=(slug, "ethics"))
    make_given(seeker, question=make_question(about=("accuracy",)))
    make_given(make_user(), question=make_question(about=("teamwork",)))

    page = as_seeker.get(f"{PAGE}?role={role.slug}").context["page"]

    assert {slug for slug, _name in page.missing} == {"teamwork", "safety"}


def test_first_and_last_try_are_compared_where_one_engine_read_both(as_seeker, seeker):
    question = make_question()
    make_heard(seeker, question=question, unrated_at=NOON, heard=but(has={**RESULT.has, "result": False}))
    again = make_heard(seeker, question=question, unrated_at=NOON, heard=but(has={**RESULT.has, "result": True}))
    told = "You now say how it ended."
    assert told in as_seeker.get(PAGE).content.decode()

    again.feedback.engine = "another"
    again.feedback.save()

    page = as_seeker.get(PAGE).content.decode()
    assert told not in page
    assert "From your first try to your last" in page


@pytest.mark.parametrize(("number", "is_cut"), [(50, False), (51, True)])
def test_a_table_that_nobody_asked_for_is_short(seeker, number, is_cut):
    page = ProgressPage(seeker, Wanted(), NOON)
    page.__dict__["tries"] = [tried(one) for one in range(number)]
    page.__dict__["names"] = {}

    assert (len(page.table), page.is_table_cut) == (50, is_cut)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_at_any_length(as_seeker, seeker, rows, django_assert_num_queries):
    for number in range(rows):
        question = make_question(about=(f"thing-{number}",), role=make_role())
        make_given(seeker, question=question)
    as_seeker.get(PAGE)

    with django_assert_num_queries(8):
        as_seeker.get(PAGE)


def test_what_is_due_is_practised_again_in_its_order(as_seeker, seeker):
    late, early = make_question(), make_question()
    QuestionCard.objects.create(owner=seeker, question=late, due_at=NOON)
    QuestionCard.objects.create(owner=seeker, question=early, due_at=NOON - timedelta(days=1))
    QuestionCard.objects.create(owner=make_user(), question=make_question(), due_at=NOON)

    answer = as_seeker.post(AGAIN)

    session = PracticeSession.objects.get(owner=seeker)
    assert session.occasion == PracticeSession.Occasion.AGAIN
    assert [one.question for one in session.answers.all()] == [early, late]
    assert answer.url == session.answers.all()[0].get_absolute_url()


def test_questions_with_one_note_are_practised_again(as_seeker, seeker):
    wanted = make_given(seeker, next_step="shorten").question
    make_given(seeker, next_step="add_result")

    as_seeker.post(AGAIN, {"note": "shorten"})

    (answer,) = PracticeSession.objects.get(owner=seeker, occasion="again").answers.all()
    assert answer.question == wanted


@pytest.mark.parametrize("sent", [{}, {"note": "shorten"}, {"note": "no such"}])
def test_where_nothing_is_due_the_page_says_so(as_seeker, sent):
    page = as_seeker.post(AGAIN, sent, follow=True).content.decode()

    assert "Nothing is due right now" in page
    assert not PracticeSession.objects.exists()
