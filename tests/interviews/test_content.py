"""The question bank that we ship: enough of everything, whole, and no two questions alike."""

from collections import Counter, defaultdict
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from guides.content_files import CONTENT as GUIDES
from guides.content_files import files_below
from interviews.content_files import CONTENT, read_interviews
from interviews.content_files.entries import CompetencyEntry, InterviewQuestionEntry
from interviews.models import Question

FOLDER = read_interviews(files_below(CONTENT))
COMPETENCIES = FOLDER.of(CompetencyEntry)
QUESTIONS = FOLDER.of(InterviewQuestionEntry)
ROLES = sorted(path.name for path in (GUIDES / "roles").iterdir())
# As the issue asks; any job has the empty role.
FEWEST = {"": 60, "pharmacy-technician": 40}
LISTS = ("prototypes", "cue_phrases", "follow_ups")


def texts_of(entry) -> list[str]:
    names = [name for name in ("text", "name", "description", "looking_for", "tip", *LISTS) if hasattr(entry, name)]
    return [getattr(entry, name) for name in names]


def test_the_files_can_be_read():
    assert FOLDER.problems == []


@pytest.mark.parametrize("role", ["", *ROLES])
def test_every_job_has_enough_questions_of_every_type(role):
    kinds = Counter(question.kind for question in QUESTIONS if question.role == role)

    assert kinds.total() >= FEWEST.get(role, 20)
    # How the work is done differs from job to job.
    assert set(Question.Kind.values) - set(kinds) == (set() if role else {"knowledge"})


def test_there_is_a_file_for_every_guide_and_for_nothing_else():
    assert {question.role for question in QUESTIONS} == {"", *ROLES}


def test_every_question_has_all_its_parts():
    lacking = {
        question.slug
        for question in QUESTIONS
        if min(len(question.looking_for), len(question.tip)) < 40
        or len(question.cue_phrases.splitlines()) < 4
        or len(question.follow_ups.splitlines()) < 2
    }

    assert lacking == set()


def test_questions_ask_about_known_competencies_and_every_competency_is_asked_about():
    asked = Counter(slug for question in QUESTIONS for slug in question.competencies.splitlines())

    assert set(asked) == {competency.slug for competency in COMPETENCIES}
    assert min(asked.values()) >= 5


def test_every_competency_has_sentences_that_answers_are_compared_with():
    few = [competency.slug for competency in COMPETENCIES if len(competency.prototypes.splitlines()) < 8]

    assert few == []


def test_no_two_questions_are_alike():
    by_role = defaultdict(list)
    for question in QUESTIONS:
        by_role[question.role].append(question)
    near = [
        (one.slug, other.slug)
        for role, own in by_role.items()
        for one, other in combinations(own + (by_role[""] if role else []), 2)
        if one.role or other.role == role
        if fuzz.token_sort_ratio(one.text.casefold(), other.text.casefold()) > 88
    ]

    assert near == []


def test_quotation_marks_are_curly_and_nobody_shouts():
    entries = [*COMPETENCIES, *QUESTIONS]

    straight = [entry.item for entry in entries if any(mark in text for text in texts_of(entry) for mark in "'\"")]
    loud = [entry.item for entry in entries if any("!" in text for text in texts_of(entry))]

    assert (straight, loud) == ([], [])
