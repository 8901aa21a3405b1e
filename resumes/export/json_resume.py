"""JSON Resume (jsonresume.org, schema 1.0.0), out and in.

The whole text goes along under `meta.careerguide`, for the schema has no place for much of it. Our own import takes
that text as long as nothing else in the file was changed; then nothing is lost.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from resumes.export.content import content_of, plain_text
from resumes.review.document import ReadDocument
from resumes.review.parsed import Education, Job, Parsed, Period
from resumes.review.troubles import UnreadableError

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MOST = 60_000


def to_json_resume(document: ReadDocument, parsed: Parsed) -> dict[str, Any]:
    """The document by the schema's names."""
    work = [job for job in parsed.jobs if job.section != "volunteer"]
    unpaid = [job for job in parsed.jobs if job.section == "volunteer"]
    plain: dict[str, Any] = {
        "$schema": _SCHEMA,
        "basics": _basics(parsed, document),
        "work": [_job(job, "name") for job in work],
        "volunteer": [_job(job, "organization") for job in unpaid],
        "education": [_school(school) for school in parsed.education],
        "certificates": [
            _filled({"name": one.name.text, "date": one.issued_on, "expires": one.expires_on})
            for one in parsed.certifications
        ],
        "skills": [{"name": skill.text} for skill in parsed.skills],
        "languages": [{"language": language.text} for language in parsed.languages],
    }
    sections = [{"kind": section.kind, "heading": section.heading.strip(" :")} for section in parsed.sections]
    own = {"text": plain_text(content_of(document, parsed)), "sections": sections, "digest": _digest(plain)}
    return plain | {"meta": {"careerguide": own}}


def _digest(plain: Mapping[str, Any]) -> str:
    """Of everything but `meta`, to see whether another program changed it."""
    rest = {key: value for key, value in plain.items() if key != "meta"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _basics(parsed: Parsed, document: ReadDocument) -> dict[str, Any]:
    summary = parsed.section("summary")
    words = document.text[summary.body_start : summary.end].strip() if summary else ""
    return _filled(
        {
            "name": _text(parsed.name),
            "label": _text(parsed.headline),
            "email": _text(parsed.email),
            "phone": _text(parsed.phone),
            "summary": " ".join(words.split()),
            "location": {"address": _text(parsed.location)} if parsed.location else None,
            "profiles": [{"url": link.text} for link in parsed.links],
        }
    )


def _job(job: Job, employer: str) -> dict[str, Any]:
    return _filled(
        {
            employer: _text(job.employer),
            "position": _text(job.title),
            "location": _text(job.location),
            "summary": " ".join(paragraph.text for paragraph in job.paragraphs),
            "highlights": [bullet.text for bullet in job.bullets],
        }
        | _dates(job.period)
    )


def _school(school: Education) -> dict[str, Any]:
    return _filled(
        {"institution": _text(school.school), "studyType": _text(school.award), "location": _text(school.location)}
        | _dates(school.period)
    )


def _dates(period: Period | None) -> dict[str, Any]:
    if period is None:
        return {}
    return {"startDate": period.starts_on, "endDate": period.ends_on, "x-dates": " ".join(period.text.split())}


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value}


def _text(piece: object) -> str:
    return " ".join(getattr(piece, "text", "").split()) if piece else ""


# ---- in


def from_json_resume(data: bytes) -> str:
    """The text of a JSON Resume, laid out as people write one; a sentence where it is none."""
    if len(data) > _MOST * 10:
        raise UnreadableError("too-large", "This file is larger than any resume. Export it again, without pictures.")
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "not-json", "This is no JSON file inside. Export it again as JSON Resume, or send the PDF."
        ) from error
    if not isinstance(plain, dict) or not isinstance(plain.get("basics"), dict):
        raise UnreadableError(
            "not-json-resume", "This JSON holds no resume: it needs “basics”. Export it again as JSON Resume."
        )
    own = _own(plain)
    if own.get("digest") == _digest(plain) and isinstance(own.get("text"), str):
        return str(own["text"])[:_MOST]
    return "\n".join(_lines(plain)).strip()[:_MOST]


