"""Which questions a session asks."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from interviews.choosing import MOST, Candidate, Wish, choose

KINDS = ("behavioural", "situational", "knowledge", "about-you", "motivation", "strength", "weakness")
SUBJECTS = ("accuracy", "safety", "teamwork", "service", "learning")
# Of each type three general ones and three of the role, on changing subjects.
BANK = [
    Candidate(10 * index + turn, kind, (SUBJECTS[(index + turn) % 5],), is_of_role=turn > 2)
    for index, kind in enumerate(KINDS)
    for turn in range(6)
]
JUNE, JULY = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)


INTRODUCTION = Candidate(500, "about-you", ("motivation",))


def kinds(chosen):
    return [one.kind for one in chosen]


def test_the_same_seed_chooses_the_same_and_another_others_whatever_the_order_of_the_rows():
    wish = Wish("role", 5)

    assert choose(BANK, wish, seed=7) == choose(BANK[::-1], wish, seed=7)
    assert choose(BANK, wish, seed=7) != choose(BANK, wish, seed=8)


def test_five_minutes_are_a_story_and_something_else_both_short():
    long = [replace(one, pk=one.pk + 100, length=111) for one in BANK]
    short = [replace(one, length=110) for one in BANK]

    chosen = choose([*long, *short], Wish("quick", 8), seed=1)

    assert len(chosen) == 2
    assert kinds(chosen)[0] == "behavioural" != kinds(chosen)[1]
    assert {one.length for one in chosen} == {110}


def test_an_interview_opens_with_you_and_with_them_then_asks_about_the_work():
    chosen = choose([*BANK, INTRODUCTION], Wish("interview", 6), seed=1)

    assert chosen[0] == INTRODUCTION
    assert kinds(chosen) == ["about-you", "motivation", "behavioural", "situational", "knowledge", "behavioural"]
    assert all(one.is_of_role for one in chosen[2:5])


@pytest.mark.parametrize("occasion", ["quick", "interview", "warm-up"])
def test_hours_pay_and_gaps_do_not_open_a_session(occasion):
    hours = [Candidate(600 + turn, "about-you", ("reliability",)) for turn in range(9)]

    opened = choose([*hours, *BANK[:6], INTRODUCTION], Wish(occasion, 2), seed=2)[:2]

    assert not {one.pk for one in opened} & {one.pk for one in hours}


def test_own_questions_come_up_in_a_session_for_a_role():
    own = Candidate(999, "knowledge", is_own=True)

    assert own in choose([*BANK, own], Wish("role", 4), seed=3)


@pytest.mark.parametrize("occasion", ["quick", "role", "competency", "interview", "warm-up", "again"])
def test_no_question_comes_twice_and_never_more_than_asked_for(occasion):
    chosen = choose(BANK, Wish(occasion, MOST, competency="safety"), seed=5)

    assert len({one.pk for one in chosen}) == len(chosen)
    assert 0 < len(chosen) <= MOST


def test_more_than_the_most_is_not_asked_and_a_small_bank_gives_what_it_has():
    assert len(choose(BANK, Wish("role", 50), seed=1)) == MOST
    assert len(choose(BANK[:3], Wish("role", 5), seed=1)) == 3
    assert choose([], Wish("role", 5), seed=1) == []


def test_what_was_never_practised_comes_first_then_what_was_longest_ago():
    new, june, july = (Candidate(pk, "behavioural", practised_at=at) for pk, at in ((1, None), (2, JUNE), (3, JULY)))

    assert choose([july, june, new], Wish("competency", 3, competency=""), seed=1) == []
    assert choose([july, june, new], Wish("again", 3), seed=1) == [new, june, july]


def test_a_session_asks_about_different_things_while_it_can():
    same = [Candidate(pk, "behavioural", ("accuracy",)) for pk in (1, 2, 3)]
    other = Candidate(4, "behavioural", ("service",))

    for seed in range(8):
        assert other in choose([*same, other], Wish("again", 2), seed=seed)


def test_a_competency_is_asked_about_wherever_it_stands():
    second = Candidate(900, "behavioural", ("service", "conflict"))

    assert choose([*BANK, second], Wish("competency", 4, competency="conflict"), seed=1) == [second]


def test_only_the_types_that_were_chosen_are_asked():
    chosen = choose(BANK, Wish("interview", 8, frozenset({"strength", "weakness"})), seed=1)

    assert set(kinds(chosen)) == {"strength", "weakness"}
    assert len(chosen) == MOST
