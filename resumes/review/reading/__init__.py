"""Reading a file: bytes in, a `ReadDocument` in reading order out, or an `UnreadableError` that says what to do.

`read` trusts nothing about the bytes, but it limits neither memory nor time: strangers' files go through the cage,
`resumes.reader.read_caged`.
"""

from resumes.review.document import ReadDocument
from resumes.review.reading.plain import read_text

__all__ = ["read", "read_text", "warm"]


def read(data: bytes, name: str) -> ReadDocument:
    """The file's text as a reader meets it."""
    # The web worker reads pasted text only, and needs none of the libraries for files.
    from resumes.review.reading.files import read_file  # noqa: PLC0415

    return read_file(data, name)


def warm() -> None:
    """Load what is loaded with the first file otherwise."""
    from resumes.review.reading import files  # noqa: F401, PLC0415
