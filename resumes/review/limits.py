"""Every threshold of the review, with its reason. A rule reads it from here and nowhere else.

How often a word is written, and what that says about its spelling, is measured in `language.spelling`.
"""

from resumes.review.finding import Category, Severity

# ---- length: pages and words
RESUME_FEWEST_WORDS = 150  # Below this there is too little for anyone to judge by.
RESUME_MOST_WORDS = 1100  # Two full pages.
RESUME_MOST_PAGES = 2  # Readers of applications for these jobs expect one page, and accept two.
LETTER_FEWEST_WORDS = 120  # Who, why them, two proofs and a closing need about this many.
LETTER_FEWEST_WORDS_OF_TEXT = 100  # The same without addresses, date and signature.
LETTER_MOST_WORDS = 450  # One page.
BULLET_MANY_WORDS = 36  # Over two lines of type: the end is read by few.
BULLET_MOST_WORDS = 46  # Over three lines: it is a paragraph with a dot in front.
PARAGRAPH_MANY_WORDS = 75  # Five lines of type without a place to rest.
PARAGRAPH_MOST_WORDS = 95  # Over six lines: a reader who gives a page half a minute passes it by.

# ---- lines of work
SAME_VERB_BULLETS = 3  # Twice is chance; the third time the reader hears it.
BULLETS_TO_COUNT_BY = 3  # With fewer lines of experience, a missing figure or mixed stops say nothing.
NUMBERED_WORDS_FROM = 2  # "One" is as often a pronoun as a figure.

# ---- dates, in months
GAP_MONTHS = 6  # A search of half a year is usual; a longer pause makes a reader ask.
OVERLAP_MONTHS = 1  # People work out a notice; more than a month is two jobs at once, or a slip.
# Where only the end of a course is written, it explains this much of a gap before it.
DEGREE_MONTHS = 24
COURSE_MONTHS = 12

# ---- looks
HEADINGS_TO_COMPARE = 3  # With fewer there is no custom to break.
MOST_FONTS = 3  # One for headings, one for text, one for marks.

# ---- fit
TAILORED_SHARE = 0.5  # With half of what the posting asks for in sight, a document answers it.
FAR_FROM_POSTING_SHARE = 0.34  # With less than a third it was written for another job.
ROLE_SHARE = 0.6  # A role's list holds what its jobs ask for together; nobody shows all of it.
TERMS_TO_JUDGE_BY = 4  # A posting that asks for less gives no measure.
LETTER_TERMS = 2  # A letter answers two things that the posting asks for, at the least.
LETTER_TERMS_FOR_ALL = 4  # And has room for four.
RESTATED_LINES = 3  # A letter may lean on two lines of the resume; with three it is the resume again.
RESTATED_LIKENESS = (
    82  # Of 100 in rapidfuzz: the same sentence with "I" in front and a word changed still has this much.
)
YEARS_TOLERATED = 1  # People round their years of experience.

# ---- the score: points of 100 that a finding costs, within the part of its category
WEIGHTS: dict[Category, int] = {"content": 45, "match": 20, "language": 20, "layout": 15}
COST: dict[Severity, int] = {"must": 6, "should": 3, "could": 1}
# A finding that stands for more than one place, or takes other findings away with the text that is gone, costs more.
COST_OF_RULE: dict[str, int] = {
    "employment-gap": 0,  # A fact of life, to be explained.
    "too-short": 12,
    "no-numbers": 5,
    "missing-email": 8,
    "missing-phone": 6,
    "missing-section": 6,
    "not-tailored": 5,
    "restates-resume": 5,
    "no-evidence": 5,
}
# Rules that cost once a document, however many places they name: the dearest of them.
COST_ONCE = frozenset({"spelling"})
