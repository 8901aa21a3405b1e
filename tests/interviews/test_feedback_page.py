"""The feedback page: rated first, then shown; notes that can be called untrue; the next try."""

import re

import pytest
from django.urls import reverse

from interviews.feedback import ENGINE
from interviews.feedback.result import Place, Repeated, Span
from interviews.models import Answer, Disagreement, Rating
from interviews.page.annotated import Mark, annotated
from tests.factories import make_user
from tests.interviews.factories import NOON, make_answer, make_question, make_session, make_story
from tests.interviews.heard import RESULT, TEXT, but, make_heard, note, place, rated, steps

pytestmark = pytest.mark.django_db


def words(response) -> str:
    """The page without its elements, spaces folded."""
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


def page(client, answer, query="", status=200):
    response = client.get(answer.get_absolute_url() + query)
    assert response.status_code == status
    return response


# ---- rated before it is read


def test_feedback_is_shown_after_its_speaker_rated_the_answer(as_seeker, seeker):
    answer = make_heard(seeker, unrated_at=None)
    rate = reverse("practice:rate", args=[answer.pk])

    before = as_seeker.get(answer.get_absolute_url())
    form = as_seeker.get(rate)
    after = as_seeker.post(rate, steps(4), follow=True)

    assert before["Location"] == rate
    assert TEXT in form.content.decode()
    assert "Say how it ended." not in form.content.decode()
    assert "Say how it ended." in after.content.decode()
    kept = answer.ratings.get()
    assert (kept.rater, kept.author, kept.outcome) == (Rating.Rater.SELF, seeker, 4)


def test_a_rating_may_be_left_out_and_is_not_asked_for_again(as_seeker, seeker):
    answer = make_heard(seeker, unrated_at=None)
    rate = reverse("practice:rate", args=[answer.pk])

    shown = as_seeker.post(rate, {"skip": "on"}, follow=True)

    assert "Say how it ended." in shown.content.decode()
    assert as_seeker.get(rate)["Location"] == answer.get_absolute_url()
    assert as_seeker.post(rate, steps(5)).status_code == 302
    assert not answer.ratings.exists()


def test_half_a_rating_gets_a_sentence_and_keeps_what_was_chosen(as_seeker, seeker):
    answer = make_heard(seeker, unrated_at=None)

    sent = as_seeker.post(reverse("practice:rate", args=[answer.pk]), steps(2) | {"outcome": "7"})

    assert "Choose one of the five steps for “Outcome and learning”." in sent.content.decode()
    assert sent.content.decode().count(" checked>") == 4
    assert not answer.ratings.exists()


# ---- what it shows


def test_the_page_says_one_strength_one_next_step_and_no_per_cent(as_seeker, seeker):
    text = words(page(as_seeker, make_heard(seeker)))

    assert "Keep this 1 " not in text  # the number says what it leads to
    assert text.index("You say what you did yourself.") < text.index("Say how it ended.")
    assert "One thing to do next" in text
    assert "2 more things to change, later" in text
    assert "Getting there (here)" in text
    assert "What this can’t see" in text
    assert "%" not in text


def test_the_parts_are_marked_with_letters_and_with_words_for_who_listens(as_seeker, seeker):
    response = page(as_seeker, make_heard(seeker))

    assert response.content.decode().count('class="star star--a"') == 1
    assert "Situation: It was a Monday" in words(response)
    assert "Result. 4 words: too little to retell." in words(response)
    assert "Situation: 10, Task: 4, Action: 15, Result: 4" in words(response)


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("", ["told the pharmacist", "It all worked out."]),
        ("?marks=notes", ["told the pharmacist", "We um checked", "It all worked out."]),
        ("?marks=words", ["um (filler)"]),
        ("?marks=nonsense", ["told the pharmacist", "It all worked out."]),
    ],
)
def test_marks_are_shown_on_demand(as_seeker, seeker, query, marks):
    found = re.findall(r"<mark[^>]*>(.*?)</mark>", page(as_seeker, make_heard(seeker), query).content.decode())

    assert [re.sub(r"<[^>]*>", "", mark) for mark in found] == marks


def test_numbers_lead_from_the_text_to_the_notes_and_back(as_seeker, seeker):
    html = page(as_seeker, make_heard(seeker), "?marks=notes").content.decode()

    for number in (1, 2, 3):
        assert html.count(f'id="m{number}"') == html.count(f'id="n{number}"') == 1
        assert f'href="#n{number}"' in html


