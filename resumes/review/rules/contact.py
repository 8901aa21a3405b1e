"""How a reader reaches the writer, and what a reader should not be told."""

import re
from collections.abc import Iterable, Iterator

from resumes.review import tables
from resumes.review.finding import Case, Finding
from resumes.review.rules.advice import Advice

_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w/])\+?\d[\d\s().•·/-]{6,}\d(?!\w)")

_NO_EMAIL = Advice(
    "missing-email", "content", "Most employers answer by e-mail; without an address the answer has nowhere to go."
)
_NO_PHONE = Advice(
    "missing-phone",
    "content",
    "Many managers call to set up an interview, and call the next person when they find no number.",
)
_EMAIL_NAME = Advice(
    "email-address", "content", "The address is among the first words a reader sees, and it stands in for your name."
)
_PERSONAL = Advice(
    "personal-data",
    "content",
    "Employers in the United States may not decide by age, family, faith or looks, and many set aside what shows them.",
)
_NATIONAL_ID = Advice(
    "personal-data", "content", "A resume is copied and passed on; with this number somebody could use your name."
)


def missing_email(case: Case) -> Iterable[Finding]:
    """No e-mail address anywhere, the page header included.

    Why: employers and their programs answer by e-mail. Source: VMock and OfflineCV check contact data; every rubric of
    a career center asks for it.
    """
    if case.parsed.email is None and not _EMAIL.search(_all_text(case)):
        yield _NO_EMAIL.whole("must", "There is no e-mail address.", "Put your e-mail address under your name.")


def missing_phone(case: Case) -> Iterable[Finding]:
    """No telephone number anywhere, the page header included.

    Why: the first contact is often a call. Source: VMock and OfflineCV check contact data.
    """
    if case.parsed.phone is None and not any(_is_phone(found) for found in _PHONE.finditer(_all_text(case))):
        yield _NO_PHONE.whole("must", "There is no telephone number.", "Put your telephone number under your name.")


def _is_phone(found: re.Match[str]) -> bool:
    """Digits in groups, as telephone numbers are written, that are no range of years or months."""
    is_grouped = re.search(r"^\+|\d\D+\d{3,4}\D+\d{4}$|^\d{3}[ .-]\d{4}$", found[0])
    return bool(is_grouped) and not re.search(
        r"(?:19|20)\d\d\s*[-/–]\s*(?:\d\d?/)?(?:19|20)\d\d|\d/(?:19|20)\d\d", found[0]
    )


def _all_text(case: Case) -> str:
    return "\n".join([case.document.text, *case.document.layout.in_headers])


# ---- the address itself

# Words that are no part of a name and make an address a joke, wherever they stand in it.
_JOKES = re.compile("|".join(tables.lines("rules/joke_addresses")))
# Words that are a joke only when they stand alone between separators and digits: many names hold them.
_JOKES_ALONE = tables.words("rules/jokes_alone")
_DECORATED = re.compile(r"(?<![a-z])x{2,}(?![a-z])|^x{2,}|x{2,}$|_{2,}", re.IGNORECASE)


def email_address(case: Case) -> Iterable[Finding]:
    """An address that is a joke, a nickname or a sentiment rather than a name.

    Why: it is read before anything else. Parts that belong to the writer's name, and plain digits, are fine.
    Source: career-center rubrics; no tool that we could run checks it.
    """
    email = case.parsed.email
    if email is None:
        return
    local = email.text.partition("@")[0]
    if _is_joke(local, case.parsed.name.text if case.parsed.name else ""):
        yield _EMAIL_NAME.at(
            case,
            email.start,
            email.end,
            "should",
            f"“{email.text}” tells a reader something other than your name.",
            "Use an address made of your name, such as first.last@[your mail service].",
        )


def _is_joke(local: str, name: str) -> bool:
    rest = local.lower()
    own = [part for part in re.findall(r"[a-z]+", name.lower()) if len(part) > 2]  # noqa: PLR2004
    for part in sorted(own, key=len, reverse=True):
        rest = rest.replace(part, ".")
    has_name = rest != local.lower()
    if _JOKES.search(rest) or _DECORATED.search(rest) or (not has_name and re.search(r"69(?!\d)", rest)):
        return True
    return any(word in _JOKES_ALONE for word in re.findall(r"[a-z]+", rest)) and (bool(own) or not has_name)


