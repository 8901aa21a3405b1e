"""One review, from a document as it was read to findings and a score."""

from collections.abc import Iterable
from datetime import date

from resumes.review import ENGINE, language, matching, scoring, understanding
from resumes.review.document import Line, ReadDocument
from resumes.review.finding import Case, Finding, Kind, Review
from resumes.review.rules import letter as letter_rules
from resumes.review.rules import resume as resume_rules
from resumes.review.terms import Posting, RoleTerms

# A line that makes every rule load the lists it needs.
_SAMPLE = "I am responsible for teh orders and managed 40 kinds of stock at Riverside Drug since June 2021."


def review(
    document: ReadDocument,
    *,
    today: date,
    kind: Kind | None = None,
    role: RoleTerms | None = None,
    posting: Posting | None = None,
    resume: ReadDocument | None = None,
) -> Review:
    """Understand the document, match it, and ask every rule of its kind. A letter may come with its resume."""
    case = case_of(document, today=today, kind=kind, role=role, posting=posting, resume=resume)
    rules = resume_rules.RULES if case.kind == "resume" else letter_rules.RULES
    findings = _in_order(finding for rule in rules for finding in rule(case))
    return Review(case, findings, scoring.score(case, findings), ENGINE)


def case_of(
    document: ReadDocument,
    *,
    today: date,
    kind: Kind | None = None,
    role: RoleTerms | None = None,
    posting: Posting | None = None,
    resume: ReadDocument | None = None,
) -> Case:
    """All that the rules may look at. Without a kind, the document says which it is."""
    kind = kind or understanding.kind_of(document)
    parsed = understanding.understand(document, kind)
    match = matching.match(document, parsed, role=role, posting=posting)
    beside = case_of(resume, today=today, kind="resume") if resume and kind == "cover-letter" else None
    return Case(kind, document, parsed, today, role, posting, match, beside)


def warm() -> None:
    """Load what is heavy, so that a server can do it once before it forks."""
    language.warm()
    matching.warm()
    review(ReadDocument(_SAMPLE, (Line(_SAMPLE, 0),)), today=date.min, kind="resume")
    review(ReadDocument(_SAMPLE, (Line(_SAMPLE, 0),)), today=date.min, kind="cover-letter")


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is about the whole first, then as it stands in the document."""
    return tuple(sorted(findings, key=lambda finding: (bool(finding.quote), finding.start, finding.end)))