def test_warnings_stand_first_and_say_who_sees_them(as_seeker, seeker):
    warning = note("privacy", "You name a patient.", "It was a Monday")
    text = words(page(as_seeker, make_heard(seeker, heard=but(warnings=(warning,)))))

    assert text.index("Only you see this part.") < text.index("You name a patient.") < text.index("Keep this")


def test_more_tells_length_pace_fillers_terms_and_repeated_words(as_seeker, seeker):
    heard = but(words=180, words_a_minute=200, repeated=(Repeated("the label", 5),))
    text = words(page(as_seeker, make_heard(seeker, heard=heard, is_spoken=True, duration_s=54)))

    assert "In the usual range: one to two minutes aloud." in text
    assert "Faster than most people follow with ease." in text
    assert "About 1 a minute. Nobody minds that many." in text
    assert "You used 1 of 12 words that people in this job know." in text
    assert "the label × 5" in text


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (59, "Short:"),
        (60, "On the short side:"),
        (119, "On the short side:"),
        (120, "In the usual range:"),
        (300, "In the usual range:"),
        (301, "Long:"),
    ],
)
def test_length_has_a_dead_band(as_seeker, seeker, count, said):
    assert said in words(page(as_seeker, make_heard(seeker, heard=but(words=count))))


def test_skeleton_follow_ups_and_the_next_question(as_seeker, seeker):
    session = make_session(seeker)
    question = make_question(follow_ups=["What did the pharmacist say?"])
    answer = make_heard(session=session, question=question)
    after = make_answer(session=session, position=2)

    response = page(as_seeker, answer)

    assert "Where were you, when, and who was there?" in words(response)
    assert "What did the pharmacist say?" in words(response)
    assert after.get_absolute_url() in response.content.decode()
    assert "question 1 of 2" in words(response)


def test_a_question_that_was_deleted_leaves_its_feedback(as_seeker, seeker):
    answer = make_heard(seeker, question=None, heard=but(kind=None))

    assert "Why us?" in words(page(as_seeker, answer))


@pytest.mark.parametrize("limit", ["empty", "one-word", "not-english"])
def test_where_nothing_could_be_read_there_are_no_parts_and_no_badge(as_seeker, seeker, limit):
    nothing = but(
        spans=(), strength=None, fillers=(), limit=limit, advice=(note("expand", "Say it in a few sentences."),)
    )
    text = words(page(as_seeker, make_heard(seeker, text="Ja", heard=nothing)))

    assert "Say it in a few sentences." in text
    assert "Getting there" not in text
    assert "Situation." not in text


def test_three_thousand_words_are_shown_and_called_very_long(as_seeker, seeker):
    text = "I counted again. " * 1000
    heard = but(
        limit="very-long",
        words=3000,
        spans=tuple(Span("A", at * 17, at * 17 + 16) for at in range(1000)),
        fillers=tuple(Place(at * 17, at * 17 + 1) for at in range(1000)),
        strength=None,
        advice=(note("shorten", "Tell one event."),),
    )

    response = page(as_seeker, make_heard(seeker, text=text, heard=heard), "?marks=words")

    assert "far longer than an answer" in words(response)
    assert response.content.decode().count("<mark") == 1000


def test_what_is_written_is_shown_as_it_is_and_never_as_markup(as_seeker, seeker):
    response = page(
        as_seeker, make_heard(seeker, text="<b>5 < 6</b> & 👍", heard=but(spans=(), strength=None, fillers=()))
    )

    assert "&lt;b&gt;5 &lt; 6&lt;/b&gt; &amp; 👍" in response.content.decode()


def test_where_nothing_is_missing_it_is_to_be_said_aloud(as_seeker, seeker):
    done = but(advice=(note("keep", "Keep it as it is."),), badge="interview-ready")
    text = words(page(as_seeker, make_heard(seeker, heard=done)))

    assert text.index("Say it aloud now") < text.index("Keep it as it is.")
    assert "One thing to do next" not in text


# ---- cutting


