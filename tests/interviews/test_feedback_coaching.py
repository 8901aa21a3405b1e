import json
import sys
import time
from dataclasses import replace

import pytest

from interviews.feedback import leaning, meaning, sounds
from interviews.feedback.carrying import from_plain, to_plain
from interviews.feedback.coaching import coach
from interviews.feedback.comparing import compare
from interviews.feedback.result import CODES, Question, Term
from interviews.feedback.words import words_of
from kit import vectors

CUSTOMER = Question("Tell me about a time you dealt with an upset customer.")
STORY = (
    "Last winter a man came to our counter and he was shouting because his refill was not ready. My pharmacist was on the "
    "phone, so it was my job to sort it out. I asked him to step aside with me and let him finish. I called the insurance, "
    "found the wrong birth date and corrected it while he waited. He had his pills in nine minutes, he apologized for the "
    "shouting, and since then he asks for me by name."
)
RESULT_FIRST = (
    "He left with his pills in nine minutes and thanked me. Last winter a man came to our counter and he was shouting. It was "
    "my job to sort it out. I called the insurance and corrected the birth date."
)
WE = (
    "We had a flood in the store last spring and customers were upset. We moved the boxes upstairs. We called the "
    "landlord and we put signs on the doors. We told the customers where to go and we stayed late together."
)
OTHER = (
    "Last year our team had to move the whole store to a new building. I was in charge of the electronics section. I made a "
    "plan, gave each person a shelf to pack and labeled the boxes. We finished a day early and my boss gave us a bonus."
)
CLAIMS = (
    "I am a hardworking, dedicated team player with excellent communication skills. I always go above and beyond. I am "
    "passionate about service and I give 110 percent. People know me as reliable, organized and motivated."
)
KEYWORDS = (
    "Hardworking. Dedicated. Team player. Detail-oriented. Communication skills. HIPAA, multitasking, leadership."
)


def first(question, text, **more):
    return coach(question, text, **more).advice[0].code


def test_a_whole_story_has_its_parts_a_measured_outcome_and_the_best_badge():
    found = coach(CUSTOMER, STORY)

    assert dict(found.has) == {"situation": True, "task": True, "action": True, "result": True}
    assert (found.kind, found.on_topic, found.quantified, found.badge) == ("behavioural", True, True, "interview-ready")
    assert [span.label for span in found.spans] == ["S", "T", "A", "R"]
    assert STORY[found.spans[-1].start : found.spans[-1].end].startswith("He had his pills in nine minutes")
    assert found.advice[0].code == "keep"
    assert "nine minutes" in str(found.strength.said)
    assert sum(found.shares.values()) == found.words


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("How have you handled somebody who was furious with you?", True),
        ("Have you ever had to calm a person down?", True),
        ("Why do you want to work here?", False),
        ("What is your biggest weakness?", False),
        ("Who have you shown the ropes to?", False),
    ],
)
def test_a_story_is_held_against_what_is_asked_whatever_the_words(question, fits):
    assert coach(Question(question), STORY).on_topic is fits


def test_an_answer_leans_to_what_it_is_about():
    leans = leaning.leanings(words_of(STORY))

    assert leans["angry"] > 1 > max(leans["learning"], leans["weakness"], leans["motivation"])
    assert leaning.clues_of((), words_of(STORY)) == {}
    assert leaning.clues_of(leaning.meant_by(["learning"], "behavioural"), words_of(STORY))["leans_away"] > 0


def test_a_story_may_begin_with_its_result():
    found = coach(CUSTOMER, RESULT_FIRST)

    assert found.has["result"]
    assert found.spans[0].label == "R"


def test_an_ending_that_says_nothing_is_marked_but_is_no_result():
    found = coach(CUSTOMER, STORY.partition("He had his pills")[0] + "It all worked out.")

    assert [span.label for span in found.spans][-1] == "R"
    assert (found.has["result"], found.quantified, found.advice[0].code) == (False, False, "add_result")


def test_numbers_in_the_set_up_measure_no_outcome():
    text = STORY.replace("a man", "one of 40 men").replace("in nine minutes, he", "that day and he")

    assert not coach(CUSTOMER, text).quantified


def test_only_we_asks_for_the_step_that_was_yours_with_the_count():
    found = coach(CUSTOMER, WE)

    codes = [note.code for note in found.advice]
    assert codes[0] in {"I_not_we", "add_own_action"}
    assert found.badge != "interview-ready"


@pytest.mark.parametrize("text", [CLAIMS, KEYWORDS, KEYWORDS * 6, CLAIMS * 4])
def test_praise_of_oneself_and_lists_of_keywords_stay_drafts_at_any_length(text):
    assert coach(CUSTOMER, text).badge == "draft"
    assert coach(Question("What is your greatest strength?"), text).badge == "draft"


def test_grammar_is_not_what_is_judged():
    text = STORY.replace(
        "he was shouting because his refill was not ready", "he shouting because refill not ready"
    ).replace("I called the insurance, found", "I call to insurance, I find")

    assert coach(CUSTOMER, text).badge == "interview-ready"


