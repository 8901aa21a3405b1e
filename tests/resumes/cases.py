"""Cases for the rules, made by hand: a text, and its parts where they stand in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from resumes.review.document import Layout, Line, ReadDocument
from resumes.review.finding import Case, Finding
from resumes.review.parsed import Certification, Education, Job, Letter, Parsed, Period, Piece, Section
from resumes.review.rules import letter as letter_rules
from resumes.review.rules import resume as resume_rules

TODAY = date(2026, 11, 28)
_MONTHS = [f"{date(2026, month, 1):%b}".lower() for month in range(1, 13)]

GOOD_LINES = (
    "Filled 250 prescriptions a day for the pharmacist to check",
    "Resolved 15 insurance rejections a day by telephone",
    "Counted controlled drugs every week without a discrepancy",
)


@dataclass
class Sheet:
    """Text that grows line by line, and says where each piece came to stand."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)

    def put(self, line: str, **about: Any) -> Piece:
        """One line more."""
        start = len(self.text)
        self.lines.append(Line(line, start, **about))
        self.text += line + "\n"
        return Piece(line, start, start + len(line))

    def part(self, line: Piece, words: str) -> Piece:
        """Words of a line."""
        start = self.text.index(words, line.start)
        return Piece(words, start, start + len(words))

    def document(self, **layout: Any) -> ReadDocument:
        """What was written so far, as if read."""
        lines = [*self.lines, *([] if layout.pop("as_is", False) else [Line("", len(self.text))])]
        return ReadDocument(self.text, tuple(lines), layout=Layout(**layout))


def job(
    *bullets: str,
    title: str = "Pharmacy Technician",
    employer: str = "Riverside Drug",
    dates: str = "June 2019 – Present",
    **more: Any,
) -> dict[str, Any]:
    """What a job of a resume says."""
    return {"bullets": bullets or GOOD_LINES, "title": title, "employer": employer, "dates": dates, **more}


def make_resume(
    *jobs: dict[str, Any],
    name: str = "Dana Whitfield",
    email: str = "dana.whitfield@example.test",
    phone: str = "(614) 555-0148",
    headline: str = "",
    summary: str = "",
    school: str | None = "Associate of Applied Science, Columbus State College, May 2018",
    certifications: Sequence[tuple[str, str | None]] = (),
    skills: str = "Compounding, inventory, Spanish",
    extra: Sequence[str] = (),
    layout: dict[str, Any] | None = None,
    **about: Any,
) -> Case:
    """A clean resume, but for what a test says of it."""
    sheet = Sheet()
    parsed = Parsed(name=sheet.put(name) if name else None)
    parsed = replace(parsed, email=sheet.put(email) if email else None, phone=sheet.put(phone) if phone else None)
    parsed = replace(parsed, headline=sheet.put(headline) if headline else None)
    sections: list[Section] = []
    if summary:
        heading = sheet.put("SUMMARY", kind="heading")
        sheet.put(summary)
        sections.append(_section(sheet, "summary", heading))
    heading = sheet.put("EXPERIENCE", kind="heading")
    made = [_job(sheet, said) for said in jobs or (job(),)]
    sections.append(_section(sheet, "experience", heading))
    if school:
        heading = sheet.put("EDUCATION", kind="heading")
        parsed = replace(parsed, education=(_school(sheet, school),))
        sections.append(_section(sheet, "education", heading))
    if certifications:
        heading = sheet.put("CERTIFICATIONS", kind="heading")
        held = tuple(Certification(sheet.put(said), expires_on=expires) for said, expires in certifications)
        parsed = replace(parsed, certifications=held)
        sections.append(_section(sheet, "certifications", heading))
    if skills:
        heading = sheet.put("SKILLS", kind="heading")
        line = sheet.put(skills)
        parsed = replace(parsed, skills=tuple(sheet.part(line, skill) for skill in skills.split(", ")))
        sections.append(_section(sheet, "skills", heading))
    if extra:
        heading = sheet.put("ADDITIONAL", kind="heading")
        for said in extra:
            sheet.put(said)
        sections.append(_section(sheet, "other", heading))
    parsed = replace(parsed, jobs=tuple(made), sections=tuple(sections))
    return Case("resume", sheet.document(**(layout or {})), parsed, about.pop("today", TODAY), **about)


def _section(sheet: Sheet, kind: Any, heading: Piece) -> Section:
    return Section(kind, heading.text, heading.start, len(sheet.text), heading.end + 1)