@pytest.mark.parametrize(
    ("spans", "marks", "told"),
    [
        ([], [], [("", "abc def")]),
        ([Span("S", 0, 3), Span("S", 4, 7)], [], [("S", "abc def")]),
        ([Span("S", 0, 3), Span("A", 4, 7)], [], [("S", "abc"), ("", " "), ("A", "def")]),
        ([Span("S", 0, 7)], [Mark(2, 5, "next", 1)], [("S", "ab|c d|ef")]),
        ([Span("S", 0, 3)], [Mark(2, 99, "next", 1)], [("S", "ab|c"), ("", " def")]),
        ([], [Mark(0, 4, "next", 1), Mark(2, 7, "keep", 2)], [("", "ab|c |def")]),
    ],
)
def test_an_answer_is_cut_where_parts_and_marks_begin_and_end(spans, marks, told):
    found = annotated("abc def", spans, marks)

    assert "".join(piece.text for stretch in found for piece in stretch.pieces) == "abc def"
    shown = [(stretch.label, "|".join(piece.text for piece in stretch.pieces)) for stretch in found]
    assert shown == told


def test_every_number_stands_once_where_places_overlap():
    found = annotated("abc def", [], [Mark(0, 7, "next", 1), Mark(2, 5, "keep", 2)])
    pieces = [piece for stretch in found for piece in stretch.pieces]

    assert [(piece.text, piece.kind, piece.begins, piece.ends) for piece in pieces] == [
        ("ab", "next", (1,), ()),
        ("c d", "next", (2,), (2,)),
        ("ef", "next", (), (1,)),
    ]


# ---- not true


def test_an_untrue_note_is_set_aside_and_the_next_one_counts(as_seeker, seeker):
    answer = make_heard(seeker)
    send = {"code": "add_result", "start": place("It all worked out.").start}
    address = reverse("practice:not_true", args=[answer.pk])

    for _twice in range(2):
        as_seeker.post(address, send)

    kept = Disagreement.objects.get()
    text = words(page(as_seeker, answer))
    assert (kept.code, kept.quote, kept.engine) == ("add_result", "It all worked out.", "1")
    assert text.index("One thing to do next") < text.index("Which step was yours?")
    assert text.index("1 note you set aside") < text.index("Say how it ended.")

    as_seeker.post(address, send | {"undo": "on"})

    assert not Disagreement.objects.exists()
    assert "set aside as not true" not in words(page(as_seeker, answer))


def test_a_note_about_the_whole_can_be_untrue_as_well(as_seeker, seeker):
    answer = make_heard(seeker)

    as_seeker.post(reverse("practice:not_true", args=[answer.pk]), {"code": "end_cleanly", "start": -1})

    assert Disagreement.objects.get().quote == ""


@pytest.mark.parametrize("send", [{}, {"code": "add_result"}, {"code": "nonsense", "start": -1}, {"code": "x" * 41}])
def test_what_is_no_note_sets_nothing_aside(as_seeker, seeker, send):
    answer = make_heard(seeker)

    response = as_seeker.post(reverse("practice:not_true", args=[answer.pk]), send)

    assert response.status_code == 302
    assert not Disagreement.objects.exists()


def test_with_every_note_set_aside_a_person_comes_next(as_seeker, seeker):
    answer = make_heard(seeker, heard=but(advice=RESULT.advice[:1]))
    send = {"code": "add_result", "start": place("It all worked out.").start}

    as_seeker.post(reverse("practice:not_true", args=[answer.pk]), send)

    assert "Nothing left to change" in words(page(as_seeker, answer))


def test_who_says_that_it_answers_the_question_is_believed_beside_their_rating(as_seeker, seeker):
    off = but(on_topic=False, advice=(note("answer_the_question", "Another question."), *RESULT.advice))
    answer = make_heard(seeker, heard=off)
    rated(answer)
    assert "Reads like an answer to another question" in words(page(as_seeker, answer))

    as_seeker.post(reverse("practice:not_true", args=[answer.pk]), {"code": "answer_the_question", "start": -1})

    assert "you say that it does" in words(page(as_seeker, answer))


def test_an_answer_that_tells_a_story_of_the_bank_leads_to_it(as_seeker, seeker):
    answer = make_heard(seeker, story=make_story(seeker, title="Look-alikes"))

    assert "Your story: Look-alikes" in words(page(as_seeker, answer))


# ---- read again


def test_what_an_older_engine_said_can_be_read_anew(as_seeker, seeker):
    answer = make_heard(seeker, heard=but(engine="0"))
    address = reverse("practice:reread", args=[answer.pk])
    offered = words(page(as_seeker, answer))

    said = as_seeker.post(address, follow=True)

    answer.feedback.refresh_from_db()
    assert "Read it again" in offered
    assert "Read it again" not in words(said)
    assert (answer.feedback.engine, answer.feedback.result["engine"]) == (ENGINE, ENGINE)
    assert as_seeker.get(address).status_code == 405


