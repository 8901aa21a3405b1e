"""Certifications, licenses and registrations: asked for and missing, or held and expired."""

import re
from collections.abc import Iterable, Iterator

from resumes.review.document import Line
from resumes.review.finding import Case, Finding, Severity
from resumes.review.parsed import Piece
from resumes.review.rules import months
from resumes.review.rules.advice import Advice, shortened
from resumes.review.terms import TermMatch

_MISSING = Advice(
    "missing-credential",
    "match",
    "Where a posting asks for a credential, applications without it are often sorted out unread.",
)
_EXPIRED = Advice(
    "expired-credential", "content", "An employer who checks will find it lapsed, and may not let you start."
)

_EXPIRES = re.compile(
    r"\b(?:exp(?:ir(?:es|ed|y|ation|ing))?\.?(?: date)?|valid (?:through|until|thru|till|to)|good (?:through|until)|"
    r"renew(?:al)? (?:due|by|date)|through|until)\s*:?\s*"
    r"((?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*(?:\d{1,2},?\s+)?(?:19|20)\d\d)|"
    r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}[/.-](?:19|20)?\d\d|(?:19|20)\d\d(?:-\d\d)?)",
    re.IGNORECASE,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


# What an employer checks after hiring, and asks of everyone: no resume lists it.
_CHECKS = re.compile(
    r"\bphysical\b|drug|background|fingerprint|screening|vaccin|immuniz|\btb\b|clearance to|eligib|authoriz",
    re.IGNORECASE,
)
_SCHOOLING = re.compile(
    r"high school|diploma|\bged\b|degree|bachelor|master['’]?s|associate['’]?s|doctor|"
    r"\b[bm]\.?s\.?n?\b|\b[bm]\.?a\b|graduat",
    re.IGNORECASE,
)
# Nouns that stand for any credential of their kind, however the document calls its own.
_KINDS = re.compile(r"\b(licen[sc]|regist|certif|permit|card\b|endorse)", re.IGNORECASE)


def missing_credential(case: Case) -> Iterable[Finding]:
    """A credential that the posting asks for, or that the role needs, and that the document nowhere names.

    Why: applications without it are sorted out. A posting's must is a must, where it has a name of its own; schooling,
    what is nice to have, and what the role alone suggests is a matter of taste, since other credentials may do.
    Source: Jobscan and its like match keywords; the rest is ours: tools that we ran called present licenses missing.
    """
    wanted = [
        found for found in case.match.terms if found.term.kind == "credential" and not _CHECKS.search(found.term.name)
    ]
    lacking = [found for found in wanted if not found.found and not _is_named(case, found)]
    if case.match.from_posting:
        for found in lacking:
            yield from _lack(case, found)
    elif wanted and len(lacking) == len(wanted) and (needed := [found for found in lacking if found.term.required]):
        said = " or ".join(found.term.name for found in needed[:3])
        advice = "If you hold it, name it with its year. If not, say what you hold or are working toward."
        yield _MISSING.whole("could", f"This job often asks for {said}, which is not named here.", advice)


def _lack(case: Case, found: TermMatch) -> Iterator[Finding]:
    name = found.term.name
    is_school = bool(_SCHOOLING.search(name))
    if is_school and case.parsed.education and re.search(r"high school|\bged\b|^diploma$", name, re.IGNORECASE):
        return  # whoever went further has it
    severity: Severity = "must" if found.term.required and not is_school else "could"
    advice = (
        f"If you hold it, write “{name}”, [the year you earned it]. If you are working toward it, say so with a date."
    )
    yield _MISSING.whole(severity, f"The posting asks for “{name}”, which is not named here.", advice)


def _is_named(case: Case, found: TermMatch) -> bool:
    """Whether any of its names stands in the text: the last word against calling a present one missing.

    A name without an abbreviation or a proper noun ("teaching license") is held by any credential of its kind.
    """
    text = case.document.text
    names = [name for name in (found.term.name, *found.term.aliases) if name]
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names):
        return True
    kind = _KINDS.search(found.term.name)
    is_special = any(re.search(r"[A-Z]{2}|[a-z][A-Z]|\d", name) for name in names)
    return bool(kind) and not is_special and bool(re.search(rf"\b{kind[1]}", text, re.IGNORECASE)) if kind else False