def _own(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """What our own export added."""
    meta = plain.get("meta")
    own = meta.get("careerguide") if isinstance(meta, dict) else None
    return own if isinstance(own, dict) else {}


def _lines(plain: Mapping[str, Any]) -> Iterator[str]:
    basics = plain["basics"]
    yield from _some(_said(basics, "name"), _said(basics, "label"))
    location = basics.get("location")
    links = [_said(row, "url") for row in _rows(basics, "profiles")]
    yield from _some(
        "  |  ".join(
            piece
            for piece in (
                _where(location),
                _said(basics, "phone"),
                _said(basics, "email"),
                _said(basics, "url"),
                *links,
            )
            if piece
        )
    )
    for kind, heading in _order(plain).items():
        if body := [*_body(kind, plain)]:
            yield from ("", heading, *body)


def _order(plain: Mapping[str, Any]) -> dict[str, str]:
    """Kinds of sections with their headings: in the order of our own export, then in the usual one."""
    order: dict[str, str] = {}
    for row in _rows(_own(plain), "sections"):
        order.setdefault(_said(row, "kind"), _said(row, "heading"))
    return {kind: heading for kind, heading in order.items() if kind in _USUAL and heading} | {
        kind: heading for kind, heading in _USUAL.items() if kind not in order
    }


_USUAL = {
    "summary": "Summary",
    "experience": "Experience",
    "volunteer": "Volunteer Experience",
    "education": "Education",
    "certifications": "Certifications",
    "skills": "Skills",
    "languages": "Languages",
    "projects": "Projects",
    "awards": "Awards",
    "interests": "Interests",
}


def _body(kind: str, plain: Mapping[str, Any]) -> Iterator[str]:
    if kind == "summary":
        yield from _some(_said(plain["basics"], "summary"))
    elif kind in {"experience", "volunteer"}:
        yield from _jobs(_rows(plain, "work" if kind == "experience" else "volunteer"))
    elif kind == "education":
        for row in _rows(plain, "education"):
            award = ", ".join(piece for piece in (_said(row, "studyType"), _said(row, "area")) if piece)
            head = ", ".join(piece for piece in (award, _said(row, "institution"), _said(row, "location")) if piece)
            yield from _some(_with_dates(head, row))
    else:
        yield from _short(kind, plain)


def _jobs(rows: list[Mapping[str, Any]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        if number:
            yield ""
        yield from _some(_with_dates(_said(row, "position"), row))
        where = (_said(row, "name") or _said(row, "organization") or _said(row, "company"), _said(row, "location"))
        yield from _some(", ".join(piece for piece in where if piece))
        yield from _some(_said(row, "summary"))
        highlights = row.get("highlights")
        for line in highlights if isinstance(highlights, list) else []:
            yield f"• {' '.join(str(line).split())}"


def _short(kind: str, plain: Mapping[str, Any]) -> Iterator[str]:
    """Sections of single lines."""
    if kind == "certifications":
        for row in _rows(plain, "certificates"):
            pieces = [_said(row, "name"), _said(row, "issuer"), _date(_said(row, "date"))]
            if expires := _date(_said(row, "expires")):
                pieces.append(f"expires {expires}")
            yield ", ".join(piece for piece in pieces if piece)
    elif kind == "skills":
        skills = [[_said(row, "name"), *_words(row)] for row in _rows(plain, "skills")]
        yield from _some(", ".join(word for row in skills for word in row if word))
    elif kind == "languages":
        rows = [(_said(row, "language"), _said(row, "fluency")) for row in _rows(plain, "languages")]
        yield from _some(", ".join(f"{name} ({how})" if how else name for name, how in rows))
    elif kind in {"projects", "awards", "interests"}:
        for row in _rows(plain, kind):
            said = (_said(row, "name") or _said(row, "title"), _said(row, "awarder"), _said(row, "description"))
            yield ", ".join(piece for piece in said if piece)


def _words(row: Mapping[str, Any]) -> list[str]:
    words = row.get("keywords")
    return [" ".join(str(word).split()) for word in words] if isinstance(words, list) else []


def _with_dates(head: str, row: Mapping[str, Any]) -> str:
    dates = _said(row, "x-dates")
    if not dates:
        begin, end = _date(_said(row, "startDate")), _date(_said(row, "endDate"))
        dates = f"{begin} – {end or 'Present'}" if begin else end
    return f"{head}\t{dates}" if dates and head else head or dates


def _date(text: str) -> str:
    """Days and months of the schema as people write them: 2021-03 is Mar 2021; anything else as it is."""
    year, _dash, rest = text.partition("-")
    month = rest[:2]
    if year.isdigit() and month.isdigit() and 1 <= int(month) <= len(_MONTHS):
        return f"{_MONTHS[int(month) - 1]} {year}"
    return text


def _where(location: object) -> str:
    if not isinstance(location, dict):
        return ""
    pieces = (_said(location, key) for key in ("address", "city", "region", "countryCode"))
    return ", ".join(piece for piece in pieces if piece)


def _rows(plain: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = plain.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _said(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""


def _some(*lines: str) -> Iterator[str]:
    return (line for line in lines if line)