def _job(sheet: Sheet, said: dict[str, Any]) -> Job:
    start = len(sheet.text)
    head = sheet.put(f"{said['title']}, {said['employer']}")
    period = _period(sheet.put(said["dates"])) if said["dates"] else None
    bullets = []
    for bullet in said["bullets"]:
        line = sheet.put(f"{said.get('mark', '•')} {bullet}", kind="bullet", mark=said.get("mark", "•"), mark_length=2)
        bullets.append(Piece(bullet, line.start + 2, line.end))
    paragraphs = [sheet.put(paragraph) for paragraph in said.get("paragraphs", ())]
    return Job(
        start,
        len(sheet.text),
        sheet.part(head, said["title"]),
        sheet.part(head, said["employer"]),
        period=period,
        bullets=tuple(bullets),
        paragraphs=tuple(paragraphs),
        section=said.get("section", "experience"),
    )


def _school(sheet: Sheet, said: str) -> Education:
    line = sheet.put(said)
    written = re.search(r"(?:Expected )?(?:[A-Z][a-z]+ )?\d{4}(?: – (?:[A-Z][a-z]+ )?\d{4})?$|\d\d/\d{4}$", said)
    period = _period(sheet.part(line, written[0])) if written else None
    if period and not period.ends_on:
        period = replace(period, starts_on=None, ends_on=period.starts_on)
    return Education(line.start, line.end, award=line, period=period)


def _period(piece: Piece) -> Period:
    start, _, end = piece.text.replace("Expected ", "").partition(" – ")
    is_current = end == "Present"
    ends_on = None if is_current or not end else _month(end)
    return Period(piece.text, piece.start, piece.end, _month(start), ends_on, is_current, "Expected" in piece.text)


def _month(written: str) -> str:
    year = re.findall(r"\d{4}", written)
    if figures := re.match(r"(\d{1,2})/", written):
        return f"{year[0]}-{int(figures[1]):02}"
    name = written[:3].lower()
    return f"{year[0]}-{_MONTHS.index(name) + 1:02}" if name in _MONTHS else year[0]


GOOD_PARAGRAPHS = (
    """I am applying for the pharmacy technician position at Mercy General Hospital. I am a certified pharmacy technician
    with six years of experience in retail and hospital pharmacy, and your posting asks for both.""",
    """At Riverside Drug I filled 250 prescriptions a day and resolved 15 insurance rejections by telephone. When our
    wholesaler changed, I wrote the list that the other technicians still use to find the new numbers.""",
    """Your pharmacy compounds chemotherapy. I trained six technicians in USP 800 handling last year, and our unit passed
    its inspection without a remark. I would bring that care to your clean room, and to the patients who wait for it.""",
    "I would welcome the chance to talk about the night shift. You can reach me at (614) 555-0148 on any weekday.",
)


def make_letter(
    *paragraphs: str,
    salutation: str = "Dear Ms. Ortiz,",
    address: Sequence[str] = ("Dana Ortiz", "Mercy General Hospital"),
    **about: Any,
) -> Case:
    """A clean letter, but for what a test says of it."""
    sheet = Sheet()
    block = [sheet.put(line) for line in address]
    greeting = sheet.put(salutation) if salutation else None
    body = tuple(sheet.put(" ".join(paragraph.split())) for paragraph in paragraphs or GOOD_PARAGRAPHS)
    closing, signature = sheet.put("Sincerely,"), sheet.put("Dana Whitfield")
    letter = Letter(
        block[0] if len(block) > 1 else None, greeting, block[-1] if block else None, None, body, closing, signature
    )
    parsed = Parsed(name=signature, letter=letter)
    return Case("cover-letter", sheet.document(), parsed, about.pop("today", TODAY), **about)


def findings(case: Case, rule: str | None = None) -> list[Finding]:
    """What the rules of its kind find; each quote stands where the finding says."""
    rules = resume_rules.RULES if case.kind == "resume" else letter_rules.RULES
    asked = rules if rule is None else [look for look in rules if look.__name__ == rule.replace("-", "_")]
    assert asked, rule
    found = [finding for look in asked for finding in look(case)]
    assert all(finding.rule == rule for finding in found) if rule else True
    assert all(case.document.text[finding.start : finding.end] == finding.quote for finding in found)
    return found


def quotes(case: Case, rule: str) -> list[str]:
    """The words that a rule's findings are about."""
    return [finding.quote for finding in findings(case, rule)]


def severities(case: Case, rule: str) -> list[str]:
    """How much a rule's findings matter."""
    return [finding.severity for finding in findings(case, rule)]
