"""What is understood of documents that we wrote, and floors that it may not fall below.

Every second document, so that the test stays short; `make bench` measures them all.
"""

import pytest

from resumes.review import reading, understanding
from tests.resumes.papers import Marks, Paper, file_of, mark, papers

# The design's, and a little below what is reached.
FLOORS = {
    "name": 1.0,
    "no name invented": 1.0,
    "email": 1.0,
    "phone": 0.97,
    "location": 0.9,
    "sections with content": 0.97,
    "kinds of sections": 0.95,
    "number of jobs": 0.95,
    "jobs with title, employer and dates": 0.9,
    "bullets within 10 %": 0.95,
    "number of education entries": 0.9,
    "education with award, school and end": 0.85,
    "certifications": 0.8,
    "skills": 0.95,
    "kind": 1.0,
    "letter: salutation": 1.0,
    "letter: paragraphs": 0.8,
}
CHOSEN = [paper for paper in papers() if paper.number % 2]


@pytest.fixture(scope="module")
def marks() -> dict[str, Marks]:
    return {paper.name: understood(paper) for paper in CHOSEN}


def understood(paper: Paper) -> Marks:
    data, name = file_of(paper)
    document = reading.read(data, name)
    kind = understanding.kind_of(document)
    return mark(paper, understanding.understand(document, kind), kind)


def test_floors_hold(marks):
    total = Marks()
    for each in marks.values():
        total.join(each)

    fallen = {what: total.share(what) for what, floor in FLOORS.items() if total.share(what) < floor}

    assert not fallen, [miss for each in marks.values() for miss in each.misses]


def test_a_document_without_a_name_has_none(marks):
    nameless = [paper for paper in CHOSEN if paper.truth["name"] is None]

    assert nameless
    assert all(marks[paper.name].share("no name invented") == 1 for paper in nameless)


def test_the_corpus_is_wide_enough():
    layouts = {paper.layout for paper in papers()}

    assert len(papers()) >= 60
    assert len(layouts) >= 15
    assert sum(paper.is_held_out for paper in papers()) >= len(papers()) // 3 - 1
