"""PDF: words with their places and looks, put back into the order in which a person reads them."""

from resumes.review.reading.pdf.document import read_pdf

__all__ = ["read_pdf"]
