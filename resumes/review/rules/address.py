"""Whom a letter is written to, and for which job."""

import re
from collections.abc import Iterable

from resumes.review.finding import Case, Finding, Severity
from resumes.review.rules import employers, roles
from resumes.review.rules.advice import Advice, shortened
from resumes.review.rules.passages import paragraphs

_ADDRESSEE = Advice("no-addressee", "content", "A letter to nobody reads like one that went to everybody.")
_ROLE = Advice(
    "role-not-named", "match", "Whoever opens the letter may be filling five jobs, and sorts by the name of the job."
)
_EMPLOYER = Advice("employer-not-named", "match", "A letter that names nobody could have gone to anybody.")
_WRONG = Advice("wrong-employer", "match", "Nothing ends the reading sooner than another employer's name.")
_OPENING = Advice("weak-opening", "content", "The first lines decide whether the rest is read.")

_SALUTATION = re.compile(
    r"^[ \t]*((?:dear|hello|hi|greetings|good (?:morning|afternoon|day)|to (?:whom|the)|attention|"
    r"attn\.?:?)\b[^\n]{0,80}?)[ \t]*[,:;!.]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NOBODY = re.compile(
    r"whom it|whomever|\bsirs?\b|\bmadam\b|\bma['’]?am\b|ladies|gentlemen|dear (?:employer|applicant|company|"
    r"friend)s?\b",
    re.IGNORECASE,
)
_SOMEBODY_UNNAMED = re.compile(
    r"^(?:dear|hello|hi|greetings|good \w+)(?: (?:the|to the|there|all|everyone|team))*(?: (?:hiring|recruit\w*|"
    r"selection|search|talent|human|hr|resources|personnel|acquisition|staffing|manager|team|committee|"
    r"department|professional|specialist|staff|representative|panel|board|members?|of|the|and|at|office|coordinator|"
    r"director))*$",
    re.IGNORECASE,
)


def no_addressee(case: Case) -> Iterable[Finding]:
    """A letter without a salutation, or to "whom it may concern" or "Sir or Madam".

    Why: it reads like a circular. "Dear Hiring Manager" is accepted where no name can be found, so it is a matter of
    taste, and none where the address names somebody. Source: every page on letters that we read asks for a person.
    """
    letter = case.parsed.letter
    found = letter.salutation if letter and letter.salutation else None
    match = None if found else _SALUTATION.search(case.document.text)
    if found is None and match is None:
        yield _ADDRESSEE.whole(
            "should",
            "The letter does not begin with whom it is for.",
            "Begin with “Dear [Ms. or Mr. last name],” or “Dear [department] hiring team,”.",
        )
        return
    start, end = (found.start, found.end) if found else match.span(1) if match else (0, 0)
    said = case.document.text[start:end].strip(" ,:;\n")
    if _NOBODY.search(said):
        yield _at(case, start, said, "should")
    elif _SOMEBODY_UNNAMED.match(said) and not (letter and letter.addressee):
        yield _at(case, start, said, "could")


def _at(case: Case, start: int, said: str, severity: Severity) -> Finding:
    start += len(case.document.text[start:]) - len(case.document.text[start:].lstrip())
    employer = employers.employer_of(case)
    team = f"“Dear {employer} hiring team,”" if employer else "“Dear [department] hiring team,”"
    return _ADDRESSEE.at(
        case,
        start,
        start + len(said),
        severity,
        f"“{said}” names nobody.",
        f"Look for a name in the posting or on the employer's pages; failing that, write {team}.",
    )


def role_not_named(case: Case) -> Iterable[Finding]:
    """A letter that does not say for which job it is meant.

    Why: letters are sorted by job. The posting's title counts in any form ("RN", "nursing position"). Source: the pages
    on letters; AI-Resume-Analyzer checks that the role is mentioned.
    """
    text = _text(case)
    titles = roles.titles_of(case)
    if titles:
        if not any(roles.names_role(text, title) for title in titles):
            severity: Severity = "could" if any(roles.mentions_role(text, title) for title in titles) else "should"
            said = f"The letter does not name “{titles[0]}” as the job that it is for."
            yield _ROLE.whole(
                severity, said, f"Say it in the first sentence: “I am applying for the {titles[0]} position”."
            )
    elif not roles.names_any_role(text):
        severity = "could" if roles.mentions_occupation(text) else "should"
        yield _ROLE.whole(
            severity,
            "The letter does not say for which job it is meant.",
            "Name the job in the first sentence, in the words of the posting.",
        )


def employer_not_named(case: Case) -> Iterable[Finding]:
    """A letter whose text does not name the employer that it is meant for.

    Why: it could have gone to anybody. A name in the address alone is a matter of taste. Source: the pages on letters;
    AI-Resume-Analyzer checks that the company is mentioned.
    """
    letter = case.parsed.letter
    greeting = letter.salutation.text if letter and letter.salutation else ""
    body = "\n".join([greeting, *(piece.text for piece in paragraphs(case))])
    employer = employers.employer_of(case)
    if employer:
        if not employers.names_employer(body, employer):
            severity: Severity = "could" if employers.names_employer(case.document.text, employer) else "should"
            yield _EMPLOYER.whole(
                severity,
                f"The text of the letter does not name “{shortened(employer)}”.",
                "Say what about this employer made you write.",
            )
    elif not employers.targets(case):
        severity = "could" if re.search(r"\b(?:at|with|for|join) (?:the )?[A-Z]\w+", body) else "should"
        yield _EMPLOYER.whole(
            severity,
            "The letter does not say to which employer it is written.",
            "Name the employer, and say what about them made you write.",
        )


