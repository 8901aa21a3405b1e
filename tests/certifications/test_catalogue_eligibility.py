"""The check of who may apply: plain values in, what is missing out."""

from certifications.catalogue.eligibility import Condition, Way, check, questions

PROGRAM, WORK, DIPLOMA = (Condition(key, key.title()) for key in ("program", "work", "diploma"))
SCHOOL = Way("school", "By a program", (DIPLOMA, PROGRAM))
JOB = Way("job", "By work", (WORK,))


def told(have):
    return [(answer.way.slug, [row.key for row in answer.missing]) for answer in check([SCHOOL, JOB], have)]


def test_a_way_is_open_when_nothing_is_missing():
    first, second = check([SCHOOL, JOB], {"work"})

    assert (first.way, first.is_open, second.is_open) == (JOB, True, False)


def test_who_has_nothing_is_told_the_shortest_way_first():
    assert told(set()) == [("job", ["work"]), ("school", ["diploma", "program"])]


def test_the_way_that_misses_least_comes_first_and_equals_keep_their_order():
    assert told({"diploma"}) == [("school", ["program"]), ("job", ["work"])]


def test_what_no_way_asks_for_changes_nothing():
    assert told({"a car"}) == told(set())


def test_each_thing_is_asked_once():
    other = Way("other", "By an apprenticeship", (DIPLOMA, WORK))

    assert [row.key for row in questions([SCHOOL, other])] == ["program", "work", "diploma"]


def test_a_single_way_is_asked_in_its_own_order():
    assert questions([SCHOOL]) == [DIPLOMA, PROGRAM]


def test_no_ways_ask_nothing():
    assert questions([]) == []
    assert check([], {"work"}) == []
