"""Reading a file: bytes in, a `ReadDocument` in reading order out, or an `UnreadableError` that says what to do."""

from resumes.review.reading.plain import read_text

__all__ = ["read_text"]
