"""A review as JSON and as a report."""

import json
from dataclasses import replace

from resumes.review import scoring, writing
from resumes.review.finding import Review
from resumes.review.terms import Match, Term, TermMatch
from tests.resumes.cases import GOOD_LINES, findings, job, make_letter, make_resume


def _review(case) -> Review:
    found = tuple(findings(case))
    return Review(case, found, scoring.score(case, found), "1.0")


def test_json_holds_what_was_read_found_and_matched():
    match = Match(
        (
            TermMatch(Term("Spanish", "skill", required=True), True, where="Spanish"),
            TermMatch(Term("ACLS", "credential"), False),
        )
    )
    unpaid = job("Coached", dates="May 2020 – Present", section="volunteer")
    case = make_resume(
        job("Responsible for stock", *GOOD_LINES), unpaid, certifications=[("CPhT, 2019", None)], match=match
    )

    said = json.loads(json.dumps(writing.as_json(_review(case), "one.txt")))

    assert [said[key] for key in ("schema", "file", "kind", "engine")] == [1, "one.txt", "resume", "1.0"]
    assert said["document"] == {"pages": 1, "words": case.document.words, "columns": 1}
    assert said["parsed"]["jobs"] == [
        {
            "title": "Pharmacy Technician",
            "employer": "Riverside Drug",
            "location": None,
            "starts_on": "2019-06",
            "ends_on": None,
            "bullets": ["Responsible for stock", *GOOD_LINES],
        }
    ]
    assert said["parsed"]["education"][0]["ended_on"] == "2018-05"
    assert said["parsed"]["certifications"] == ["CPhT, 2019"]
    assert [section["kind"] for section in said["parsed"]["sections"]][:2] == ["experience", "education"]
    weak = next(finding for finding in said["findings"] if finding["rule"] == "weak-verb")
    assert set(weak) == {"rule", "category", "severity", "message", "why", "quote", "start", "end", "suggestions"}
    assert case.document.text[weak["start"] : weak["end"]] == weak["quote"] == "Responsible for"
    assert said["match"]["terms"] == [
        {"term": "Spanish", "kind": "skill", "required": True, "found": True, "where": "Spanish"},
        {"term": "ACLS", "kind": "credential", "required": False, "found": False, "where": None},
    ]
    assert said["score"]["total"] == sum(part["score"] for part in said["score"]["parts"])


def test_what_is_not_there_is_null_or_empty():
    case = make_letter()
    case = replace(case, parsed=replace(case.parsed, name=None))

    parsed = writing.as_json(_review(case), "letter.txt")["parsed"]

    assert parsed == {
        "name": None,
        "email": None,
        "phone": None,
        "location": None,
        "links": [],
        "sections": [],
        "jobs": [],
        "education": [],
        "certifications": [],
        "skills": [],
    }


def test_the_report_says_what_to_change_and_why():
    text = writing.as_text(_review(make_resume(job("Responsible for stock", *GOOD_LINES))), "one.txt")

    assert "Resume of Dana Whitfield" in text
    assert "“Responsible for” tells the reader your job, not your work. [weak-verb]" in text
    assert "> [A verb for what you did] stock, [how many or with what result]" in text
    assert "of 100 (content" in text


def test_messages_are_sentences_of_a_good_clerk():
    cases = [
        make_resume(job("I was responsible for teh stock."), phone="", school=None),
        make_letter("I think I might."),
    ]

    for case in cases:
        for finding in findings(case):
            assert finding.message[-1] in ".”"
            assert finding.why[-1] == "."
            assert "!" not in finding.message + finding.why