def test_a_story_about_something_else_is_questioned_softly_and_is_no_verdict():
    found = coach(Question("Tell me about a conflict with a coworker and how you resolved it."), OTHER)

    assert not found.on_topic
    assert found.advice[0].code == "answer_the_question"
    assert found.badge == "draft"
    assert found.resembles is not None


def test_every_note_points_inside_the_text_and_says_why():
    for question, text in ((CUSTOMER, STORY), (CUSTOMER, WE), (CUSTOMER, CLAIMS), (CUSTOMER, "🙂 " + RESULT_FIRST)):
        found = coach(question, text)
        for note in (*found.advice, found.strength):
            if note is not None:
                assert note.code in CODES or note.code.startswith("strength_")
                assert str(note.said)
                assert str(note.rule)
                assert all(0 <= place.start < place.end <= len(text) for place in note.places)


def test_star_is_asked_for_in_behavioural_questions_only():
    text = "I would stop the line first. Then I would call the pharmacist and show her the label. After that I would write it down."

    codes = {note.code for note in coach(Question("What would you do if a label was wrong?"), text).advice}

    assert not codes & {"add_result", "state_task", "quantify_result", "add_own_action", "I_not_we"}


@pytest.mark.parametrize(("seconds", "pace"), [(None, None), (0, None), (-3, None), (30, 166)])
def test_pace_is_told_where_the_time_is_known(seconds, pace):
    text = "word " * 83

    assert coach(CUSTOMER, text, duration_s=seconds).words_a_minute == pace


def test_terms_of_the_role_and_words_used_often_are_counted():
    terms = (Term("prior authorization", ("PA",)), Term("NDC"), Term("sig"))
    found = coach(
        CUSTOMER,
        STORY + " The prior authorization, the wheel, the wheel, the wheel, the wheel and the ndc.",
        terms=terms,
    )

    assert (found.terms_used, found.terms_known) == (("prior authorization", "NDC"), 3)
    assert [(each.words, each.count) for each in found.repeated] == [("wheel", 4)]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("?!… —", "empty"),
        ("🙂🙂", "empty"),
        ("Teamwork", "one-word"),
        ("x" * 20_000, "one-word"),
        ("Trabajo en una farmacia desde hace cinco años y me gusta mucho ayudar a la gente.", "not-english"),
        ("عملت في صيدلية لمدة خمس سنوات وأحب مساعدة الناس كل يوم", "not-english"),
        ("我在药房工作了五年", "not-english"),
    ],
)
def test_where_little_can_be_said_it_says_so_kindly_and_judges_no_part(text, limit):
    found = coach(CUSTOMER, text)

    assert (found.limit, found.badge, found.quality, found.spans) == (limit, "draft", 1, ())
    assert not any(found.has.values())
    assert [note.code for note in found.advice] == ["expand"]


@pytest.mark.parametrize(
    "text",
    [
        "What do you mean?",
        "<b>I</b> called <script>alert(1)</script> him & asked.",
        "\u202eI called him and he came back.\u202c",
        "I \x00 called him \ud800 twice.",
        "I, I, I, I, I. We; we; we. “ “ “ (((",
        "and so I and so I and so I " * 40,
    ],
)
def test_odd_words_are_read_all_the_same(text):
    found = coach(CUSTOMER, text)

    assert found.badge == "draft"
    assert found.advice


def test_three_thousand_words_are_read_in_good_time_and_told_to_be_long():
    text = (STORY + " ") * 38
    coach(CUSTOMER, STORY)

    start = time.process_time()
    found = coach(CUSTOMER, text)

    assert time.process_time() - start < 3
    assert found.limit == "very-long"
    assert found.advice[0].code == "shorten"


def test_feedback_is_stored_as_json_and_read_again():
    for found in (
        coach(CUSTOMER, STORY, duration_s=31),
        coach(CUSTOMER, ""),
        coach(CUSTOMER, "Mr. Alvarez had dementia, um."),
    ):
        assert from_plain(json.loads(json.dumps(to_plain(found)))) == found


def test_a_second_try_is_told_what_got_better_and_what_is_still_open():
    before = coach(CUSTOMER, STORY.partition("He had his pills")[0])
    after = coach(CUSTOMER, STORY)

    assert [str(said) for said in compare(before, after)][:2] == [
        "You now say how it ended.",
        "The outcome has a measure now.",
    ]
    assert "The ending went missing this time." in [str(said) for said in compare(after, before)]
    assert len(compare(after, after)) == 1


def test_a_second_try_with_the_same_need_is_told_that_it_is_open():
    before = coach(CUSTOMER, STORY.partition("He had his pills")[0])

    (said,) = compare(before, replace(before, words=before.words + 1))

    assert str(said) == "Still open: how it ended."


def test_without_word_vectors_answers_are_read_all_the_same(monkeypatch):
    def forget():
        vectors.model.cache_clear()
        sounds.forget()
        meaning.forget()

    monkeypatch.setitem(sys.modules, "wordllama", None)
    forget()
    without = [
        coach(CUSTOMER, STORY),
        coach(Question("Tell me about a conflict with a coworker and how you resolved it."), OTHER),
    ]
    monkeypatch.undo()
    forget()

    assert [found.on_topic for found in without] == [True, False]
    assert without[0].spans == coach(CUSTOMER, STORY).spans
