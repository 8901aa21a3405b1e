"""The nouns of documents."""

from resumes.models.document import Document, FindingAnswer
from resumes.models.request import MentorLink, ReviewComment, ReviewRequest
from resumes.models.review import Review
from resumes.models.version import SentVersion, Version

__all__ = [
    "Document",
    "FindingAnswer",
    "MentorLink",
    "Review",
    "ReviewComment",
    "ReviewRequest",
    "SentVersion",
    "Version",
]
