"""Word documents (.docx), read from their XML: what a reader sees, in the order of the file."""

from resumes.review.reading.docx.document import read_docx

__all__ = ["read_docx"]
