"""What a resume consists of, and how long it is."""

import re
from collections.abc import Iterable

from resumes.review import limits
from resumes.review.finding import Case, Finding, Severity
from resumes.review.rules.advice import Advice
from resumes.review.rules.passages import paragraphs

_MISSING = Advice(
    "missing-section", "content", "Readers and programs look for experience, education and skills by their headings."
)
_SHORT = Advice("too-short", "content", "There is too little here for anyone to judge by.")
_LONG = Advice("too-long", "content", "A first reading takes half a minute; what matters is lost in the rest.")
_SHORT_LETTER = Advice(
    "too-short", "content", "A letter needs room for who you are, why them, two proofs and a request."
)
_LONG_LETTER = Advice(
    "too-long", "content", "A letter is one page. A longer one is put aside for later, and later does not come."
)

# Words that show that something is there, be it under a heading we do not know.
_SCHOOLING = re.compile(
    r"\b(?:university|college|academy|high school|diploma|g\.?e\.?d\b|bachelor|master['’]?s|associate['’]?s?(?: of| "
    r"in| degree)|degree|b\.?s\.?n?\b|m\.?b\.?a|apprenticeship|trade school|institute)\b",
    re.IGNORECASE,
)
_SKILL_HEADINGS = re.compile(
    r"^\W*(?:.{0,30}\b(?:skills?|competenc\w+|proficienc\w+|expertise|strengths|technologies|tools|"
    r"abilities|capabilities|equipment|software|specialties|knowledge|toolbox|stack)\b.{0,20}|"
    r"tech\w*)\s*:?\s*(?:$|:)",
    re.IGNORECASE | re.MULTILINE,
)


def missing_section(case: Case) -> Iterable[Finding]:
    """No experience, no education or no skills.

    Why: readers and programs look for them by their headings. Somebody who studies may have projects or unpaid work in
    place of jobs, a trade may be learned in an apprenticeship, and nobody is asked for projects or a summary.
    Source: VMock's required sections; the rest is ours, for occupations that the tools forget.
    """
    parsed, text = case.parsed, case.document.text
    kinds = {section.kind for section in parsed.sections}
    if not parsed.jobs and "experience" not in kinds:
        instead = kinds & {"projects", "volunteer"}
        severity: Severity = "could" if instead else "must"
        yield _MISSING.whole(
            severity,
            "There is no section on experience.",
            "Add “Experience”: jobs, placements, internships or unpaid work, the latest first.",
        )
    if not parsed.education and "education" not in kinds:
        severity = "could" if _SCHOOLING.search(text) else "should"
        yield _MISSING.whole(
            severity,
            "There is no section on education.",
            "Add “Education”: school or training, what you earned there, and the year.",
        )
    if not parsed.skills and "skills" not in kinds and not _SKILL_HEADINGS.search(text):
        yield _MISSING.whole(
            "could",
            "There is no section on skills.",
            "Add “Skills”: six to twelve, in the words that postings for this job use.",
        )


def too_short(case: Case) -> Iterable[Finding]:
    """A resume under 150 words, a letter under 120.

    Why: there is nothing to judge by. Source: ATS-style graders want 350 words of a resume at least; career-center
    pages ask for 200 to 400 words in a letter. Ours are lower, so as to name only what is surely too short.
    """
    if case.kind == "resume" and case.document.words < limits.RESUME_FEWEST_WORDS:
        words = case.document.words
        yield _SHORT.whole(
            "should",
            f"There are only {words} words here.",
            "Say for each job what you did there, how much of it, and with what result.",
        )
    elif case.kind == "cover-letter" and _is_short_letter(case):
        words = letter_words(case)
        yield _SHORT_LETTER.whole(
            "should",
            f"The letter has only {words} words.",
            "Add an example from your work for two things that the job asks for.",
        )


def _is_short_letter(case: Case) -> bool:
    """By its whole, addresses included, or by its paragraphs."""
    return case.document.words < limits.LETTER_FEWEST_WORDS or letter_words(case) < limits.LETTER_FEWEST_WORDS_OF_TEXT


def too_long(case: Case) -> Iterable[Finding]:
    """A resume over two pages or 1,100 words, a letter over 450 words.

    Why: what matters is lost. Source: ATS-style graders stop at 1,000 words; Jobscan reports the count; letters are
    one page on every career center's sheet.
    """
    words, pages = case.document.words, case.document.layout.pages
    if case.kind == "cover-letter":
        if (words := letter_words(case)) > limits.LETTER_MOST_WORDS:
            yield _LONG_LETTER.whole(
                "should", f"The letter has {words} words; one page holds about 400.", "Keep the two strongest examples."
            )
    elif words > limits.RESUME_MOST_WORDS:
        yield _LONG.whole(
            "should",
            f"There are {words} words here; two pages hold about {limits.RESUME_MOST_WORDS}.",
            "Keep the last ten years, and what this job asks for.",
        )
    elif pages > limits.RESUME_MOST_PAGES:
        yield _LONG.whole(
            "should",
            f"There are {pages} pages here.",
            "Two pages are enough: keep the last ten years, and what this job asks for.",
        )


def letter_words(case: Case) -> int:
    """The words of a letter's paragraphs: addresses and dates do not count."""
    body = sum(piece.words for piece in paragraphs(case))
    return body or case.document.words