def expired_credential(case: Case) -> Iterable[Finding]:
    """A credential whose date of expiry has passed.

    Why: it will be checked. A month or a year counts to its last day. Source: boards and employers verify licenses at
    the source; the rule is ours.
    """
    today = months.month_of(case.today)
    told: list[tuple[int, int]] = []
    for held in case.parsed.certifications:
        if held.expires_on and _has_passed(held.expires_on, case, today):
            told.append((held.name.start, held.name.end))
            yield _ended(case, held.name)
    for line in _lines_of_credentials(case):
        for found in _EXPIRES.finditer(line.text):
            written = _read(found[1])
            start = line.start + found.start()
            is_told = any(line.start < end and line.end > begin for begin, end in told)
            if written and not is_told and _has_passed(written, case, today):
                yield _expired(case, start, line.start + found.end(), line.body)


def _has_passed(written: str, case: Case, today: int) -> bool:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return written < case.today.isoformat()
    return months.last_month(written) < today


def _expired(case: Case, start: int, end: int, name: str) -> Finding:
    return _EXPIRED.at(
        case,
        start,
        end,
        "must",
        f"“{shortened(name)}” has expired.",
        "Renew it and write the new date, or say “renewal in progress” if that is true.",
    )


def _ended(case: Case, name: Piece) -> Finding:
    """Of a range of years alone nobody knows whether it lapsed, or another took its place."""
    line = case.document.line_at(name.start)
    behind = case.document.text[name.start : (line.end if line else name.end) + 60]
    if re.search(
        r"\bexp(?:\.|ire[sd]?|iry|iration)|\bvalid|good (?:through|until)|\brenew|\bthrough\b|\buntil\b|lapsed",
        behind,
        re.IGNORECASE,
    ):
        return _expired(case, name.start, name.end, name.text)
    said = f"The dates of “{shortened(name.text)}” have passed."
    return _EXPIRED.at(
        case,
        name.start,
        name.end,
        "could",
        said,
        "If it is still valid, write until when; if another took its place, leave it out.",
    )


def _lines_of_credentials(case: Case) -> Iterator[Line]:
    """Lines that name credentials: those of their section, and those that speak of a license or a card."""
    for line in case.document.lines:
        section = case.parsed.section_at(line.start)
        if (section and section.kind == "certifications") or re.search(
            r"\blicen[sc]|certif|regist(?:ered|ration)|\b(?:bls|acls|pals|cpr|cpht|cna|osha|servsafe|cdl)\b",
            line.text,
            re.IGNORECASE,
        ):
            yield line


def _read(written: str) -> str | None:
    """Such as "June 2024", "06/2024", "06/30/2024" or "2024" as "2024-06", "2024-06-30" or "2024"."""
    year = re.search(r"(?:19|20)\d\d|\d\d$", written)
    if year is None:
        return None
    number = year[0] if len(year[0]) == 4 else f"20{year[0]}"  # noqa: PLR2004 -- two digits of a year
    if named := re.match(r"([a-z]{3})", written.lower()):
        return f"{number}-{_MONTHS.index(named[1]) + 1:02}" if named[1] in _MONTHS else None
    figures = [int(part) for part in re.findall(r"\d+", written)]
    if re.match(r"\d{4}-\d\d$", written):
        return written
    if len(figures) == 3 and figures[0] <= 12 and figures[1] <= 31:  # noqa: PLR2004 -- month, day, year
        return f"{number}-{figures[0]:02}-{figures[1]:02}"
    if len(figures) == 2 and 1 <= figures[0] <= 12:  # noqa: PLR2004 -- month, year
        return f"{number}-{figures[0]:02}"
    return number if len(figures) == 1 else None
