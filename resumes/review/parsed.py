"""The parts of a document. What is not there is None or empty; nothing is guessed."""

from dataclasses import dataclass
from typing import Literal

SectionKind = Literal[
    "summary",
    "experience",
    "education",
    "certifications",
    "skills",
    "projects",
    "volunteer",
    "awards",
    "languages",
    "references",
    "interests",
    "other",
]


@dataclass(frozen=True)
class Piece:
    """A piece of the document's text, where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Section:
    """From a heading (its first character) to the end of the last line before the next one."""

    kind: SectionKind
    heading: str
    start: int
    end: int
    # Where the first line below the heading begins.
    body_start: int


@dataclass(frozen=True)
class Period:
    """Dates as written and as understood: months as "2021-03", a year alone as "2021"."""

    text: str
    start: int
    end: int
    starts_on: str | None = None
    # None where it goes on, or where no end is written.
    ends_on: str | None = None
    is_current: bool = False
    # "Expected May 2027", "Anticipated …": a date to come that is meant as such.
    is_expected: bool = False


@dataclass(frozen=True)
class Job:
    """One position at one employer. Several roles at one employer are several jobs."""

    start: int
    end: int
    title: Piece | None = None
    employer: Piece | None = None
    location: Piece | None = None
    period: Period | None = None
    bullets: tuple[Piece, ...] = ()
    # Running text below the head that is no bullet.
    paragraphs: tuple[Piece, ...] = ()
    # "experience", or "volunteer" for unpaid work.
    section: SectionKind = "experience"


@dataclass(frozen=True)
class Education:
    """One degree, diploma, program or school."""

    start: int
    end: int
    award: Piece | None = None
    school: Piece | None = None
    location: Piece | None = None
    # The last date written: the end, or the expected end.
    period: Period | None = None


@dataclass(frozen=True)
class Certification:
    """One credential, license or registration as written, with its dates where it has any."""

    name: Piece
    issued_on: str | None = None
    expires_on: str | None = None


@dataclass(frozen=True)
class Letter:
    """What a cover letter has besides its paragraphs."""

    addressee: Piece | None = None
    salutation: Piece | None = None
    employer: Piece | None = None
    date: Piece | None = None
    paragraphs: tuple[Piece, ...] = ()
    closing: Piece | None = None
    signature: Piece | None = None


@dataclass(frozen=True)
class Parsed:
    """All parts that were found."""

    name: Piece | None = None
    email: Piece | None = None
    phone: Piece | None = None
    location: Piece | None = None
    links: tuple[Piece, ...] = ()
    # A line under the name that says what the person is, such as "Certified Pharmacy Technician".
    headline: Piece | None = None
    sections: tuple[Section, ...] = ()
    jobs: tuple[Job, ...] = ()
    education: tuple[Education, ...] = ()
    certifications: tuple[Certification, ...] = ()
    skills: tuple[Piece, ...] = ()
    languages: tuple[Piece, ...] = ()
    letter: Letter | None = None

    def section(self, kind: SectionKind) -> Section | None:
        """The first section of the kind."""
        return next((section for section in self.sections if section.kind == kind), None)

    def section_at(self, offset: int) -> Section | None:
        """The section that holds the offset; None for what stands above the first heading."""
        return next((section for section in self.sections if section.start <= offset < section.end), None)
