"""Files of every kind, each with its own reader."""

from resumes.review.document import ReadDocument
from resumes.review.reading import guard, sense
from resumes.review.reading.archive import Archive
from resumes.review.reading.docx import read_docx
from resumes.review.reading.odt import read_odt
from resumes.review.reading.pdf import read_pdf
from resumes.review.reading.plain import read_plain
from resumes.review.reading.refusals import refusal
from resumes.review.reading.rtf import read_rtf


def read_file(data: bytes, name: str) -> ReadDocument:
    """The file's text as a reader meets it."""
    guard.check_size(data)
    try:
        return sense.check(_read(data, name))
    except RecursionError as trouble:
        raise refusal("too-complex") from trouble


def _read(data: bytes, name: str) -> ReadDocument:
    container = guard.container_of(data, name)
    if container == "pdf":
        return read_pdf(data)
    if container == "rtf":
        return read_rtf(data)
    if container == "text":
        return read_plain(data, is_markdown=guard.ending_of(name) in {".md", ".markdown"})
    archive = Archive(data)
    guard.check_ending(guard.ending_of(name), archive.kind)
    return read_docx(archive) if archive.kind == "docx" else read_odt(archive)
