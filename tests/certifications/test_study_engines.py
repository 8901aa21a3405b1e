"""Which questions come, how a round is counted, and what questions tell: all from values."""

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certifications.study.scoring import GRACE, Marked, PartResult, is_late, result_of
from certifications.study.selection import Candidate, apportion, drawn, drawn_paper, minutes_for, paper
from certifications.study.statistics import FEWEST_ANSWERS, FirstAnswer, ItemStatistics, item_statistics

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PTCE = {
    "medications": Decimal(35),
    "federal-requirements": Decimal("18.75"),
    "patient-safety": Decimal("23.75"),
    "order-entry": Decimal("22.5"),
}


def test_questions_are_shared_out_by_largest_remainder():
    # 31.5, 16.875, 21.375 and 20.25: 88 whole ones, then the remainders .875 and .5
    assert apportion(PTCE, 90) == {
        "medications": 32,
        "federal-requirements": 17,
        "patient-safety": 21,
        "order-entry": 20,
    }


def test_of_equal_remainders_the_part_named_first_goes_first():
    assert apportion({"a": Decimal(50), "b": Decimal(50)}, 3) == {"a": 2, "b": 1}


@pytest.mark.parametrize(("weights", "total"), [({}, 10), ({"a": Decimal(0)}, 10), ({"a": Decimal(5)}, 0)])
def test_nothing_to_share_out_is_nothing(weights, total):
    assert sum(apportion(weights, total).values()) == 0


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 10_000), min_size=1),
    st.integers(1, 200),
)
def test_shares_add_up_and_are_never_a_whole_question_off(hundredths, total):
    weights = {part: Decimal(share) / 100 for part, share in hundredths.items()}

    numbers = apportion(weights, total)

    assert sum(numbers.values()) == total
    whole = sum(weights.values())
    assert all(abs(numbers[part] - weights[part] * total / whole) < 1 for part in weights)


def test_a_bank_that_is_large_enough_gives_the_whole_exam():
    made = paper(PTCE, 90, {"medications": 32, "federal-requirements": 17, "patient-safety": 21, "order-entry": 20})

    assert (made.total, made.is_shorter, made.left_out) == (90, False, ())


def test_a_bank_with_one_question_too_few_gives_a_shorter_exam_with_the_same_shares():
    made = paper(PTCE, 90, {"medications": 31, "federal-requirements": 17, "patient-safety": 21, "order-entry": 20})

    assert (made.total, made.is_shorter) == (89, True)
    assert made.numbers == apportion(PTCE, 89)


def test_a_part_without_questions_is_left_out_and_said():
    made = paper({"a": Decimal(50), "b": Decimal(30), "c": Decimal(20)}, 10, {"a": 10, "b": 10})

    assert made.left_out == ("c",)
    assert made.numbers == {"a": 6, "b": 4}


def test_no_questions_at_all_is_an_empty_paper():
    assert paper(PTCE, 90, {}).total == 0


@pytest.mark.parametrize(("questions", "minutes"), [(90, 110), (88, 108), (9, 11), (1, 2)])
def test_the_time_is_cut_as_the_questions_are_and_a_started_minute_is_given(questions, minutes):
    assert minutes_for(questions, 90, 110) == minutes


def test_new_questions_come_first_then_missed_ones_then_the_rest():
    known = Candidate(1, "a", times=1, last_correct=True)
    missed = Candidate(2, "a", times=4, last_correct=False)
    new = Candidate(3, "a")

    assert drawn([known, missed, new], 2, random.Random(1)) == [new, missed]


def test_a_mock_exam_draws_each_part_its_number():
    bank = [Candidate(number, "ab"[number % 2]) for number in range(20)]

    chosen = drawn_paper(bank, {"a": 3, "b": 2}, random.Random(1))

    assert sorted(row.domain for row in chosen) == ["a", "a", "a", "b", "b"]
    assert len({row.pk for row in chosen}) == 5


def test_a_round_is_counted_part_by_part():
    marked = [Marked("b", True), Marked("a", False), Marked("a", None), Marked("a", True, is_late=True)]

    result = result_of(marked, order=["a", "b", "c"])

    assert result.parts == [PartResult("a", right=0, total=3, open=1, late=1), PartResult("b", right=1, total=1)]
    assert result.whole == PartResult("", right=1, total=4, open=1, late=1)
    assert result.whole.percent == 25


def test_what_to_study_next_is_where_most_of_the_exam_is_still_to_be_won():
    marked = [Marked("small", False), Marked("large", False), Marked("large", True), Marked("done", True)]

    found = result_of(marked).study_next({"small": Decimal(10), "large": Decimal(60), "done": Decimal(30)})

    assert [part.domain for part in found] == ["large", "small"]


def test_an_answer_on_its_way_when_the_time_ends_still_counts():
    end = NOON + timedelta(minutes=10)

    assert not is_late(end + GRACE, NOON, 10)
    assert is_late(end + GRACE + timedelta(microseconds=1), NOON, 10)
    assert not is_late(end + timedelta(days=1), NOON, None)


def answers(people: int, *, right_up_to: int) -> list[FirstAnswer]:
    """Question 0 was right for the first people; their other five answers agree with it."""
    rows = [FirstAnswer(0, person, person < right_up_to) for person in range(people)]
    return rows + [FirstAnswer(10 + n, person, person < right_up_to) for person in range(people) for n in range(5)]


def test_statistics_are_withheld_under_twenty_first_answers():
    assert item_statistics(answers(FEWEST_ANSWERS - 1, right_up_to=9))[0] == ItemStatistics(FEWEST_ANSWERS - 1)
    assert item_statistics(answers(FEWEST_ANSWERS, right_up_to=5))[0].facility == 0.25


def test_a_question_that_only_strong_people_get_right_tells_them_apart():
    assert item_statistics(answers(20, right_up_to=10))[0].discrimination == pytest.approx(1)


def test_a_question_that_everyone_gets_right_tells_nobody_apart():
    assert item_statistics(answers(20, right_up_to=20))[0] == ItemStatistics(20, 1.0, None)


def test_discrimination_needs_enough_other_answers():
    rows = [FirstAnswer(0, person, person < 10) for person in range(20)]

    assert item_statistics(rows)[0] == ItemStatistics(20, 0.5, None)
