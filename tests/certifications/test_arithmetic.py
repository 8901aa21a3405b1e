"""The calculation of a practice question is worked out exactly, and nothing but arithmetic is."""

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certifications.study.arithmetic import LONGEST, FormulaError, agrees, result_of


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("180 / 2", 90),
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("8 - 4 - 2", 2),
        ("8 / 4 / 2", 1),
        ("-3 + 5", 2),
        ("2 * -3", -6),
        (".5 * 4", 2),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("10 / 4", Fraction(5, 2)),
        ("  7  ", 7),
    ],
)
def test_arithmetic_follows_the_usual_order_and_is_exact(formula, result):
    assert result_of(formula) == result


@pytest.mark.parametrize(
    "formula",
    [
        "",
        " ",
        "1 +",
        "* 2",
        "(1",
        "1)",
        "()",
        "1 2",
        "2 ** 3",
        "1 / 0",
        "1 / (2 - 2)",
        "abs(1)",
        "1e3",
        "1,000",
        "٣ + 1",
    ],
)
def test_anything_else_is_refused_with_a_reason(formula):
    with pytest.raises(FormulaError) as refused:
        result_of(formula)

    assert refused.value.said.read().endswith(".")


def test_a_formula_may_be_as_long_as_its_field_and_no_longer():
    longest = "1" + " + 1" * ((LONGEST - 1) // 4)

    assert result_of(longest.ljust(LONGEST)) == (LONGEST - 1) // 4 + 1
    with pytest.raises(FormulaError):
        result_of(longest.ljust(LONGEST + 1))


@given(st.text(alphabet="0123456789.+-*/() ", max_size=LONGEST))
def test_no_text_does_more_than_give_a_number_or_a_refusal(formula):
    with suppress(FormulaError):
        assert isinstance(result_of(formula), Fraction)


@pytest.mark.parametrize(
    ("formula", "answer"),
    [
        ("36 / 100", "0.36 mL"),
        ("100 * 75", "7,500 mg"),
        ("0 - 4", "−4 °C"),
        ("2 / 3", "0.67 mL"),
        ("1 / 8", "0.13"),
        ("17 + 20", "37; it agrees"),
    ],
)
def test_an_answer_agrees_when_its_first_number_is_the_result_to_the_places_shown(formula, answer):
    assert agrees(formula, answer)


@pytest.mark.parametrize(
    ("formula", "answer"), [("36 / 100", "0.37 mL"), ("36 / 100", "36"), ("2 / 3", "0.66"), ("1", "one"), ("1", "")]
)
def test_an_answer_with_another_number_or_none_does_not_agree(formula, answer):
    assert not agrees(formula, answer)
