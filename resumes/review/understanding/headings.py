"""Which lines are headings, and of what kind of section: by their words, and by how they are set."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from resumes.review.document import Line, ReadDocument
from resumes.review.parsed import Piece, SectionKind
from resumes.review.understanding.memory import remembered
from resumes.review.understanding.periods import points
from resumes.review.understanding.pieces import cut, strip, tokens, whole
from resumes.review.understanding.words import keywords, parts, words

MOST_WORDS = 7
MOST_LETTERS = 60
MOST_DIGITS = 2
# Letters that are set apart come in more than this many pieces, none longer.
SPREAD = 3
# Without being set apart, an unknown heading is believed only where this many known ones look the same.
FEWEST_ALIKE = 2
_FILLERS = frozenset({"my", "the", "continued", "cont", "cont'd", "contd", "your", "our"})
_DASHED = re.compile(r"^[\W_]*(.*?)[\W_]*$", re.DOTALL)
_INLINE = re.compile(r"^\W*((?:[^\W\d_]|[ &/'’-]){3,40}?)\s*(?::|\s[–—-]\s)\s*(?=\S)")
# Sections that people open and close on one line: "Objective: to work nights".
_INLINE_KINDS: frozenset[str] = frozenset(
    {"summary", "education", "references", "interests", "skills", "certifications", "languages"}
)


# Kinds whose headings people also write inside a job.
_LABEL_KINDS: frozenset[SectionKind] = frozenset({"awards", "skills", "summary", "projects", "other"})


@dataclass(frozen=True)
class Heading:
    """A line, or the beginning of one, that opens a section."""

    piece: Piece
    kind: SectionKind
    line: Line
    # Where the section's text begins when it begins on the same line.
    body_start: int | None = None


@dataclass(frozen=True)
class Look:
    """How a line is set."""

    is_marked: bool
    is_bold: bool
    is_upper: bool
    size: float | None


def look(line: Line) -> Look:
    """How a line is set; sizes within half a point are one."""
    size = None if line.size is None else round(line.size * 2) / 2
    return Look(line.kind == "heading", line.bold, _is_upper(line.body), size)


@remembered
def _is_upper(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and sum(sign.isupper() for sign in letters) > 0.9 * len(letters)


def body_look(document: ReadDocument) -> Look:
    """How most of the text is set."""
    looks: Counter[Look] = Counter()
    for line in document.lines:
        looks[look(line)] += len(line.text)
    return looks.most_common(1)[0][0] if looks else Look(is_marked=False, is_bold=False, is_upper=False, size=None)


@remembered
def plain(text: str) -> str:
    """A heading's words as the lists hold them."""
    text = text.casefold().replace("&", " and ").replace("+", " and ").replace("/", " and ").replace("-", " ")
    kept = [word.replace("'", "").replace("’", "") for word in tokens(text)]
    return " ".join(word for word in kept if word not in _FILLERS).replace("where ive", "where i have")


@cache
def _known() -> dict[str, SectionKind]:
    known: dict[str, SectionKind] = {}
    for kind, phrases in parts("headings").items():
        # The lists hold nothing but kinds of sections.
        known |= dict.fromkeys((plain(phrase) for phrase in phrases), kind)  # type: ignore[arg-type]
    return known


@cache
def _closed_up() -> dict[str, SectionKind]:
    return {phrase.replace(" ", ""): kind for phrase, kind in _known().items()}


def known_kind(text: str) -> SectionKind | None:
    """The kind of a heading that people are known to write, letters set apart included."""
    phrase = plain(text)
    if kind := _known().get(phrase):
        return kind
    if len(phrase.split()) > SPREAD and max(map(len, phrase.split())) <= SPREAD:
        return _closed_up().get(phrase.replace(" ", ""))
    return None


def likely_kind(text: str) -> SectionKind | None:
    """The kind that a word in an unknown heading tells."""
    found = set(plain(text).split())
    for kind, telling in keywords("heading_words"):
        if found & telling:
            return kind  # type: ignore[return-value]
    return None


def is_telling(heading: Heading) -> bool:
    """Whether its words say that it is a heading, and not only how it is set."""
    return bool(known_kind(heading.piece.text) or likely_kind(heading.piece.text))


def find_headings(document: ReadDocument) -> list[Heading]:
    """Every heading, in the order of the document."""
    sure = list(_sure(document))
    alike = Counter(look(heading.line) for heading in sure if heading.body_start is None)
    taken = {heading.line.start for heading in sure}
    usual = body_look(document)
    likely = [
        heading
        for line, is_apart in _with_gaps(document.lines)
        if line.start not in taken and (heading := _likely(line, is_apart, alike, usual))
    ]
    found = [*_consistent(sure, alike, usual), *_beside(document.lines, taken), *likely]
    found.sort(key=lambda heading: heading.piece.start)
    return _without_labels(found, frozenset(line.start for line, is_apart in _with_gaps(document.lines) if is_apart))


