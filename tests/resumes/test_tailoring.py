"""How well a document answers what is asked."""

import pytest

from resumes.review import reading, understanding
from resumes.review.matching import match, read_posting
from resumes.review.matching.tailoring import answers, is_soft, missing_credentials, names_title, share_found
from resumes.review.terms import Match, Term, TermMatch

POSTING = read_posting(
    "Medical Assistant\n\nRequirements\n- CMA, RMA or CCMA for our clinic\n- BLS\n- Rooming patients\n- Communication skills\n"
    "\nPreferred\n- Epic\n- Limited X-ray permit\n"
)
LETTER = (
    "Dear Ms. Ortiz,\n\nI hold the CCMA and know Epic. Last year I charted 30 visits a day in it.\n\n"
    "I am good at rooming patients.\n\nSincerely,\nLee Moran\n"
)


def matched(text, kind):
    document = reading.read_text(text)
    parsed = understanding.understand(document, kind)
    return document, parsed, match(document, parsed, posting=POSTING)


def test_what_a_letter_answers_and_whether_with_an_example():
    document, _parsed, found = matched(LETTER, "cover-letter")

    told = {one.term.name: one.has_example for one in answers(document, found, is_example=lambda said: "30" in said)}

    assert told == {"CMA, RMA or CCMA": True, "Epic": True, "Rooming patients": False}
    assert [term.name for term in missing_credentials(found)] == ["BLS"]
    assert [term.name for term in missing_credentials(found, required=False)] == ["BLS", "X-ray permit"]


def test_a_must_counts_twice_and_what_everybody_says_not_at_all():
    must, nice = Term("phlebotomy", "skill", required=True), Term("Epic", "tool")
    soft = Term("Communication skills", "skill", required=True)

    assert share_found([TermMatch(must, True), TermMatch(nice, False), TermMatch(soft, False)]) == pytest.approx(2 / 3)
    assert share_found(Match().terms) == 1
    assert (is_soft(soft), is_soft(must)) == (True, False)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Certified medical assistants trainer", True),
        ("Front desk clerk", False),
        ("Assistant of a medical bureau", True),
    ],
)
def test_the_job_is_named_above_or_in_a_title(line, named):
    text = f"Lee Moran\nlee@example.com\n\nSUMMARY\n{line}\n\nEXPERIENCE\nClerk, Oak Clinic, Troy, NY\n2020 - 2022\n- Filed\n"

    document, parsed, _found = matched(text, "resume")

    assert names_title(document, parsed, ["Medical Assistant"]) == named
