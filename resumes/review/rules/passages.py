"""The parts of a document that a rule reads: lines of work, paragraphs, and all running text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resumes.review.document import Line
from resumes.review.finding import Case
from resumes.review.language.sentences import sentences
from resumes.review.parsed import Job, Piece, SectionKind

_MARK = re.compile(r"[\s•●○◦▪▫■□‣⁃∙·➢➤►▶✓✔*–—-]+(?=\S)")
_LONG_LINE = 8  # Words; a shorter line between headings is a name or a date.
_SENTENCE_WORDS = 12  # Words; a letter's block of fewer lines is an address.


@dataclass(frozen=True)
class Passage:
    """Running text that belongs together. Offsets in it, added to `start`, are offsets in the document."""

    text: str
    start: int
    job: Job | None = None
    is_bullet: bool = False

    @property
    def end(self) -> int:
        """The offset in the document behind its last character."""
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(any(sign.isalnum() for sign in word) for word in self.text.split())


def passage(case: Case, start: int, end: int, *, job: Job | None = None, is_bullet: bool = False) -> Passage:
    """The text between two offsets without a bullet's mark in front; line ends count as spaces."""
    text = re.sub(r"[\n\r\t]", " ", case.document.text[start:end])
    mark = _MARK.match(text)
    skipped = mark.end() if mark else 0
    return Passage(text[skipped:].rstrip(), start + skipped, job, is_bullet)


def bullets(case: Case, section: SectionKind = "experience") -> list[Passage]:
    """The lines of all jobs in a section."""
    jobs = (job for job in case.parsed.jobs if job.section == section)
    return [found for job in jobs for found in job_bullets(case, job)]


def job_bullets(case: Case, job: Job) -> list[Passage]:
    """The lines of one job."""
    pieces = (passage(case, piece.start, piece.end, job=job, is_bullet=True) for piece in job.bullets)
    return [piece for piece in pieces if piece.text]


def job_statements(case: Case, job: Job) -> list[Passage]:
    """What a job says was done: its lines, and the sentences of its paragraphs."""
    found = job_bullets(case, job)
    for piece in job.paragraphs:
        whole = passage(case, piece.start, piece.end, job=job)
        found += [Passage(said.text, whole.start + said.start, job) for said in sentences(whole.text)]
    return found


def statements(case: Case) -> list[Passage]:
    """What all jobs say was done."""
    return [found for job in case.parsed.jobs for found in job_statements(case, job)]


def prose(case: Case) -> list[Passage]:
    """All running text: in a resume without headings, names and lists; in a letter its paragraphs."""
    if case.kind == "cover-letter":
        return paragraphs(case)
    found = [job_passage for job in case.parsed.jobs for job_passage in _job_prose(case, job)]
    covered = [(piece.start, piece.end) for piece in found]
    loose = (line for line in case.document.lines if not _overlaps(line.start, line.end, covered))
    return sorted([*found, *_loose_prose(case, loose)], key=lambda piece: piece.start)


def paragraphs(case: Case) -> list[Passage]:
    """The paragraphs of a letter, from below the salutation to above the closing."""
    letter = case.parsed.letter
    if letter and letter.paragraphs:
        return [passage(case, piece.start, piece.end) for piece in letter.paragraphs]
    blocks = re.finditer(r"(?:.+\n?)+", case.document.text)
    found = [passage(case, block.start(), block.end()) for block in blocks]
    return [block for block in found if block.words >= _SENTENCE_WORDS]


def summary(case: Case) -> list[Passage]:
    """The paragraphs below a heading such as "Summary"."""
    section = case.parsed.section("summary")
    return [] if section is None else list(_paragraphs_between(case, section.body_start, section.end))


def _job_prose(case: Case, job: Job) -> Iterator[Passage]:
    yield from job_bullets(case, job)
    for piece in job.paragraphs:
        yield passage(case, piece.start, piece.end, job=job)


def _loose_prose(case: Case, lines: Iterable[Line]) -> Iterator[Passage]:
    """Paragraphs of a summary, and lines elsewhere that are long enough to be sentences."""
    own = summary(case)
    yield from own
    for line in lines:
        section = case.parsed.section_at(line.start)
        is_list = section is None or section.kind in {
            "skills",
            "education",
            "certifications",
            "languages",
            "references",
        }
        is_short = len(line.body.split()) < _LONG_LINE
        if not (
            is_list
            or is_short
            or line.kind == "heading"
            or _overlaps(line.start, line.end, [(own_.start, own_.end) for own_ in own])
        ):
            yield passage(case, line.body_start, line.end, is_bullet=line.kind == "bullet")


def _paragraphs_between(case: Case, start: int, end: int) -> Iterator[Passage]:
    """Lines that stand together are one paragraph; a bullet, and a line after a blank one, begins another."""
    lines = [line for line in case.document.lines if start <= line.start < end]
    group: list[Line] = []
    for line in lines:
        if group and (line.kind == "bullet" or not line.text.strip()):
            yield passage(case, group[0].body_start, group[-1].end, is_bullet=group[0].kind == "bullet")
            group = []
        if line.text.strip():
            group.append(line)
    if group:
        yield passage(case, group[0].body_start, group[-1].end, is_bullet=group[0].kind == "bullet")


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < other_end and end > other_start for other_start, other_end in spans)


def pieces_of_names(case: Case) -> list[Piece]:
    """Pieces that hold names, whose spelling and capitals are their own."""
    parsed = case.parsed
    found = [parsed.name, parsed.email, parsed.location, *parsed.links]
    found += [piece for job in parsed.jobs for piece in (job.employer, job.location)]
    found += [piece for school in parsed.education for piece in (school.school, school.location)]
    if parsed.letter:
        found += [parsed.letter.addressee, parsed.letter.salutation, parsed.letter.employer, parsed.letter.signature]
    return [piece for piece in found if piece]