def _with_gaps(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    is_apart = True
    for line in lines:
        if line.text.strip():
            yield line, is_apart
        is_apart = not line.text.strip()


def _sure(document: ReadDocument) -> Iterator[Heading]:
    """Lines that are known headings, and those that begin with one."""
    for line, is_apart in _with_gaps(document.lines):
        if line.kind in {"header", "footer"}:
            continue
        piece = strip(whole(line))
        if _is_title(piece.text):
            continue
        if line.kind != "bullet" and len(piece.text) <= MOST_LETTERS and (kind := known_kind(piece.text)):
            yield Heading(piece, kind, line)
        elif is_apart and line.kind != "bullet" and (heading := _inline(line)):
            yield heading


def _is_title(text: str) -> bool:
    """Whether it names the document itself."""
    return plain(text) in {"resume", "résumé", "curriculum vitae", "cv", "vita", "c v", "cover letter"}


def _beside(lines: Sequence[Line], taken: set[int]) -> list[Heading]:
    """Headings in the left column of a table, with their text in the right one; one alone is no heading."""
    found: list[Heading] = []
    for line in lines:
        first, gap, rest = line.body.partition("\t")
        kind = known_kind(first) if gap and rest.strip() and line.kind != "bullet" and line.start not in taken else None
        if kind and len(first) <= MOST_LETTERS:
            piece = strip(cut(whole(line), 0, len(first)))
            found.append(Heading(piece, kind, line, body_start=line.body_start + len(first) + 1))
    is_layout = {"experience", "education"} & {heading.kind for heading in found} and len(found) >= FEWEST_ALIKE
    return found if is_layout else []


def _inline(line: Line) -> Heading | None:
    """“Objective: to work nights”."""
    match = _INLINE.match(line.body)
    kind = match and known_kind(match[1])
    if not match or not kind or kind not in _INLINE_KINDS:
        return None
    piece = cut(whole(line), match.start(1), match.end(1))
    return Heading(piece, kind, line, body_start=line.body_start + match.end())


def _consistent(sure: list[Heading], alike: Counter[Look], usual: Look) -> Iterator[Heading]:
    """Known headings without those that only look like the running text where the others stand out."""
    standing = {its for its, count in alike.items() if its != usual and count >= FEWEST_ALIKE}
    for heading in sure:
        stands_out = look(heading.line) != usual or heading.line.text.rstrip().endswith(":")
        if not standing or (stands_out and heading.body_start is None) or heading.kind == "references":
            yield heading


def _without_labels(headings: list[Heading], apart: frozenset[int]) -> list[Heading]:
    """Headings without labels inside a job, such as “Key achievements:” or “Technologies”, which only look like one."""
    kept: list[Heading] = []
    for heading in headings:
        inside = bool(kept) and kept[-1].kind in {"experience", "volunteer"}
        is_label = heading.kind in _LABEL_KINDS and heading.line.start not in apart
        is_other = (
            replace(look(heading.line), is_marked=True) != replace(look(kept[-1].line), is_marked=True)
            if kept
            else False
        )
        if not (inside and is_label and is_other):
            kept.append(heading)
    return kept


def _likely(line: Line, is_apart: bool, alike: Counter[Look], usual: Look) -> Heading | None:
    """A line that nobody knows as a heading, set like those that are known."""
    piece = strip(whole(line))
    its = look(line)
    if is_apart and its == usual and line.kind == "text" and _ends_as_heading(piece.text):
        return Heading(piece, likely_kind(piece.text) or "other", line)
    if (
        line.kind in {"bullet", "table", "header", "footer"}
        or _is_title(piece.text)
        or not _has_shape(piece.text)
        or its == usual
    ):
        return None
    kind = likely_kind(piece.text)
    if alike[its] < FEWEST_ALIKE and not (kind and alike[its] and is_apart):
        return None
    # Capitals or bold letters alone also mark employers; a size, a style or a telling word does not.
    if (
        not kind
        and not its.is_marked
        and its.size == usual.size
        and not (is_apart and its.is_upper and _is_lonely(line))
    ):
        return None
    return Heading(piece, kind or "other", line)


def _ends_as_heading(text: str) -> bool:
    """“Clinical and Case Management Experience” in plain text: capitals, and a last word that headings end on."""
    found = text.split()
    if not 1 < len(found) <= MOST_WORDS or not _has_shape(text) or "," in text or not text[-1].isalpha():
        return False
    is_titled = all(word[0].isupper() or word in {"and", "of", "&", "the", "in", "or"} for word in found)
    return is_titled and found[-1].casefold() in words("heading_ends")


def _is_lonely(line: Line) -> bool:
    return line.rail is None and "\t" not in line.text and "," not in line.text


def _has_shape(text: str) -> bool:
    """Whether it is short, names no date and no place on the net, and is no name of an occupation."""
    found = tokens(text)
    if not 0 < len(found) <= MOST_WORDS or len(text) > MOST_LETTERS or text.endswith((".", ",")) or "|" in text:
        return False
    if points(text) or "@" in text or "\t" in text or sum(sign.isdigit() for sign in text) > MOST_DIGITS:
        return False
    return not set(found) & words("title_nouns")
