"""The rules of a resume."""

from resumes.review.rules import Rule
from resumes.review.rules.bullets import bullet_punctuation, long_bullet, long_paragraph, no_numbers
from resumes.review.rules.contact import email_address, missing_email, missing_phone, personal_data
from resumes.review.rules.credentials import expired_credential, missing_credential
from resumes.review.rules.dates import date_format, date_order, employment_gap, overlapping_jobs
from resumes.review.rules.fit import not_tailored
from resumes.review.rules.looks import inconsistent_style, layout
from resumes.review.rules.persons import first_person
from resumes.review.rules.sections import missing_section, too_long, too_short
from resumes.review.rules.tense import tense
from resumes.review.rules.verbs import repeated_verb, weak_verb
from resumes.review.rules.wording import generic_phrase, grammar, placeholder, spelling

RULES: tuple[Rule, ...] = (
    missing_email,
    missing_phone,
    email_address,
    personal_data,
    missing_section,
    too_short,
    too_long,
    layout,
    placeholder,
    date_order,
    date_format,
    employment_gap,
    overlapping_jobs,
    missing_credential,
    expired_credential,
    not_tailored,
    weak_verb,
    no_numbers,
    first_person,
    tense,
    repeated_verb,
    generic_phrase,
    long_bullet,
    long_paragraph,
    bullet_punctuation,
    spelling,
    grammar,
    inconsistent_style,
)
