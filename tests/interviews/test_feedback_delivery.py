import pytest

from interviews.feedback.delivery import fillers, hedges, scene_of
from interviews.feedback.measures import is_measure
from interviews.feedback.warnings import blames, warnings_of
from interviews.feedback.words import words_of


def marked(text, what):
    return [text[place.start : place.end].lower().replace("’", "'") for place in what(scene_of(text, words_of(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("um I was, uh, on the er register", ["um", "uh"]),
        ("They took him to the ER at once.", []),
        ("um it was like forty tacos", ["um", "like"]),
        ("It was, like, a Friday.", ["like"]),
        ("um I like tea and I would like to help and it looks like rain", ["um"]),
        ("um somebody like you", ["um"]),
        ("You know the system.", []),
        ("Do you know, he asked.", []),
        ("It was, you know, different.", ["you know"]),
        ("I mean what I say.", []),
        ("I mean, we were all tired.", ["i mean"]),
        ("It was actually the wrong one.", []),
        ("So, yeah.", ["so, yeah"]),
    ],
)
def test_fillers_are_marked_only_where_they_carry_no_meaning(text, found):
    assert marked(text, fillers) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I think it was nine.", ["i think"]),
        ("I think about safety first.", []),
        ("What I think is not the point.", []),
        ("I guess it went well.", ["i guess"]),
        ("It was kind of slow.", ["kind of"]),
        ("I know that kind of label.", []),
        ("We sort of gave up.", ["sort of"]),
        ("Some sort of error came up.", []),
        ("He said, “maybe tomorrow”.", []),
        ("It took maybe nine minutes.", ["maybe"]),
        ("I’d say sorry to her.", []),
        ("I’d say I’m careful.", ["i'd say"]),
        ("I don’t know the answer.", []),
        ("I feel like people wait too long.", ["i feel like"]),
        ("I feel like a part of it.", []),
    ],
)
def test_hedges_are_marked_only_where_they_weaken(text, found):
    assert marked(text, hedges) == found


@pytest.mark.parametrize(
    ("outcome", "measured"),
    [
        ("Denials went from twelve a week to three.", True),
        ("He was out in twenty-two minutes.", True),
        ("The shelf was half as full.", True),
        ("It fell to zero.", True),
        ("Every single one came back.", True),
        ("There was not one complaint.", True),
        ("First stick, and she smiled.", True),
        ("He thanked me.", False),
        ("One day he came back.", False),
        ("It was settled by nine.", False),
        ("A man in lane four shook my hand.", False),
        ("It was the best day of 2024.", False),
    ],
)
def test_an_outcome_is_measured_by_numbers_that_measure(outcome, measured):
    assert is_measure(words_of(outcome)) is measured


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mr. Alvarez had dementia and would not eat.", ["privacy"]),
        ("A patient named Maria Lopez came in.", ["privacy"]),
        ("Her date of birth was 03/04/1950.", ["privacy"]),
        ("Our pharmacist, Dr. Hale, asked me to stay.", []),
        ("My manager had no idea what she was doing.", ["blame"]),
        ("The pay was a joke.", ["blame"]),
        ("I told them that it was my fault.", []),
        ("A man of sixty was shaking.", []),
    ],
)
def test_blame_and_what_tells_who_a_patient_is_are_warned_of(text, codes):
    assert [note.code for note in warnings_of(text)] == codes


def test_a_warning_points_at_the_words():
    text = "🙂 Mr. Alvarez had dementia."

    (note,) = warnings_of(text)

    assert [text[place.start : place.end] for place in note.places] == ["Mr. Alvarez"]
    assert "“Mr. Alvarez”" in str(note.said)


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Saturdays are crazy there.", False),
        ("The line was insane and the scanner was useless.", False),
        ("My old manager was useless.", True),
        ("The customers there were crazy.", True),
        ("He was lazy.", True),
    ],
)
def test_people_are_run_down_and_busy_days_are_not(text, blamed):
    assert bool(blames(text)) is blamed
