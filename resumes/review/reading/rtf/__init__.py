"""Rich text (.rtf)."""

from resumes.review.reading.rtf.document import read_rtf

__all__ = ["read_rtf"]
