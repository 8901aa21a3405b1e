"""The score: its parts, and that a fault more never raises it."""

import pytest

from resumes.review import limits, scoring
from resumes.review.finding import Finding
from resumes.review.terms import Match, Posting, Term, TermMatch
from tests.resumes.cases import GOOD_LINES, findings, job, make_letter, make_resume

LONG_ENOUGH = ["Languages: " + "Spanish and English, " * 20] * 2


def _total(case) -> int:
    return scoring.score(case, findings(case)).total


def test_a_clean_resume_has_all_points_and_its_parts_add_up():
    case = make_resume(extra=LONG_ENOUGH)
    score = scoring.score(case, findings(case))

    assert score.total == 100
    assert [(part.category, part.score, part.weight) for part in score.parts] == [
        ("content", 56, 56),
        ("language", 25, 25),
        ("layout", 19, 19),
    ]


def test_with_a_posting_the_match_is_a_part_that_rises_with_what_is_found():
    def score(found: int) -> int:
        terms = tuple(TermMatch(Term(f"skill {number}", "skill"), number < found) for number in range(10))
        return scoring.score(make_resume(match=Match(terms, from_posting=True), posting=Posting("An ad.")), ()).total

    assert sum(limits.WEIGHTS.values()) == 100
    assert [score(found) for found in (10, 9, 5, 0)] == [100, 98, 90, 80]


@pytest.mark.parametrize("posting", [None, Posting("An ad.")])
@pytest.mark.parametrize("rule", ["role-not-named", "generic-phrase", "tense", "layout"])
def test_every_finding_costs_and_one_more_never_gains(rule, posting):
    category = {"role-not-named": "match", "generic-phrase": "content", "tense": "language", "layout": "layout"}[rule]
    case = make_letter(posting=posting)
    totals = []
    for severity in ("could", "should", "must"):
        found = [Finding(rule, category, severity, "Said.", "Why.")]
        totals.append(scoring.score(case, found).total)
        assert scoring.score(case, found * 2).total < scoring.score(case, found).total < scoring.score(case, ()).total
        assert scoring.score(case, found * 99).total <= scoring.score(case, found * 98).total

    assert totals == sorted(totals, reverse=True)
    assert len(set(totals)) == 3


def test_a_gap_costs_nothing_and_spelling_costs_once():
    whole = make_resume(extra=LONG_ENOUGH)
    gap = Finding("employment-gap", "content", "could", "Said.", "Why.")
    slip = Finding("spelling", "language", "should", "Said.", "Why.")
    check = Finding("spelling", "language", "could", "Said.", "Why.")

    assert scoring.score(whole, [gap]).total == 100
    assert [scoring.score(whole, found).total for found in ([check], [slip], [slip, slip], [check, slip, check])] == [
        99,
        97,
        97,
        97,
    ]


FAULTS = [
    make_resume(email=""), make_resume(phone=""), make_resume(school=None), make_resume(skills=""), make_resume(email="hotbabe@example.test"),
    make_resume(extra=["Date of Birth: 4 May 1990"]), make_resume(layout={"columns": 2}), make_resume(layout={"pages": 3}),
    make_resume(certifications=[("BLS, exp. 10/2020", None)]), make_resume(job(dates="May 2021 – March 2019")),
    *(
        make_resume(job(line, *GOOD_LINES))
        for line in (
            "Responsible for stock", "I trained 4 people", "Team player with customers", "Grew sales by XX%", "Recieved stock",
            "Trained three technician", "Filled orders.", "Counted " + "stock " * 60,
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_lowers_the_score_of_a_clean_resume(case):
    assert _total(case) < _total(make_resume())