# ---- what is nobody's business

_LABELS = re.compile(
    r"(?:^|[|•·;,]\s*|\s{3,})(date of birth|d\.?o\.?b\.?|birth ?date|birthday|born|age|marital status|civil status|"
    r"religion|"
    r"religious affiliation|gender|sex|race|ethnicity|nationality|height|weight|blood (?:group|type)|father['’]s name|"
    r"mother['’]s name|"
    r"husband['’]s name|spouse|children|no\. of children|number of children|health|place of birth|political "
    r"affiliation)\s*[:–—-]\s*(?=\S)[^|•·\n]{1,40}",
    re.IGNORECASE | re.MULTILINE,
)
_BORN = re.compile(
    r"(?:^|[|•·;,]\s*)(?:(?:date of birth|d\.?o\.?b\.?|birth ?date)\s+(?=\d|[A-Z][a-z]{2})[^|•·\n]{4,20}|"
    r"age\s+[1-7]\d\b(?!\s*(?:and|to|or|\+|-|–)))|"
    r"\bborn\s+(?:on\s+|in\s+)?(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?)?(?:19[4-9]\d|200\d|\d{1,2}/\d{1,2}/\d{2,4})\b|"
    r"\b(?:i am |aged? )?(?:1[6-9]|[2-7]\d)[ -]years?[ -]old\b(?! (?:patient|resident|student|child|building|company|"
    r"system|boy|girl|man|woman|male|female|business|firm|code|house))|"
    r"\b(?:happily )?married,? (?:with|and) (?:\w+ )?(?:kids|children|child)\b|\b(?:mother|father) of (?:two|three|"
    r"four|five|\d)\b|"
    r"^(?:married|single|divorced|widowed)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBERS = re.compile(
    r"(?:\b(?:ssn|social security(?: number| no\.?)?|national id(?:entity)?(?: number| no\.?| card)?|passport(?: "
    r"number| no\.?)?|aadhaa?r(?: no\.?| number)?|"
    r"nric|cnic|nin|national insurance(?: number| no\.?)?|tax id|curp|dni|pan(?: card)? (?:no\.?|"
    r"number))\s*[:#.-]?\s*[A-Z]{0,3}[\dxX*-][\w -]{4,})|"
    r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])",
    re.IGNORECASE,
)


def personal_data(case: Case) -> Iterable[Finding]:
    """A birth date, age, family, faith, sex, height, photo, or the number of a card of identity.

    Why: employers in the U.S. must not choose by these, and a number of identity invites theft. Lines of work may name
    them ("verified dates of birth"). Source: EEOC's prohibited practices name age, sex, religion and national origin;
    career-center rubrics.
    """
    text = case.document.text
    for found in _NUMBERS.finditer(text):
        yield _NATIONAL_ID.at(
            case, found.start(), found.end(), "must", "This number identifies you and does not belong in a resume."
        )
    for found in _private(text):
        line = case.document.line_at(found.start())
        if not _is_work(case, found.start()) and not (line and len(line.body.split()) > 25):  # noqa: PLR2004
            said = " ".join(found[0].split()).strip("|•·;, ")
            start = found.start() + found[0].index(said[:1])
            yield _PERSONAL.at(
                case,
                start,
                found.end(),
                "should",
                f"“{said}” is nothing that an employer should know.",
                "Leave it out.",
            )
    if case.document.layout.has_photo:
        yield _PERSONAL.whole(
            "should", "There is a photo of a person.", "Leave the photo out, unless the employer asks for one."
        )


def _private(text: str) -> Iterator[re.Match[str]]:
    for found in [*_LABELS.finditer(text), *_BORN.finditer(text)]:
        if not re.match(r"\W*(?:health|children|sex|race|age|weight|height)\s*[–—-]", found[0], re.IGNORECASE):
            yield found


def _is_work(case: Case, offset: int) -> bool:
    """Whether a line of a job holds the words: there they are somebody else's."""
    pieces = (piece for job in case.parsed.jobs for piece in (*job.bullets, *job.paragraphs))
    return any(piece.start <= offset < piece.end for piece in pieces)
