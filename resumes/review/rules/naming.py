"""Names of roles and employers in a letter: whether it names the right ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from resumes.review import tables
from resumes.review.finding import Case
from resumes.review.rules.passages import Passage, paragraphs

# ---- employers

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
    return case.parsed.letter.employer.text if case.parsed.letter and case.parsed.letter.employer else ""


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
    return any(re.search(rf"\b{re.escape(word)}(?:['’]?s)?\b", text, re.IGNORECASE) for word in words)


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


# ---- roles

_BESIDE = tables.words("rules/beside_a_title")
_SHORT = {
    "registered nurse": "rn",
    "licensed practical nurse": "lpn",
    "licensed vocational nurse": "lvn",
    "nursing assistant": "cna",
    "nurse aide": "cna",
    "medical assistant": "cma",
    "emergency medical technician": "emt",
    "pharmacy technician": "cpht",
    "nurse practitioner": "np",
    "physician assistant": "pa",
    "human resources": "hr",
    "quality assurance": "qa",
    "information technology": "it",
    "surgical technologist": "cst",
    "radiologic technologist": "rad tech",
    "occupational therapist": "ot",
    "physical therapist": "pt",
}
_APPLIES = r"(?:position|role|opening|job|vacancy|post|posting|opportunity|internship|apprenticeship|placement)"
# Words in front of "position" that do not say which.
_ANY = tables.words("rules/any_position")
_OCCUPATION = (
    r"(?:[a-z]+(?:ician|ologist|pist|ographer|keeper|maker|worker|smith|grammer|veloper|gineer|nalyst|cialist|sultant|"
    r"countant|ssistant|ervisor|nator|"
    r"inistrator|ductor|erator|pector|nstructor|ructor|uctor|ntor|itor|acher|river|aner|inter|umber|enter|oner|utcher|"
    r"aker|lder|inist|ygienist|eptionist|"
    r"ibrarian|echnologist|rsing|aching|aborer|andler|acker|tender|selor|iver|iner)|technician|tech|nurse|cook|chef|"
    r"aide|clerk|coach|host|hostess|guard|pilot|cashier|intern|"
    r"attorney|nanny|scribe|medic|paramedic|manager|lead|server|barista|associate|representative|mechanic|welder|rn|"
    r"lpn|cna|cma|emt|cpht|tutor|director|apprentice)s?"
)
_NAMED_ROLE = re.compile(
    rf"\b(?i:as|become|becoming|be|hire|seeking|hiring|for|for the) (?:an?|your|the|its)? ?(?:next |new |full-time |"
    rf"part-time )?(?:[\w-]+ ){{0,4}}{_OCCUPATION}\b|(?i:^\s*(?:re|subject|regarding|position)\s*:.{{3,}})",
    re.MULTILINE,
)


def titles_of(case: Case) -> list[str]:
    """The names of the role that the letter is for: the posting's title, or those of the role."""
    if case.posting and case.posting.title:
        also = (
            [case.role.title, *case.role.titles]
            if case.role and _stems(case.role.title) & _stems(case.posting.title)
            else []
        )
        return [case.posting.title, *also]
    return [case.role.title, *case.role.titles] if case.role else []


def names_role(text: str, title: str) -> bool:
    """Whether a text names a role: the words of its core, its abbreviation, or its noun as what is applied for."""
    core = core_of(title)
    low = text.lower()
    if not core:
        return False
    short = _SHORT.get(" ".join(core)) or next((brief for long, brief in _SHORT.items() if long in title.lower()), "")
    if short and re.search(rf"\b{short}s?\b", low):
        return True
    words = [_stem(word) for word in re.findall(r"[a-z+#]+", low)]
    stems = [_stem(word) for word in core]
    near = range(max(1, len(words)))
    if any(all(any(_alike(word, stem) for word in words[at : at + len(core) + 3]) for stem in stems) for at in near):
        return True
    head = core[-1]
    return bool(
        re.search(
            rf"\b(?:the|your|this|an?|as|open|new|full-time|part-time) {re.escape(head)}s? {_APPLIES}\b|\b{_APPLIES} "
            rf"(?:of|as) (?:an? |the |your )?{re.escape(head)}\b",
            low,
        )
    )


def core_of(title: str) -> list[str]:
    """The words of a title that name the role: "Senior Registered Nurse, ICU (Nights)" is "registered nurse"."""
    main = re.split(r"\s[-–—|]\s|[,(/|]", title.strip())[0] or title
    words = [word for word in re.findall(r"[a-z+#-]+", main.lower()) if word not in _BESIDE]
    return words or [word for word in re.findall(r"[a-z+#-]+", title.lower()) if word not in _BESIDE]


def names_any_role(text: str) -> bool:
    """Whether a text says for which role it is meant, whichever that is."""
    for found in re.finditer(rf"((?:[\w’'/-]+ ){{1,5}}){_APPLIES}\b", text):
        before = re.split(r"\b(?:for|to|in|about|the|an?|your|this|of)\b", found[1], flags=re.IGNORECASE)[-1].split()
        if any(word.lower() not in _ANY and word[0].isalpha() for word in before):
            return True
    if re.search(rf"\b{_APPLIES} (?:as|of|for) (?:an? |the |your )?(?!you\b|which\b)[A-Za-z]", text):
        return True
    return bool(_NAMED_ROLE.search(text)) or bool(
        re.search(r"\b(?:apply|applying|application) (?:for|to be|to become) (?:the |an? |your )?[A-Z]\w+", text)
    )


def mentions_occupation(text: str) -> bool:
    """Whether a text has a word for somebody who does a job."""
    return bool(
        re.search(rf"\b{_OCCUPATION}\b", re.sub(r"\bhiring manager\b", " ", text, flags=re.IGNORECASE), re.IGNORECASE)
    )


def _stems(title: str) -> set[str]:
    return {_stem(word) for word in core_of(title)}


@cache
def _stem(word: str) -> str:
    cut = re.sub(r"(?:ing|ers?|ors?|ists?|ians?|es|s|e|y)$", "", word)
    return cut if len(cut) > 2 else word  # noqa: PLR2004 -- less is no stem


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short))  # noqa: PLR2004 -- "tech", "technician"
