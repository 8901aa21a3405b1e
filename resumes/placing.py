"""Where another line can stand in a resume: behind the last one of a job, or at the end of a section."""

from collections.abc import Iterator
from dataclasses import dataclass

from resumes.review.document import ReadDocument
from resumes.review.parsed import Job, Parsed
from resumes.review.understanding.parsing import understand

# Sections in which one thing reached stands well.
_FITTING = ("awards", "certifications", "projects", "volunteer")


@dataclass(frozen=True)
class Place:
    """A place by the offset at which the new line begins, and what stands there."""

    at: int
    # What the place is called in the resume; empty for the end of the document.
    name: str
    # The bullet's mark with the space behind it; empty where lines have none.
    mark: str = ""

    def with_line(self, text: str, words: str) -> str:
        """The text with the new line in it."""
        return f"{text[: self.at]}\n{self.mark}{words}{text[self.at :]}"


def places(document: ReadDocument) -> list[Place]:
    """All of them, in the order of the resume; the end of the document always is one."""
    parsed = understand(document, "resume")
    found = {place.at: place for place in [*_of_jobs(document, parsed), *_of_sections(document, parsed)]}
    end = len(document.text.rstrip())
    found.setdefault(end, Place(end, ""))
    return [found[at] for at in sorted(found)]


def _of_jobs(document: ReadDocument, parsed: Parsed) -> Iterator[Place]:
    for job in parsed.jobs:
        name = ", ".join(piece.text for piece in (job.title, job.employer) if piece)
        at, mark = _behind(document, job.bullets[-1].end if job.bullets else _last(document, job))
        if name:
            yield Place(at, name, mark or "• ")


def _of_sections(document: ReadDocument, parsed: Parsed) -> Iterator[Place]:
    """From the back, for of two sections at one place the first one names it."""
    for section in reversed(parsed.sections):
        if section.kind in _FITTING:
            at, mark = _behind(document, _end(document, section.start, section.end))
            yield Place(at, section.heading.strip(), mark)


def _last(document: ReadDocument, job: Job) -> int:
    return _end(document, job.start, job.end)


def _end(document: ReadDocument, start: int, end: int) -> int:
    """Behind the last word of a stretch."""
    return start + len(document.text[start:end].rstrip())


def _behind(document: ReadDocument, offset: int) -> tuple[int, str]:
    """The end of the line that holds the offset, and that line's mark."""
    line = document.line_at(offset)
    return (line.end, line.text[: line.mark_length]) if line else (offset, "")
