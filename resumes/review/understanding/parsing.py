"""From a read document to its parts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from resumes.review.document import Line, ReadDocument
from resumes.review.finding import Kind
from resumes.review.parsed import Parsed, Piece, SectionKind
from resumes.review.understanding import contact
from resumes.review.understanding.credentials import certifications_of
from resumes.review.understanding.education import education_of
from resumes.review.understanding.headings import body_look, find_headings, is_telling
from resumes.review.understanding.heads import is_title
from resumes.review.understanding.jobs import jobs_of
from resumes.review.understanding.letters import letter_of, writers
from resumes.review.understanding.lists import items_of
from resumes.review.understanding.memory import forget
from resumes.review.understanding.names import MOST_WORDS, find_name
from resumes.review.understanding.periods import periods
from resumes.review.understanding.pieces import split, whole
from resumes.review.understanding.places import STREET, is_place
from resumes.review.understanding.sections import Block, bare, blocks, outside
from resumes.review.understanding.words import is_rare

MOST_HEADLINE_LETTERS = 90
# A headline stands among the first lines below the name.
HEADLINE_WITHIN = 6
LONG_LINE = 200
_TAB = re.compile(r"\t")


def understand(document: ReadDocument, kind: Kind) -> Parsed:
    """All parts of a document."""
    try:
        return _understood(document, kind)
    finally:
        forget()


def _understood(document: ReadDocument, kind: Kind) -> Parsed:
    headings = find_headings(document) if kind == "resume" else []
    email = next(_emails(document.lines), None)
    named = find_name(document, [heading for heading in headings if is_telling(heading)], email)
    name, name_lines = named or (None, ())
    headings = [heading for heading in headings if heading.line not in name_lines]
    found = blocks(document, headings, breaks=[line.start for line in name_lines])
    top = outside(document, found)
    if kind == "cover-letter":
        top = writers(document, name)
    reach = _Reach.of(
        [*top, *(line for block in found if block.is_contact for line in block.lines if line.text.strip())],
        document,
        found,
    )
    parsed = Parsed(
        name=name,
        email=reach.email,
        phone=reach.phone,
        location=contact.first_place(reach.lines, [name] if name else []),
        links=reach.links,
        sections=tuple(block.section for block in found),
    )
    if kind == "cover-letter":
        return _with_letter(parsed, document)
    return _with_sections(replace(parsed, headline=_headline(top, name_lines)), document, found)


@dataclass(frozen=True)
class _Reach:
    """How to reach the person, from the lines that say so, else from anywhere."""

    lines: Sequence[Line]
    email: Piece | None
    phone: Piece | None
    links: tuple[Piece, ...]

    @classmethod
    def of(cls, lines: Sequence[Line], document: ReadDocument, found: Sequence[Block]) -> "_Reach":
        ordered = sorted(lines, key=lambda line: line.start)
        closed = [block for block in found if block.section.kind in {"references", "experience"}]
        others = [line for line in document.lines if not _is_in(line, closed)]
        near = [line for line in ordered if not _is_prose(line)]
        email = next(_emails(near), None) or next(_emails(others), None)
        phone = next(_phones(near), None) or next(_phones(others), None)
        return cls(near, email, phone, tuple(link for line in near for link in contact.links(whole(line))))


def _is_prose(line: Line) -> bool:
    return len(line.text) > LONG_LINE


def _is_in(line: Line, closed: Sequence[Block]) -> bool:
    return any(block.section.start <= line.start < block.section.end for block in closed)


def _emails(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        yield from contact.emails(whole(line))


def _phones(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        yield from contact.phones(whole(line))


def _headline(top: Sequence[Line], name_lines: Sequence[Line]) -> Piece | None:
    """The line under the name, or above it, that says what the person is."""
    after = name_lines[-1].end if name_lines else -1
    near = [line for line in top if line.start > after][:HEADLINE_WITHIN]
    for line in near:
        if line.kind == "bullet" or _is_prose(line):
            continue
        for piece in split(whole(line), _TAB):
            parts = [piece.text, *re.split(r"[|–,]", piece.text)]
            if not _says_something_else(piece) and any(is_title(part) for part in parts):
                return piece
    return None


def _says_something_else(piece: Piece) -> bool:
    """How to reach the person, a time, a place, a sentence."""
    text = piece.text
    if len(text) > MOST_HEADLINE_LETTERS or text.endswith(".") or is_place(text) or periods(piece):
        return True
    return bool(contact.EMAIL.search(text) or STREET.search(text) or any(contact.phones(piece)))


def _with_letter(parsed: Parsed, document: ReadDocument) -> Parsed:
    letter = letter_of(document, parsed.name)
    signed = None
    if parsed.name is None and letter.signature and 1 < len(letter.signature.text.split()) <= MOST_WORDS:
        signed = letter.signature
    return replace(parsed, name=parsed.name or signed, letter=letter)


def _with_sections(parsed: Parsed, document: ReadDocument, found: Sequence[Block]) -> Parsed:
    usual = body_look(document)
    worked = list(_of(found, "experience", "volunteer"))
    if not worked and not found:
        # A document without headings: its dated lines are its jobs.
        worked = [bare(document, _about_person(document, parsed))]
    jobs = [job for block in worked for job in jobs_of(block, usual)]
    return replace(
        parsed,
        jobs=tuple(jobs),
        education=tuple(entry for block in _of(found, "education") for entry in education_of(block)),
        certifications=tuple(held for block in _of(found, "certifications") for held in certifications_of(block)),
        skills=tuple(item for block in _of(found, "skills") for item in items_of(block)),
        languages=tuple(item for block in _of(found, "languages") for item in items_of(block)),
    )


def _about_person(document: ReadDocument, parsed: Parsed) -> list[Line]:
    """The lines of the name, the headline and the ways to reach the person."""
    pieces = [parsed.name, parsed.email, parsed.phone, parsed.location, parsed.headline, *parsed.links]
    return [line for line in document.lines if any(piece and line.start <= piece.start <= line.end for piece in pieces)]


def _of(found: Sequence[Block], *kinds: SectionKind) -> Iterator[Block]:
    return (block for block in found if block.section.kind in kinds)


def warm() -> None:
    """Load the lists of words before the first document comes."""
    is_rare("warm")
    document = ReadDocument("Warm", (Line("Warm", 0),))
    understand(document, "resume")
