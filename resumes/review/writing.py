"""A review as JSON for programs, and as a report for people."""

from collections.abc import Iterator
from typing import Any

from resumes.review.finding import SEVERITIES, Finding, Review, Severity
from resumes.review.parsed import Education, Job, Parsed, Period, Piece
from resumes.review.rules.advice import counted, shortened

SCHEMA = 1
_SAID: dict[Severity, str] = {"must": "Change this", "should": "Better changed", "could": "A matter of taste"}
_PART = {"content": "content", "match": "match with the job", "language": "language", "layout": "layout"}


def as_json(review: Review, file: str) -> dict[str, Any]:
    """The review as plain values. Jobs are paid ones; unpaid work stands in its section."""
    document = review.case.document
    return {
        "schema": SCHEMA,
        "file": file,
        "kind": review.case.kind,
        "engine": review.engine,
        "document": {"pages": document.layout.pages, "words": document.words, "columns": document.layout.columns},
        "parsed": _parsed(review.case.parsed),
        "findings": [_finding(finding) for finding in review.findings],
        "match": {"terms": list(_terms(review))},
        "score": {
            "total": review.score.total,
            "parts": [
                {"category": part.category, "score": part.score, "weight": part.weight} for part in review.score.parts
            ],
        },
    }


def error_as_json(file: str, code: str, message: str) -> dict[str, Any]:
    """A file that cannot be reviewed."""
    return {"schema": SCHEMA, "file": file, "error": {"code": code, "message": message}}


def _parsed(parsed: Parsed) -> dict[str, Any]:
    return {
        "name": _text(parsed.name),
        "email": _text(parsed.email),
        "phone": _text(parsed.phone),
        "location": _text(parsed.location),
        "links": [piece.text for piece in parsed.links],
        "sections": [
            {"kind": section.kind, "heading": section.heading, "start": section.start, "end": section.end}
            for section in parsed.sections
        ],
        "jobs": [_job(job) for job in parsed.jobs if job.section == "experience"],
        "education": [_education(school) for school in parsed.education],
        "certifications": [held.name.text for held in parsed.certifications],
        "skills": [piece.text for piece in parsed.skills],
    }


def _text(piece: Piece | None) -> str | None:
    return piece.text if piece else None


def _job(job: Job) -> dict[str, Any]:
    period = job.period or Period("", 0, 0)
    return {
        "title": _text(job.title),
        "employer": _text(job.employer),
        "location": _text(job.location),
        "starts_on": period.starts_on,
        "ends_on": period.ends_on,
        "bullets": [piece.text for piece in job.bullets],
    }


def _education(school: Education) -> dict[str, Any]:
    return {
        "award": _text(school.award),
        "school": _text(school.school),
        "ended_on": school.period.ends_on or school.period.starts_on if school.period else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "suggestions": list(finding.suggestions),
    }


def _terms(review: Review) -> Iterator[dict[str, Any]]:
    for found in review.case.match.terms:
        yield {
            "term": found.term.name,
            "kind": found.term.kind,
            "required": found.term.required,
            "found": found.found,
            "where": found.where or None,
        }


def as_text(review: Review, file: str) -> str:
    """The review as a report: what was read, what to change, what the job asks for, and the score with its parts."""
    return "\n".join([*_head(review, file), *_changes(review), *_asked(review), *_points(review), ""])


def _head(review: Review, file: str) -> Iterator[str]:
    case, parsed = review.case, review.case.parsed
    what = "Cover letter" if case.kind == "cover-letter" else "Resume"
    size = f"{counted(case.document.words, 'word')}, {counted(case.document.layout.pages, 'page')}"
    yield f"{file}"
    yield f"{what}{f' of {parsed.name.text}' if parsed.name else ''}: {size}."
    if case.kind == "resume":
        jobs = sum(job.section == "experience" for job in parsed.jobs)
        read = [counted(jobs, "job"), counted(len(parsed.education), "entry on education", "entries on education")]
        read += [counted(len(parsed.certifications), "credential"), counted(len(parsed.skills), "skill")]
        yield f"Read: {', '.join(read)}."
    yield ""


def _changes(review: Review) -> Iterator[str]:
    if not review.findings:
        yield "Nothing to change was found."
        yield ""
    for severity in SEVERITIES:
        findings = [finding for finding in review.findings if finding.severity == severity]
        if findings:
            yield f"{_SAID[severity]} ({len(findings)})"
            for finding in findings:
                yield from _change(finding)
            yield ""


def _change(finding: Finding) -> Iterator[str]:
    yield f"  - {finding.message} [{finding.rule}]"
    yield f"    {finding.why}"
    for suggestion in finding.suggestions:
        yield f"    > {suggestion}"


def _asked(review: Review) -> Iterator[str]:
    terms = review.case.match.terms
    if terms:
        yield "What the posting asks for" if review.case.match.from_posting else "What this job usually asks for"
        for found in terms:
            place = f": {shortened(found.where, 80)}" if found.where else ""
            must = " (a must)" if found.term.required else ""
            yield f"  [{'x' if found.found else ' '}] {found.term.name}{must}{place}"
        yield ""


def _points(review: Review) -> Iterator[str]:
    parts = ", ".join(f"{_PART[part.category]} {part.score} of {part.weight}" for part in review.score.parts)
    yield f"Score: {review.score.total} of 100 ({parts})."
    yield "This reads words. It cannot see whether they are true, or how you come across."
