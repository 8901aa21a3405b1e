"""Where a letter and the resume beside it do not agree."""

import re
from collections.abc import Iterable, Iterator

from resumes.review import limits
from resumes.review.finding import Case, Finding, Severity
from resumes.review.parsed import Job
from resumes.review.rules import months
from resumes.review.rules.advice import Advice, shortened
from resumes.review.rules.employers import distinctive
from resumes.review.rules.passages import Passage, paragraphs

_CONTRADICTS = Advice(
    "contradicts-resume", "content", "Letter and resume are read side by side; where they differ, neither is believed."
)

_COUNT = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "eighteen": 18,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
}
_NUMBER = rf"(\d{{1,2}}|{'|'.join(sorted(_COUNT, key=len, reverse=True))})"
_YEARS = re.compile(
    rf"\b(?:over |more than |nearly |almost |about |my |with |have )*{_NUMBER}\+?(?: and a half)?[- ]years?['’]?(?: "
    rf"of| as| in|['’]|\b)",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experience|worked|working|work |career|as an? |in (?:the )?\w+|have been|practice|profession", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
_DEGREES = (
    ("doctor", r"\bdoctorate|\bph\.?d\b|\bpharm\.?d\b|\bdoctor of"),
    ("master", r"\bmaster['’]?s?\b(?: degree| of)|\bm\.?b\.?a\b|\bm\.?s\.?n\b|\bmaster['’]s\b"),
    ("bachelor", r"\bbachelor|\bb\.?s\.?n\b|\bb\.?sc?\.? (?:in|degree)|\bb\.?a\.? (?:in|degree)|\bb\.s\b|\bb\.a\b"),
    ("associate", r"\bassociate['’]?s? (?:degree|of|in)|\bassociate['’]s\b|\ba\.?a\.?s\b|\ba\.s\b|\ba\.?d\.?n\b"),
)
_CREDENTIALS = re.compile(
    r"\b(?:CPhT(?:-Adv)?|RN|LPN|LVN|CNA|CMA|RMA|EMT-?[BPI]?|BLS|ACLS|PALS|CCRN|CEN|CST|CRCST|ARRT|CPC|CCS|RHIT|CVT|"
    r"LVT|CDL|PMP|CPA|ServSafe|OSHA[- ]?(?:10|30)|NRP|TNCC|CRT|RRT|CompTIA \w\+|CCNA|PE|CDA|RDA)\b"
)


def contradicts_resume(case: Case) -> Iterable[Finding]:
    """Years, dates, degrees, credentials, counts or contact data that differ between the letter and its resume.

    Why: neither is believed. Only where a resume was given. Years may be rounded by one. Source: users of job-hunt
    tools ask that both be checked together (jbped/job-hunt, issue 16); the rule is ours.
    """
    if case.resume is None:
        return
    for look in (_contact, _years, _dates, _degrees, _credentials, _counts):
        yield from look(case, case.resume)


def _at(case: Case, start: int, end: int, severity: Severity, message: str) -> Finding:
    return _CONTRADICTS.at(
        case, start, end, severity, message, "Check which of the two is right, and change the other."
    )


def _contact(case: Case, resume: Case) -> Iterator[Finding]:
    """Another address, number or name."""
    mine, other = case.parsed, resume.parsed
    for one, two, what in ((mine.email, other.email, "e-mail address"), (mine.phone, other.phone, "telephone number")):
        if one and two and _plain(one.text) != _plain(two.text):
            yield _at(
                case, one.start, one.end, "must", f"“{one.text}” is another {what} than “{two.text}” in the resume."
            )


def _plain(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return text.strip().lower() if "@" in text else digits[-10:]


def _years(case: Case, resume: Case) -> Iterator[Finding]:
    """More years of experience than the jobs of the resume hold."""
    spans = months.spans(list(resume.parsed.jobs), today=case.today)
    if not spans:
        return
    most = (max(span.last for span in spans) - min(span.first for span in spans) + 1) / 12
    for piece in paragraphs(case):
        for found in _YEARS.finditer(piece.text):
            claimed = _value(found[1])
            around = piece.text[max(0, found.start() - 40) : found.end() + 40]
            if claimed > most + limits.YEARS_TOLERATED and _EXPERIENCE.search(around):
                start = piece.start + found.start()
                yield _at(
                    case,
                    start,
                    piece.start + found.end(),
                    "must",
                    f"“{found[0].strip()}” is more than the {most:.0f} years that the jobs in the resume span.",
                )


def _dates(case: Case, resume: Case) -> Iterator[Finding]:
    """Such as "Since 2018 at Walgreens", where the resume says 2020."""
    for piece, name, job in _employers(case, resume):
        sentence_end = piece.text.find(". ", name.end())
        begin = piece.text.rfind(". ", 0, name.start()) + 1
        said = piece.text[begin : sentence_end if sentence_end > 0 else len(piece.text)]
        for found in _SINCE.finditer(said):
            written = job.period.starts_on if job.period else None
            if written and written[:4] != found[1]:
                start = piece.start + begin + found.start()
                yield _at(
                    case,
                    start,
                    start + len(found[0]),
                    "must",
                    f"“{found[0]}” differs from the resume, which says “{job.period.text if job.period else ''}”.",
                )


def _employers(case: Case, resume: Case) -> Iterator[tuple[Passage, re.Match[str], Job]]:
    """Places in the letter that name an employer of the resume, with the job."""
    for piece in paragraphs(case):
        for job in resume.parsed.jobs:
            same = [
                other
                for other in resume.parsed.jobs
                if other.employer and job.employer and other.employer.text == job.employer.text
            ]
            if job.employer is None or len(same) > 1:
                continue
            for word in sorted(distinctive(job.employer.text), key=len, reverse=True)[:1]:
                for name in re.finditer(rf"\b{re.escape(word)}\b", piece.text, re.IGNORECASE):
                    yield piece, name, job


def _degrees(case: Case, resume: Case) -> Iterator[Finding]:
    """A degree that the resume does not hold, where it holds another."""
    text = resume.document.text
    held = {name for name, pattern in _DEGREES if re.search(pattern, text, re.IGNORECASE)}
    if not held:
        return
    for piece in paragraphs(case):
        for name, pattern in _DEGREES:
            found = re.search(
                rf"\bmy (?:\w+ )?(?:{pattern})|\b(?:hold|earned|have|completed|with|received) (?:an? |my )?(?:\w+ "
                rf")?(?:{pattern})",
                piece.text,
                re.IGNORECASE,
            )
            if (
                found
                and name not in held
                and not re.search(
                    r"pursu|working toward|complet(?:e|ing) (?:a|my) |plan",
                    piece.text[max(0, found.start() - 30) : found.end()],
                    re.IGNORECASE,
                )
            ):
                yield _at(
                    case,
                    piece.start + found.start(),
                    piece.start + found.end(),
                    "must",
                    f"“{shortened(found[0])}” is not in the resume.",
                )


def _credentials(case: Case, resume: Case) -> Iterator[Finding]:
    """An abbreviated credential that the resume does not name."""
    told: set[str] = set()
    for piece in paragraphs(case):
        for found in _CREDENTIALS.finditer(piece.text):
            before = piece.text[max(0, found.start() - 60) : found.start()]
            claims = re.search(
                r"\b(?:I (?:am|hold|have|earned|passed|maintain|keep)|my|certified|licensed|as an?)\b[^.]*$",
                before,
                re.IGNORECASE,
            )
            if (
                claims
                and found[0] not in told
                and not re.search(rf"(?<!\w){re.escape(found[0])}", resume.document.text, re.IGNORECASE)
                and not _long_form(found[0], resume)
            ):
                told.add(found[0])
                yield _at(
                    case,
                    piece.start + found.start(),
                    piece.start + found.end(),
                    "should",
                    f"“{found[0]}” is not in the resume.",
                )


def _long_form(short: str, resume: Case) -> bool:
    """Whether the resume spells the abbreviation out: its letters begin words that follow one another."""
    letters = re.sub(r"[^A-Za-z]", "", short).lower()
    return letters in "".join(word[0] for word in re.findall(r"[a-z]+", resume.document.text.lower()))


_COUNTED = re.compile(
    rf"\b(trained|supervised|managed|led|taught|mentored|filled|served|precepted|coached|oversaw|cared for) (?:a "
    rf"(?:team|crew|staff|class) of |over |more than |about |some |up to |nearly )*({_NUMBER[1:-1]}|\d[\d,]*) "
    rf"((?:[a-z-]+ ){{0,2}}?[a-z]+s)\b",
    re.IGNORECASE,
)


def _counts(case: Case, resume: Case) -> Iterator[Finding]:
    """Such as "I trained 12 technicians", where the resume says 8."""
    told = {
        (found[1].lower(), found[3].lower().split()[-1]): (found[2], found[0])
        for found in _COUNTED.finditer(re.sub(r"\s+", " ", resume.document.text))
    }
    for piece in paragraphs(case):
        for found in _COUNTED.finditer(piece.text):
            other = told.get((found[1].lower(), found[3].lower().split()[-1]))
            if other and _value(other[0]) != _value(found[2]):
                start = piece.start + found.start()
                yield _at(
                    case,
                    start,
                    start + len(found[0]),
                    "must",
                    f"“{shortened(found[0])}” differs from “{shortened(other[1])}” in the resume.",
                )


def _value(written: str) -> int:
    return _COUNT.get(written.lower()) or int(written.replace(",", "") or 0)