def wrong_employer(case: Case) -> Iterable[Finding]:
    """Another employer's name where the one that is written to should stand.

    Why: it ends the reading. A name counts only where the letter speaks of the job applied for, never where it tells of
    earlier work, and not when the posting itself holds it. Source: the pages on letters; no tool that we ran checks it.
    """
    names = employers.targets(case)
    employer = employers.employer_of(case) or (names[0].text if len(names) > 1 else "")
    own = [job.employer.text for job in case.resume.parsed.jobs if job.employer] if case.resume else []
    told: set[str] = set()
    for name in names if employer else ():
        if (
            employers.is_same(name.text, employer)
            or _is_in_posting(case, name.text)
            or _is_in_address(case, name.text)
            or name.text.lower() in told
        ):
            continue
        told.add(name.text.lower())
        severity: Severity = "should" if any(employers.is_same(name.text, past) for past in own) else "must"
        yield _WRONG.at(
            case,
            name.start,
            name.end,
            severity,
            f"“{name.text}” is named where “{shortened(employer)}” should be.",
            employer,
        )
    yield from _wrong_address(case)


def _wrong_address(case: Case) -> Iterable[Finding]:
    letter = case.parsed.letter
    if (
        case.posting
        and case.posting.employer
        and letter
        and letter.employer
        and not employers.is_blank(letter.employer.text)
    ):
        name = letter.employer
        if not employers.is_same(name.text, case.posting.employer) and not _is_in_posting(case, name.text):
            yield _WRONG.at(
                case,
                name.start,
                name.end,
                "must",
                f"The letter is addressed to “{name.text}”, but the posting is from “{case.posting.employer}”.",
                case.posting.employer,
            )


def _is_in_posting(case: Case, name: str) -> bool:
    """Whether the posting holds the name, or it is the name of the role or of a place in it."""
    texts = [case.posting.text if case.posting else "", *roles.titles_of(case)]
    return any(name.lower() in text.lower() for text in texts)


def _is_in_address(case: Case, name: str) -> bool:
    """Whether the lines above the salutation hold the name: a department, a site or a town of the one written to."""
    letter = case.parsed.letter
    head = case.document.text[: letter.salutation.start] if letter and letter.salutation else ""
    return name.lower() in head.lower()


_QUALIFIED = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|decade)(?:\+| plus)?(?: "
    r"and a half)?[ -](?:years?|months?|seasons?|decades?)|\byears? of|\b(?:certified|licen[sc]ed|registered|"
    r"certification|licen[sc]e|degree|diploma|graduate[ds]?|graduating|bachelor|master['’]?s|associate['’]?s|"
    r"journeyman|journey-level|apprentice|trained|credential|CPhT|RN|LPN|CNA|BLS|ACLS|CDL|ServSafe|CPR|EMT|CMA)\b|"
    r"\b(?:I (?:have )?(?:worked|filled|cooked|taught|cared|wired|drove|driven|built|managed|served|led|run|ran|spent|"
    r"completed|earned|passed|developed|maintained|trained|supervised|prepared))\b",
    re.IGNORECASE,
)


def weak_opening(case: Case) -> Iterable[Finding]:
    """A first paragraph that names no role, no employer and no qualification.

    Why: it decides whether the rest is read. Source: the pages on letters name it among the first mistakes.
    """
    pieces = paragraphs(case)
    if not pieces:
        return
    first = pieces[0]
    employer = employers.employer_of(case)
    has_role = any(roles.names_role(first.text, title) for title in roles.titles_of(case)) or roles.mentions_occupation(
        first.text
    )
    has_employer = (bool(employer) and employers.names_employer(first.text, employer)) or any(
        first.start <= name.start < first.end for name in employers.targets(case)
    )
    if not has_role and not has_employer and not _QUALIFIED.search(first.text):
        yield _OPENING.at(
            case,
            first.start,
            first.end,
            "should",
            f"The first paragraph (“{shortened(first.text)}”) says neither which job, nor where, nor what you bring.",
            "Begin with the job, the employer and your strongest qualification: “I am applying for [job] at "
            "[employer]; I have [years, license or degree].”",
        )


def _text(case: Case) -> str:
    """The letter from its subject line on: the writer's own headline says nothing about the job applied for."""
    pieces = [piece.text for piece in paragraphs(case)]
    subject = re.findall(
        r"^\s*(?:re|subject|regarding|position)\s*:.{3,}$", case.document.text, re.IGNORECASE | re.MULTILINE
    )
    return "\n".join([*subject, *pieces])
