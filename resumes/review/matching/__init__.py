"""Holds a document against a role and a job advertisement."""

from resumes.review.matching import meaning
from resumes.review.matching.comparing import match
from resumes.review.matching.lexicon import groups
from resumes.review.matching.posting import duties_in, read_posting
from resumes.review.matching.posting.lines import lines_asked


def warm() -> None:
    """Load what takes time, once."""
    groups()
    meaning.warm()


__all__ = ["duties_in", "lines_asked", "match", "read_posting", "warm"]
