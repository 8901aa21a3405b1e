"""Whether a document was written for this job."""

from collections.abc import Iterable

from resumes.review import limits
from resumes.review.finding import Case, Finding, Severity
from resumes.review.matching.tailoring import is_soft, share_found
from resumes.review.rules import employers, roles
from resumes.review.rules.advice import Advice, counted
from resumes.review.rules.passages import paragraphs

_NOT_TAILORED = Advice(
    "not-tailored",
    "match",
    "Readers look for their own words, and programs count them; a document for every job is passed over for one that "
    "answers.",
)


def not_tailored(case: Case) -> Iterable[Finding]:
    """With a posting: a resume that shows less than half of what it asks for, a letter that answers one thing or none.

    Why: a document for every job is passed over. Musts count twice. Without a posting there is nothing to tailor to.
    Source: Jobscan's match rate, which counts exact words; ours counts abbreviations, other forms and meaning as well.
    """
    if not case.match.from_posting or len(case.match.terms) < limits.TERMS_TO_JUDGE_BY:
        return
    found = [term for term in case.match.terms if term.found]
    said = f"{counted(len(found), 'thing')} of {len(case.match.terms)} that the posting asks for can be found here."
    lacking = [one.term for one in case.match.terms if not one.found and one.term.kind != "credential"]
    missing = [term.name for term in lacking if not is_soft(term)][:4]
    advice = (f"If it is true of you, name it with an example: {', '.join(missing)}.",) if missing else ()
    if case.kind == "cover-letter":
        if len(found) < limits.LETTER_TERMS:
            severity: Severity = "could" if _speaks_to(case) else "should"
            yield _NOT_TAILORED.whole(severity, f"Only {said}", *advice)
    elif (share := share_found(case.match.terms)) < limits.TAILORED_SHARE:
        severity = "should" if share < limits.FAR_FROM_POSTING_SHARE else "could"
        yield _NOT_TAILORED.whole(severity, f"Only {said}", *advice)


def _speaks_to(case: Case) -> bool:
    """Whether a letter names the job and the employer: then it was written for them, in other words."""
    text = "\n".join(piece.text for piece in paragraphs(case))
    employer = employers.employer_of(case)
    names_job = any(roles.names_role(text, title) for title in roles.titles_of(case))
    return names_job and bool(employer) and employers.names_employer(text, employer)
