"""What a careful reader takes from a job advertisement."""

from pathlib import Path

import pytest

from kit.plain_yaml import load_yaml
from resumes.review import reading, understanding
from resumes.review.matching import match, read_posting
from tests.resumes.matching.measured import judge, judge_match

HERE = Path(__file__).parent / "matching"
CASES = load_yaml((HERE / "postings.yaml").read_text(encoding="utf-8"))
FIRST_LOOK = load_yaml((HERE / "first_look.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_advertisement_is_taken_apart(case):
    posting = read_posting(case["posting"])

    count = judge(posting, case)

    assert (posting.title, posting.employer, posting.place, posting.years) == (
        case["title"],
        case["employer"],
        case["place"],
        case["years"],
    )
    assert (count.missing, count.misjudged, count.extra, count.forbidden) == ([], [], [], [])


def test_what_was_held_out_once_is_read_and_matched_nearly_as_well():
    asked = missing = terms = extra = looked = wrong = 0
    for case in FIRST_LOOK:
        posting = read_posting(case["posting"])
        count = judge(posting, case)
        document = reading.read_text(case["resume"])
        found = match(document, understanding.understand(document, "resume"), posting=posting)
        overlooked, imagined, seen = judge_match(found, case)
        asked, missing = asked + count.asked, missing + len(count.missing) + len(count.misjudged)
        terms, extra = terms + count.terms, extra + len(count.extra) + len(count.forbidden)
        looked, wrong = looked + seen, wrong + len(overlooked) + len(imagined)

    assert missing / asked <= 0.03
    assert extra / terms <= 0.04
    assert wrong / looked <= 0.06


def terms(*lines: str):
    return read_posting("Helper\n\nRequirements\n" + "\n".join(f"- {line}" for line in lines)).terms


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # one requirement that any of several meets
        ("RN or LPN license", [("RN or LPN license", True)]),
        ("CMA, RMA, or CCMA for our clinic", [("CMA, RMA or CCMA", True)]),
        ("CCHT/CHT for dialysis", [("CCHT or CHT", True), ("dialysis", True)]),
        ("Dentrix or Eaglesoft", [("Dentrix or Eaglesoft", True)]),
        # two requirements
        ("BLS/ACLS", [("BLS", True), ("ACLS", True)]),
        ("CPR and First Aid certification", [("CPR", True), ("First Aid certification", True)]),
        # an abbreviation and its long form
        ("Advanced Cardiac Life Support (ACLS)", [("Advanced Cardiac Life Support (ACLS)", True)]),
        ("PALS (Pediatric Advanced Life Support)", [("Pediatric Advanced Life Support (PALS)", True)]),
        ("Zone Ticket Engine (ZTE)", [("Zone Ticket Engine (ZTE)", True)]),
        # what may be had later is no must
        ("CPhT or ability to obtain within 12 months", [("CPhT", False)]),
        ("BLS certification within 90 days of hire", [("BLS", False)]),
        ("CPA or CPA candidate", [("CPA", False)]),
        # strength, part by part
        ("CPhT required; IV experience preferred", [("CPhT", True), ("IV", False)]),
        ("ADN (BSN preferred)", [("ADN", True), ("BSN", False)]),
        (
            "Bachelor's degree in Accounting required, CPA preferred",
            [("Bachelor's degree in Accounting", True), ("CPA", False)],
        ),
        ("Spanish, French or German a plus", [("Spanish", False), ("French", False), ("German", False)]),
        ("Class A CDL with hazmat endorsement preferred", [("Class A CDL", True), ("hazmat endorsement", False)]),
        # people one works with are no credentials; conditions and praise are no skills
        ("Ability to supervise CNAs", [("supervise CNAs", True)]),
        ("Positive attitude and strong work ethic", []),
        ("Must be 18 or older and pass a background check", []),
        ("Able to lift 50 lbs and work weekends", []),
        ("Thrive in a fast-paced environment", []),
        ("Valid driver's license and reliable transportation", [("Valid driver's license", True)]),
    ],
)
def test_a_requirement_becomes_terms(line, expected):
    found = {term.name: term.required for term in terms(line)}

    assert found == dict(expected)


def test_names_and_their_kinds():
    found = {
        term.name: (term.kind, term.aliases[:1]) for term in terms("BLS", "Excel", "ABC Routing Software", "phlebotomy")
    }

    assert found == {
        "BLS": ("credential", ("Basic Life Support",)),
        "Excel": ("tool", ("Microsoft Excel",)),
        "ABC Routing Software": ("tool", ()),
        "phlebotomy": ("skill", ("venipuncture",)),
    }


def test_the_same_thing_asked_for_twice_is_one_term_and_a_must_if_either_is():
    text = "Cook\n\nPreferred\n- ServSafe certification\n- Advanced Knife Method (AKM)\n\nRequirements\n- ServSafe\n- AKM\n"

    found = [(term.name, term.required) for term in read_posting(text).terms]

    assert found == [("ServSafe certification", True), ("Advanced Knife Method (AKM)", True)]


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "Hello.", "•\n-\n", "Requirements:\n", "🙂" * 50, "(" * 200, "a" * 50_000]
)
def test_a_text_that_asks_for_nothing_has_no_terms(text):
    posting = read_posting(text)

    assert (posting.terms, posting.years) == ((), None)
