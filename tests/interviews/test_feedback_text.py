import pytest

from interviews.feedback.clues import clues_of
from interviews.feedback.facts import spans_of
from interviews.feedback.kinds import kind_of
from interviews.feedback.labelling import LABELS, Labelled, best_path
from interviews.feedback.splitting import clauses_of
from interviews.feedback.words import words_of


def cut(text):
    return [text[clause.start : clause.end] for clause in clauses_of(text)]


def test_words_keep_their_places_behind_emoji_and_letters_that_grow_when_lowered():
    text = "🙂🙂 İt’s 5:40, O’Neill’s x-ray cost $3,000."

    found = [(word.low, text[word.start : word.end]) for word in words_of(text)]

    assert [place for _, place in found] == ["İt’s", "5:40", "O’Neill’s", "x-ray", "cost", "3,000"]
    assert found[2][0] == "o'neill's"


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("I called him. He came back!", ["I called him.", "He came back!"]),
        ("“I’m sorry,” I told Mrs. A. She nodded.", ["“I’m sorry,” I told Mrs. A. She nodded."]),
        ("I told Mrs. Ames so. She nodded.", ["I told Mrs. Ames so.", "She nodded."]),
        ("Had to tell her no. Looked it up.", ["Had to tell her no.", "Looked it up."]),
        ("The line was long, so I opened a second register.", ["The line was long,", "so I opened a second register."]),
        ("I got the cones and the absorbent.", ["I got the cones and the absorbent."]),
        ("When he came in, I took his coat.", ["When he came in, I took his coat."]),
        ("One line\nand another", ["One line", "and another"]),
        (
            "It was late; the lab was closed — I rang the bell.",
            ["It was late;", "the lab was closed —", "I rang the bell."],
        ),
    ],
)
def test_clauses_are_cut_at_stops_and_where_another_begins(text, clauses):
    assert cut(text) == clauses


def test_speech_without_a_full_stop_is_cut_at_its_joints():
    text = (
        "so this lady came in with her mother and she was shaking and i told her every step before i did it and um the "
        "second one was almost normal and when she left she hugged me i still have her card on my wall at home today"
    )

    assert cut(text) == [
        "so this lady came in with her mother",
        "and she was shaking",
        "and i told her every step before i did it",
        "and um the second one was almost normal",
        "and when she left",
        "she hugged me",
        "i still have her card on my wall at home today",
    ]


def test_clauses_hold_every_word_once():
    text = "Well, I ran (fast), and then… we won: nine to two! “Great,” she said; so I went home\n\nand slept."

    words = [word for clause in clauses_of(text) for word in clause.words]

    assert words == list(words_of(text))


def test_neighbours_with_one_label_are_one_span_and_what_belongs_to_none_parts_them():
    text = "It was late. We were two. I rang. That is that. I rang again."
    clauses = clauses_of(text)
    clues = clues_of(text, clauses, None)
    labelled = [Labelled(c, label, {}, clue) for c, label, clue in zip(clauses, "SSANA", clues, strict=True)]

    assert [(span.label, text[span.start : span.end]) for span in spans_of(labelled)] == [
        ("S", "It was late. We were two."),
        ("A", "I rang."),
        ("A", "I rang again."),
    ]


def test_the_path_prefers_steps_that_are_usual_where_the_clues_say_little():
    even = dict.fromkeys(LABELS, 0.2)
    usual = {one: dict.fromkeys(LABELS, 0.0) for one in LABELS}
    usual["A"]["R"] = 1.0
    flat = dict.fromkeys(LABELS, 0.0)
    model = {"start": flat, "end": flat, "steps": {"stop": usual}}

    path = best_path(model, [even | {"A": 0.6}, even | {"S": 0.21}], ["stop", "stop"])

    assert path == ["A", "R"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tell me about a time you dealt with an upset customer.", "behavioural"),
        ("Describe a situation in which you caught an error.", "behavioural"),
        ("Give me an example of when you took initiative.", "behavioural"),
        ("Have you ever been wrong?", "behavioural"),
        ("Tell me about a mistake you made.", "behavioural"),
        ("What would you do if two patients needed you at once?", "situational"),
        ("A patient faints while you’re drawing blood. What do you do?", "situational"),
        ("The line is out of the door and the phone rings. What now?", "situational"),
        ("How do you make sure you fill prescriptions accurately?", "knowledge"),
        ("What is the order of draw and why does it matter?", "knowledge"),
        ("Tell me about yourself.", "about-you"),
        ("Walk me through your resume.", "about-you"),
        ("Why do you want to work here?", "motivation"),
        ("Where do you see yourself in five years?", "motivation"),
        ("What is your greatest strength?", "strength"),
        ("What’s your biggest weakness?", "weakness"),
        ("Bananas.", None),
        ("", None),
    ],
)
def test_the_kind_of_a_question_is_told_by_its_words(question, kind):
    assert kind_of(question) == kind
