"""Understanding a document that was read: its parts, each where it stands. What is not there stays empty."""

from resumes.review.document import Line, ReadDocument
from resumes.review.finding import Kind
from resumes.review.parsed import Parsed
from resumes.review.understanding.kinds import kind_of
from resumes.review.understanding.parsing import understand, warm

__all__ = ["Kind", "Line", "Parsed", "ReadDocument", "kind_of", "understand", "warm"]