# ---- the next try


def test_the_next_try_is_handed_in_from_the_page(as_seeker, seeker):
    answer = make_heard(seeker)
    better = f"{TEXT} Since then I read every label twice, and we had no error in 6 months."

    sent = as_seeker.post(reverse("practice:retry", args=[answer.pk]), {"text": better, "give": "on"})

    made = Answer.objects.get(attempt=2)
    assert sent["Location"] == made.get_absolute_url()
    assert (made.text, made.is_given, made.position, made.question) == (better, True, answer.position, answer.question)
    made.leave_unrated(at=NOON)
    text = words(page(as_seeker, made))
    assert "Since your last try" in text
    assert "try 1: 3 parts of four; try 2:" in text
    assert "Try 1" in text

    again = as_seeker.post(reverse("practice:retry", args=[answer.pk]), {"text": better, "give": "on"})

    assert again["Location"] == made.get_absolute_url()
    assert Answer.objects.count() == 2


def test_the_next_try_can_be_opened_to_be_written_or_said(as_seeker, seeker):
    answer = make_heard(seeker)

    sent = as_seeker.post(reverse("practice:retry", args=[answer.pk]), {"text": TEXT})

    draft = Answer.objects.get(attempt=2)
    assert sent["Location"] == reverse("practice:answer", args=[draft.pk])
    assert (draft.text, draft.is_given) == (TEXT, False)
    assert "You began another try" in words(page(as_seeker, answer))

    more = as_seeker.post(reverse("practice:retry", args=[answer.pk]), {"text": "Typed on another page", "give": "on"})

    draft.refresh_from_db()
    assert more.status_code == 422
    assert "Typed on another page" in more.content.decode()
    assert (draft.text, Answer.objects.count()) == (TEXT, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT, "Nothing is changed yet."),
        (f"  {TEXT}\n", "Nothing is changed yet."),
        ("  ", "There are no words here yet."),
    ],
)
def test_a_try_without_a_change_or_without_words_is_refused_and_kept_in_view(as_seeker, seeker, text, said):
    answer = make_heard(seeker)

    sent = as_seeker.post(reverse("practice:retry", args=[answer.pk]), {"text": text, "give": "on"})

    assert sent.status_code == 422
    assert said in words(sent)
    assert Answer.objects.count() == 1


def test_an_answer_that_is_too_long_is_refused_and_kept_in_view(as_seeker, seeker):
    sent = as_seeker.post(
        reverse("practice:retry", args=[make_heard(seeker).pk]), {"text": "word " * 4001, "give": "on"}
    )

    assert "20,000 letters at most" in words(sent)
    assert sent.content.decode().count("word ") > 4000


# ---- doors


def test_the_feedback_of_others_does_not_exist(as_seeker):
    answer = make_heard(make_user())
    names = ["feedback", "rate", "not_true", "retry", "reread", "request_add", "link_add"]

    found = {
        name: {as_seeker.get(address).status_code, as_seeker.post(address).status_code}
        for name in names
        if (address := reverse(f"practice:{name}", args=[answer.pk]))
    }

    assert found["feedback"] == {404, 405}
    assert found["not_true"] == found["retry"] == found["reread"] == {404, 405}
    assert found["rate"] == found["request_add"] == found["link_add"] == {404}


def test_a_draft_has_no_feedback(as_seeker, seeker):
    draft = make_answer(seeker, text=TEXT)

    assert as_seeker.get(reverse("practice:feedback", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_costs_the_same_with_many_tries_notes_and_people(
    as_seeker, seeker, many, django_assert_max_num_queries
):
    session, question = make_session(seeker), make_question()
    for number in range(1, many + 1):
        answer = make_heard(session=session, question=question, attempt=number)
        make_answer(session=session, position=number + 1)
    for number in range(many):
        rated(answer, rater="partner", author_name=f"Pat {number}")
        answer.comments.create(author_name="Max", body="Good", start=number, end=number + 2)
        Disagreement.objects.create(answer=answer, code=f"code-{number}", engine="1")

    with django_assert_max_num_queries(14):
        page(as_seeker, answer)
