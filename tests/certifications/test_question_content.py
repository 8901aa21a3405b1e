"""The practice questions that we ship: sound as a set, whatever each of them says."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from certifications.study.arithmetic import agrees, result_of
from kit.plain_yaml import load_yaml

CONTENT = Path(__file__).parents[2] / "certifications" / "content"
SOURCES = (CONTENT.parents[1] / "guides" / "content" / "sources.yaml", CONTENT / "questions" / "sources.yaml")
DOMAINS = {
    "ptcb-cpht": {"medications", "federal-requirements", "patient-safety", "order-entry"},
    "nha-cpht": {"overview-and-laws", "drugs-and-therapy", "dispensing-process", "medication-safety"},
    "state-nurse-aide": {"physical-care", "psychosocial-care", "role-of-nurse-aide"},
    "nha-cpt": {
        "safety-and-compliance",
        "patient-preparation",
        "routine-blood-collections",
        "special-collections-and-processing",
    },
}
CITED = re.compile(r"\b\d+ CFR \d+\.\d+|\bFDA\b|\bDEA\b|\bUSP <\d+>|\b\d+ USC \d+")
LAZY = re.compile(r"\b(all|none|both|any) of (the above|these)\b", re.IGNORECASE)


def questions():
    files = sorted((CONTENT / "questions").glob("*.yaml"))
    return [row for file in files if file.name != "sources.yaml" for row in load_yaml(file.read_text())]


QUESTIONS = questions()
KNOWN = {row["key"] for file in SOURCES for row in load_yaml(file.read_text())}


def of(*credentials):
    return [q for q in QUESTIONS if any(place["credential"] in credentials for place in q["places"])]


def each(rows=QUESTIONS):
    return pytest.mark.parametrize("question", rows, ids=[q["slug"] for q in rows])


def test_there_are_enough_questions_for_each_exam():
    assert len(of("ptcb-cpht")) >= 80
    assert len(of("nha-cpht")) >= 80
    assert len(of("state-nurse-aide", "nha-cpt")) >= 30


def test_no_slug_stands_twice():
    assert len({q["slug"] for q in QUESTIONS}) == len(QUESTIONS)


@each()
def test_a_question_has_four_different_answers_and_says_of_the_wrong_ones_why(question):
    choices, answer = question["choices"], question["answer"]

    assert len({choice.casefold().strip() for choice in choices}) == 4
    assert answer in range(4)
    assert [index for index, why in enumerate(question["why_not"]) if not why] == [answer]
    assert not any(LAZY.search(choice) for choice in choices)


@each()
def test_a_question_teaches_in_a_few_sentences_and_names_a_known_source(question):
    assert 15 <= len(question["rationale"].split()) <= 90
    assert question["source"] in KNOWN
    assert question["source_words"]


@each()
def test_a_question_belongs_to_exams_and_parts_that_exist(question):
    places = [(place["credential"], place["domain"]) for place in question["places"]]

    assert places
    assert len({credential for credential, _ in places}) == len(places)
    assert all(domain in DOMAINS[credential] for credential, domain in places)


def test_an_outline_names_the_same_parts():
    outlines = load_yaml((CONTENT / "outlines.yaml").read_text())

    for credential, domains in DOMAINS.items():
        named = {part["slug"] for o in outlines if o["credential"] == credential for part in o["domains"]}
        assert named == domains or not named


@each()
def test_nothing_is_said_to_be_reviewed_before_it_was(question):
    assert "reviewed_by" not in question
    assert "reviewed_on" not in question


@each([q for q in QUESTIONS if q["kind"] in {"law", "safety"}])
def test_a_question_on_law_or_safety_cites_the_rule(question):
    assert CITED.search(question["source_words"])


@each([q for q in QUESTIONS if q["kind"] == "calculation"])
def test_a_calculation_comes_out_at_its_answer_and_at_no_other(question):
    agreeing = [index for index, choice in enumerate(question["choices"]) if agrees(question["formula"], choice)]

    assert agreeing == [question["answer"]]


@each([q for q in QUESTIONS if q["kind"] == "calculation"])
def test_a_calculation_uses_only_numbers_that_a_reader_has(question):
    used = set(re.findall(r"[\d.]+", question["formula"]))
    given = set(re.findall(r"\d+(?:\.\d+)?", question["stem"].replace(",", "")))
    words = {"One": "1", "each": "1", "twice": "2", "eye": "2", "two": "2", "four": "4", "nine": "9", "one": "1"}
    given |= {number for word, number in words.items() if word in question["stem"]}
    # Units that everyone who sits the exam knows: 100 units to the mL of U-100, per cent, hours, milli and micro.
    given |= {"1", "24", "60", "100", "1000"} | set(re.findall(r"\d", question["stem"]))

    assert used <= given


def test_the_right_answer_stands_in_each_place_about_equally_often():
    places = Counter(q["answer"] for q in QUESTIONS)

    even = len(QUESTIONS) / 4
    assert all(0.8 * even <= places[place] <= 1.2 * even for place in range(4))


def test_the_right_answer_cannot_be_guessed_by_its_length():
    def alone_at(end, question):
        lengths = [len(choice) for choice in question["choices"]]
        return lengths[question["answer"]] == end(lengths) and lengths.count(end(lengths)) == 1

    for end in (max, min):
        share = sum(alone_at(end, q) for q in QUESTIONS) / len(QUESTIONS)
        assert share <= 0.35


def test_no_two_questions_are_nearly_the_same():
    near = [
        (one["slug"], other["slug"])
        for one, other in combinations(QUESTIONS, 2)
        if fuzz.token_sort_ratio(one["stem"], other["stem"]) > 85
    ]

    assert near == []


def test_the_parts_of_the_exam_are_covered_about_as_the_exam_weighs_them():
    weights = {"medications": 35, "federal-requirements": 18.75, "patient-safety": 23.75, "order-entry": 22.5}
    counts = Counter(place["domain"] for q in QUESTIONS for place in q["places"] if place["credential"] == "ptcb-cpht")

    for domain, weight in weights.items():
        assert abs(100 * counts[domain] / counts.total() - weight) <= 5


def test_formulas_have_positive_results():
    assert all(result_of(q["formula"]) > 0 for q in QUESTIONS if q["kind"] == "calculation")
