"""Whether a document is a resume or a cover letter."""

import re

from resumes.review.document import ReadDocument
from resumes.review.finding import Kind
from resumes.review.understanding.headings import find_headings
from resumes.review.understanding.letters import CLOSING, SALUTATION

# Sections that a letter hardly has.
_OF_RESUMES = frozenset({"experience", "education", "skills", "certifications", "summary", "volunteer", "projects"})
LONG_LINE = 80
# A letter hardly has more items in lists, and has at least this much of what makes a letter.
MANY_ITEMS, ENOUGH = 4, 3


def kind_of(document: ReadDocument) -> Kind:
    """A letter greets someone, runs in paragraphs and ends with a greeting; a resume has sections and lists."""
    lines = [line for line in document.lines if line.text.strip()]
    sections = {heading.kind for heading in find_headings(document)} & _OF_RESUMES
    letter = 3.0 * any(SALUTATION.match(line.text.strip()) for line in lines[:25])
    letter += 1.5 * any(CLOSING.match(line.text.strip()) for line in lines[-10:])
    letter += 1.0 * bool(re.search(r"\bI (?:am|was|have|would|saw|look|hope)\b", document.text)) + _share_of_prose(
        document
    )
    resume = 1.2 * len(sections) + 1.0 * (sum(line.kind == "bullet" for line in lines) > MANY_ITEMS)
    return "cover-letter" if letter >= ENOUGH and letter > resume else "resume"


def _share_of_prose(document: ReadDocument) -> float:
    long = sum(len(line.text) for line in document.lines if len(line.text) > LONG_LINE and line.kind == "text")
    return 2.0 * long / max(1, len(document.text))
