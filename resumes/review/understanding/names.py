"""Whose document it is. Several kinds of evidence are added up; without enough of it there is no name."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.review.document import Line, ReadDocument
from resumes.review.parsed import Piece
from resumes.review.understanding.contact import is_contact
from resumes.review.understanding.headings import Heading, Look, body_look, known_kind
from resumes.review.understanding.periods import points
from resumes.review.understanding.pieces import cut, joined, split, strip, tokens, whole
from resumes.review.understanding.places import is_place
from resumes.review.understanding.words import group, is_rare, words

# How much evidence a name needs, and what each kind of it counts.
ENOUGH = 5
FIRST_LINE, NEAR_CONTACT, LARGEST, STANDS_OUT, GIVEN_NAME, IN_EMAIL, INITIAL, LABEL = 2, 2, 2, 1, 2, 4, 1, 4
# Words that hardly anyone writes in a text: names mostly.
RARE = 1.5
# One word alone; letters such as "RN" behind it.
LONELY, CREDENTIALS = -2, 1
# Words of which none is known as a name, by a list, by the e-mail address or by its form.
UNLIKELY = -3
# A word of an occupation, an employer or a heading, unless the e-mail address says that it is part of a name.
FOREIGN_WORD = -6
# How far down the top of a document reaches.
TOP_LINES = 8
# In text that was taken from two columns the name may stand below the side column.
DEEPEST = 60

_WORD = re.compile(r"[^\W\d_][^\W\d_'’.`-]*(?:['’`.-][^\W\d_]+)*\.?")
_QUOTED = re.compile(r"[\"“”'‘’(][^\W\d_][\w .-]{0,20}[\"“”'‘’)]")
_PARTS = re.compile(r"\t|\s[|•·–—-]\s|,\s|\s{3,}|;")
_CUT = re.compile(r"\t|\s[|•·–—-]\s|\s{3,}")
_DOCUMENT_ALONE = re.compile(r"\W*(?:resume|résumé|curriculum\s+vitae|c\.?v\.?|vita|confidential)\W*", re.IGNORECASE)
_LABELED = re.compile(r"(?:full\s+|candidate(?:'s)?\s+|applicant(?:'s)?\s+)?name\s*[:–-]\s*", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:resume|résumé|curriculum\s+vitae|c\.?v\.?|vita)\s*(?:of|for|:|–|—|-)\s*|(?<=\w)\s*(?:[–—|-]\s*)?(?:resume|résumé|curriculum\s+vitae|cv)$",
    re.IGNORECASE,
)
MOST_WORDS = 6
MOST_LETTERS = 50
# With what may stand beside it on its line.
LONGEST_LINE = 200
# A name on two lines has no more words than these on each.
FIRST_WORDS, LAST_WORDS = 2, 4
# Shorter words prove nothing when an address holds them.
INITIALS = 2


@dataclass(frozen=True)
class Candidate:
    """A piece that has the shape of a name."""

    piece: Piece
    lines: tuple[Line, ...]
    has_credentials: bool
    is_labeled: bool = False


@dataclass(frozen=True)
class Around:
    """What the evidence is weighed against."""

    filled: Sequence[Line]
    usual: Look
    largest: float
    smallest: float
    email: Piece | None

    @classmethod
    def of(cls, document: ReadDocument, email: Piece | None) -> "Around":
        """The document as the evidence needs it."""
        filled = [line for line in document.lines if line.text.strip()]
        sizes = [line.size for line in filled if line.size] or [0]
        return cls(filled, body_look(document), max(sizes), min(sizes), email)


def find_name(
    document: ReadDocument, headings: Sequence[Heading], email: Piece | None
) -> tuple[Piece, tuple[Line, ...]] | None:
    """The name, and the lines that it stands on."""
    around = Around.of(document, email)
    best: tuple[float, Candidate] | None = None
    for candidate in _candidates(around, headings):
        evidence = _evidence(candidate, around)
        if evidence >= ENOUGH and (best is None or evidence > best[0]):
            best = evidence, candidate
    return (best[1].piece, best[1].lines) if best else None


def _candidates(around: Around, headings: Sequence[Heading]) -> Iterator[Candidate]:
    lines = around.filled
    opened = {heading.line.start: heading for heading in headings}
    above = True
    for at, line in enumerate(lines):
        if line.start in opened:
            # What stands below "Contact" is as good as the top.
            above = opened[line.start].kind == "other"
            continue
        is_top = (above and at < TOP_LINES) or at == 0 or line.kind == "header"
        is_large = (line.size or 0) >= around.largest > around.smallest and line.page == 1
        is_of_email = at < DEEPEST and not is_large and _is_of_email(line, around.email)
        if line.kind == "bullet" or not (is_top or is_large or is_of_email):
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following and _are_one(line, following, set(opened)) and (two := _candidate(line, following)):
            yield two
        if one := _candidate(line):
            yield one


def _is_of_email(line: Line, email: Piece | None) -> bool:
    """Whether a short line, further down, is the name that the e-mail address holds."""
    return len(line.text) <= MOST_LETTERS and "@" not in line.text and _email_share(tokens(line.text), email) == 1


def _are_one(line: Line, following: Line, opened: set[int]) -> bool:
    """Whether a name may go on in the next line: set alike, one word or few on each."""
    if following.start in opened or not line.size or line.size != following.size or line.column != following.column:
        return False
    return (
        len(line.text.split()) <= FIRST_WORDS
        and len(following.text.split()) <= LAST_WORDS
        and line.font == following.font
    )


def _candidate(line: Line, following: Line | None = None) -> Candidate | None:
    piece = whole(line)
    if len(piece.text) > LONGEST_LINE:
        return None
    label = _LABELED.match(piece.text)
    if label:
        piece = cut(piece, label.end(), len(piece.text))
    elif document := _DOCUMENT.search(piece.text):
        piece = cut(piece, 0, document.start()) if document.start() else cut(piece, document.end(), len(piece.text))
    first = split(piece, _CUT)[:1]
    bare, has_credentials = _without_credentials(first[0]) if first else (piece, False)
    if following:
        rest, also = _without_credentials(whole(following))
        bare, has_credentials = joined([bare, rest]), has_credentials or also
    if not _has_shape(bare.text):
        return None
    return Candidate(bare, (line, following) if following else (line,), has_credentials, bool(label))


def _without_credentials(piece: Piece) -> tuple[Piece, bool]:
    """A name without "CPhT, MBA" behind it, and whether there was any."""
    known = words("credentials")
    kept = strip(piece, " \t,|–—-:;")
    for cut_at in sorted((match for match in _PARTS.finditer(kept.text)), key=lambda match: -match.start()):
        behind = [
            word.strip(".,()®™").casefold()
            for word in kept.text[cut_at.end() :].replace(",", " ").replace("/", " ").split()
        ]
        if not behind or not all(word in known for word in behind):
            continue
        if any(word in _GENERATIONS for word in behind):
            return kept, True
        return _without_credentials(strip(cut(kept, 0, cut_at.start()), " \t,|–—-:;"))[0], True
    # Without a comma: "Maria Alvarez RN", in capitals only.
    if match := re.search(r"\s((?:[A-Z][A-Za-z]*\.?-?){1,8}®?)$", kept.text):
        is_known = match[1].strip("®.").casefold() in known and sum(sign.isupper() for sign in match[1]) > 1
        is_known = is_known and match[1].casefold().strip(".") not in _GENERATIONS
        if is_known and not kept.text.isupper() and len(kept.text.split()) > INITIALS:
            return _without_credentials(strip(cut(kept, 0, match.start())))[0], True
    return kept, False


_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def _has_shape(text: str) -> bool:
    """One to six words with capitals, particles apart, without digits; no heading, place or address."""
    bare = _QUOTED.sub(" ", text)
    found = bare.replace(",", " ").split()
    if (
        not 0 < len(found) <= MOST_WORDS
        or len(text) > MOST_LETTERS
        or points(text)
        or is_contact(text)
        or is_place(text)
    ):
        return False
    if known_kind(text) or not all(_WORD.fullmatch(word) for word in found):
        return False
    particles = group("name_parts", "particles")
    is_capital = all(word[0].isupper() or word.casefold() in particles for word in found)
    return (is_capital or (text.islower() and len(found) > 1)) and not text.endswith(":")


def _evidence(candidate: Candidate, around: Around) -> float:
    """How much speaks for the candidate."""
    line = candidate.lines[0]
    at = around.filled.index(line)
    is_first = line.kind == "header" or all(_DOCUMENT_ALONE.fullmatch(other.text) for other in around.filled[:at])
    found: float = FIRST_LINE * is_first + STANDS_OUT * _stands_out(line, around.usual)
    found += NEAR_CONTACT * any(is_contact(other.text) for other in around.filled[at : at + 4])
    found += LARGEST * (line.size == around.largest > around.smallest)
    small = group("name_parts", "particles") | group("name_parts", "honorifics") | _GENERATIONS
    proper = [word for word in tokens(candidate.piece.text) if word not in small]
    if "," in candidate.piece.text:
        # "Carpenter, Joy"
        proper = [*proper[1:], *proper[:1]]
    return found + _evidence_of_words(candidate, proper, around.email) if proper else 0


def _evidence_of_words(candidate: Candidate, proper: Sequence[str], email: Piece | None) -> float:
    """How much the words themselves say that they are a name; without any such evidence they hardly are one."""
    text, in_email = candidate.piece.text, _email_share(proper, email)
    positive = IN_EMAIL * in_email + LABEL * candidate.is_labeled
    positive += GIVEN_NAME * (proper[0].split("-")[0] in words("given_names"))
    positive += RARE * (len(proper) > 1 and any(_is_odd(word) for word in proper))
    positive += INITIAL * bool(re.search(r"\b[A-Z]\.(?=\s|$)|\b(?:D|O|L|Mc|Mac|Al|El)['’-]?[A-Z]", text))
    positive += CREDENTIALS * (candidate.has_credentials and not _is_doubtful(candidate))
    if not positive or (text.islower() and in_email < 1):
        return UNLIKELY
    is_first_known = proper[0] in words("given_names") or _is_in(proper[0], email)
    foreign = sum(_is_foreign(word) and not _is_in(word, email) for word in proper)
    excused = (proper[0] in words("given_names") and _is_foreign(proper[0]) and not _is_in(proper[0], email)) + (
        is_first_known and len(proper) > 1 and proper[-1] in words("surnames") and _is_foreign(proper[-1])
    )
    return positive + LONELY * (len(proper) == 1) + FOREIGN_WORD * max(0, foreign - excused)


_TRADE = re.compile(
    r"(?:ing|tion|sion|ology|graphy|otomy|ist|ian|ment|ness|ity|ics|able|ible|ive|ware|work|wall|lift|tics|istry|ery)s?$"
)


def _is_odd(word: str) -> bool:
    """Whether a word is rare and not built like one of a trade."""
    return is_rare(word) and not _TRADE.search(word)


def _is_foreign(word: str) -> bool:
    """Whether the word belongs to occupations, employers or headings."""
    lists = (words("title_nouns"), words("title_words"), group("organizations", "end"), group("organizations", "word"))
    return any(word in known for known in lists)


def _is_in(word: str, email: Piece | None) -> bool:
    """Whether an e-mail address holds the word."""
    if email is None or len(word) <= INITIALS:
        return False
    return _folded(word) in _folded(email.text.partition("@")[0])


def _email_share(proper: Sequence[str], email: Piece | None) -> float:
    """Which share of the words, or of their beginnings, the e-mail address holds."""
    if not email or not proper:
        return 0
    local = _folded(email.text.partition("@")[0])
    folded = [_folded(part) for word in proper for part in re.split(r"[-'’]", word) if part]
    if "".join(folded) in local:
        return 1
    long = [word for word in folded if len(word) > INITIALS]
    hits = sum(word in local for word in long)
    if not hits:
        return 0
    initials = sum(word[:1] in local for word in folded if word not in local)
    return min(1.0, (hits + 0.25 * initials) / max(1, min(2, len(long))))


def _folded(text: str) -> str:
    """Only small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalpha())


def _stands_out(line: Line, usual: Look) -> bool:
    return line.kind == "heading" or (line.bold and not usual.is_bold) or (line.body.isupper() and not usual.is_upper)


def _is_doubtful(candidate: Candidate) -> bool:
    """Whether what stands behind it may be a state: "Silver Spring, MD"."""
    behind = candidate.lines[-1].text[candidate.piece.end - candidate.lines[-1].start :]
    return all(word in group("name_parts", "ambiguous") for word in tokens(behind))
