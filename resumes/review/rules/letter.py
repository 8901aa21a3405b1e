"""The rules of a cover letter."""

from resumes.review.rules import Rule
from resumes.review.rules.address import employer_not_named, no_addressee, role_not_named, weak_opening, wrong_employer
from resumes.review.rules.contradictions import contradicts_resume
from resumes.review.rules.fit import not_tailored
from resumes.review.rules.sections import too_long, too_short
from resumes.review.rules.substance import hedging, no_closing_request, no_evidence, restates_resume
from resumes.review.rules.wording import generic_phrase, grammar, placeholder, spelling

RULES: tuple[Rule, ...] = (
    wrong_employer,
    placeholder,
    contradicts_resume,
    no_addressee,
    role_not_named,
    employer_not_named,
    weak_opening,
    no_evidence,
    restates_resume,
    not_tailored,
    too_short,
    too_long,
    hedging,
    generic_phrase,
    no_closing_request,
    spelling,
    grammar,
)
