"""OpenDocument texts (.odt), read from their XML."""

from resumes.review.reading.odt.document import read_odt

__all__ = ["read_odt"]
