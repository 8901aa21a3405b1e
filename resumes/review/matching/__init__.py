"""Holds a document against a role and a job advertisement."""

from resumes.review.matching import meaning
from resumes.review.matching.by_line import LineMatch, is_schooling, match_lines, meets
from resumes.review.matching.comparing import match
from resumes.review.matching.lexicon import groups
from resumes.review.matching.posting import duties_in, read_posting
from resumes.review.matching.posting.lines import lines_asked


def warm() -> None:
    """Load what takes time, once."""
    groups()
    meaning.warm()


__all__ = [
    "LineMatch",
    "duties_in",
    "is_schooling",
    "lines_asked",
    "match",
    "match_lines",
    "meets",
    "read_posting",
    "warm",
]
