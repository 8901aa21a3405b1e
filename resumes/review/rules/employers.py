"""Names of employers in a letter: whether it names the right one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumes.review import tables
from resumes.review.finding import Case
from resumes.review.rules.passages import Passage, paragraphs

_GENERIC = tables.words("rules/generic_names")
_NAME = r"((?:The )?[A-Z][\w&.'’-]*[\w](?:,? (?:(?:of|the|and|&|de|for) )?(?:the )?[A-Z&][\w&.'’-]*){0,6})"
# Where a letter speaks of the employer that it is meant for.
_TARGETS = tuple(re.compile(line.replace("{name}", _NAME)) for line in tables.lines("rules/targets"))
_POSSESSIVE = re.compile(
    r"\b((?:[A-Z][\w&.-]* (?:(?:of|the|and|&) )?){0,5}[A-Z][\w&.-]*?)(?:['’]s|s['’]) (?:mission|commitment|reputation|"
    r"values|approach|focus|emphasis|dedication|growth|culture|work with|work in|needs|vision)\b"
)
# In front of a job's name: the writer's own, now or earlier.
_OWN_JOB = re.compile(
    r"\b(?:(?:my|current|previous|former|last|present|prior|recent)"
    r"(?: (?!the\b|an?\b|your\b|this\b|to\b|for\b|in\b|with\b)[\w-]+){0,3}|"
    r"I (?:\w+ )?(?:held|worked|left|had|accepted|started|quit|took|lost)\b[^.;]{0,30}) $",
    re.IGNORECASE,
)
_OWN_WORK = re.compile(
    r"\b(?:current|currently|previous|former|last|present|prior|past)\b|\bmy (?:position|role|job|work|time|years)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Name:
    """An employer's name, where it stands in the document."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


def employer_of(case: Case) -> str:
    """Whom the letter is meant for: the posting's employer, else that of the address."""
    if case.posting and case.posting.employer:
        return case.posting.employer
    letter = case.parsed.letter
    return letter.employer.text if letter and letter.employer and not is_blank(letter.employer.text) else ""


def is_blank(name: str) -> bool:
    """Whether it names nobody: "your company", "[Company Name]"."""
    return (
        bool(
            re.match(
                r"\W*(?:your|company|employer|organization|name|insert|hiring|(?:the|this) (?:company|employer|"
                r"organization|hiring))\b",
                name,
                re.IGNORECASE,
            )
        )
        or "[" in name
    )


def distinctive(name: str) -> set[str]:
    """The words of a name that tell it from others; all of its words where none does."""
    words = {word.lower() for word in re.findall(r"[A-Za-z0-9À-ÿ]{2,}", re.sub(r"['’]s?\b", "", name))}
    return words - _GENERIC or words


def is_same(one: str, other: str) -> bool:
    """Whether two names may mean one employer: a telling word in common, or the initials of the other."""
    if distinctive(one) & distinctive(other):
        return True
    return _initials(one) == _squeezed(other) or _initials(other) == _squeezed(one)


def _initials(name: str) -> str:
    words = [
        word
        for word in re.findall(r"[A-Za-z]+", name)
        if word.lower() not in {"the", "of", "and", "for", "at", "inc", "llc"}
    ]
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


def _squeezed(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def names_employer(text: str, employer: str) -> bool:
    """Whether a text names the employer: by a word that tells it from others, in capitals, or by its initials."""
    if len(_initials(employer)) > 1 and re.search(rf"\b{_initials(employer).upper()}\b", text):
        return True
    words = distinctive(employer)
    if words <= _GENERIC:
        return bool(re.search(rf"\b{re.escape(employer.strip())}\b", text, re.IGNORECASE))
    return any(word.lower() in words for word in re.findall(r"\b[A-Z0-9][\w&-]*", text))


def targets(case: Case) -> list[Name]:
    """The names of employers that the letter speaks to, in its body and its salutation."""
    pieces = paragraphs(case)
    found = [name for piece in pieces for name in _targets_in(piece)]
    letter = case.parsed.letter
    if letter and letter.salutation:
        found += list(
            _targets_in(
                Passage(case.document.text[letter.salutation.start : letter.salutation.end], letter.salutation.start)
            )
        )
    return found


def _targets_in(piece: Passage) -> Iterator[Name]:
    for pattern in (*_TARGETS, _POSSESSIVE):
        for found in pattern.finditer(piece.text):
            name = _trimmed(found[1])
            if (
                name
                and not _OWN_JOB.search(piece.text[: found.start()])
                and not _OWN_WORK.search(found[0][: found.start(1) - found.start()])
            ):
                yield Name(name, piece.start + found.start(1))


_NO_EMPLOYERS = re.compile(
    r"^(?:The )?(?:I|My|We|Our|You|Your|It|This|That|In|At|As|After|When|While|With|For|Since|During|On|From|And|But|"
    r"Both|Although|Because|English|Spanish|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|"
    r"Mr|Ms|Mrs|Dr|Hiring|Human|Emergency|Intensive|Critical|Labor|Registered|Certified|Licensed|Bachelor|Master|"
    r"Associate|Microsoft|Excel|Epic|Python|Java|"
    r"[A-Z]{2,5}|Level|Class|Type|Room|Unit|Grade|Grades|Floor|Ward|Department|Kindergarten)\b\.?(?:['’]\w+)?$"
)


def _trimmed(name: str) -> str:
    """The name without a trailing sign or the start of the next clause; empty where it is no employer's."""
    name = re.split(r"[.,;](?: |$)|['’]s\b", name)[0].strip(" .,;’'")
    name = re.sub(r"(?: (?:of|the|and|&|for|de|I|My|In|As|At))+$", "", name)
    return "" if _NO_EMPLOYERS.match(name) or len(name) < 2 else name  # noqa: PLR2004 -- one letter is no name
