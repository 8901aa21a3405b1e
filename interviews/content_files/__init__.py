"""Reads the content files of interviews: competencies, and questions by role; docs/content.md describes them."""

from interviews.content_files.folder import CONTENT, read_interviews

__all__ = ["CONTENT", "read_interviews"]
