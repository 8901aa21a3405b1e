"""What is wrong with the calculation of a practice question is said before it is kept."""

import pytest

from certifications.models import PracticeQuestion
from certifications.questions import question_troubles


def troubles(**fields):
    question = PracticeQuestion(
        kind=PracticeQuestion.Kind.CALCULATION,
        stem="180 tablets, two a day: how many days?",
        choices=["60 days", "90 days", "180 days"],
        answer=1,
        rationale="Two a day out of 180 last 90 days.",
        formula="180 / 2",
    )
    for name, value in fields.items():
        setattr(question, name, value)
    return list(question_troubles(question))


def test_a_calculation_that_comes_out_at_its_answer_is_fine():
    assert troubles() == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"formula": ""}, "formula: write the calculation, so that its result can be checked."),
        ({"formula": "180 / 3"}, "formula: its result is not the number of the right answer."),
        ({"formula": "180 / 0"}, "formula: Nothing can be divided by zero."),
        ({"formula": "180 halved"}, "formula: “halved” cannot be read."),
        ({"choices": ["60", "90 days", "90.0 days"]}, "formula: its result is the number of more than one answer."),
    ],
)
def test_a_calculation_that_does_not_is_refused_with_a_sentence(fields, sentence):
    assert troubles(**fields) == [sentence]


def test_a_formula_beside_a_question_of_another_kind_is_checked_as_well():
    assert troubles(kind=PracticeQuestion.Kind.KNOWLEDGE, formula="180 / 3") == [
        "formula: its result is not the number of the right answer."
    ]
