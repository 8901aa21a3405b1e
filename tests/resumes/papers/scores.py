"""How much of what is true of a document was understood."""

import re
from dataclasses import dataclass, field
from typing import Any

from resumes.review.parsed import Education, Job, Parsed, Piece
from tests.resumes.papers.truth import Paper


@dataclass
class Marks:
    """Hits and tries by what was looked for; `misses` says in words what went wrong."""

    hits: dict[str, float] = field(default_factory=dict[str, Any])
    tries: dict[str, float] = field(default_factory=dict[str, Any])
    misses: list[str] = field(default_factory=list)

    def add(self, what: str, got: object, want: object) -> None:
        self.count(what, hit=got == want, note=f"{got!r} for {want!r}")

    def count(self, what: str, *, hit: bool, note: str = "") -> None:
        self.tries[what] = self.tries.get(what, 0) + 1
        self.hits[what] = self.hits.get(what, 0) + hit
        if not hit:
            self.misses.append(f"{what}: {note}")

    def join(self, other: "Marks") -> None:
        for what, tries in other.tries.items():
            self.tries[what] = self.tries.get(what, 0) + tries
            self.hits[what] = self.hits.get(what, 0) + other.hits.get(what, 0)

    def share(self, what: str) -> float:
        return self.hits.get(what, 0) / self.tries[what] if self.tries.get(what) else 1.0


def mark(paper: Paper, parsed: Parsed, kind: str) -> Marks:
    marks, truth = Marks(), paper.truth
    marks.add("kind", kind, paper.kind)
    _contact(marks, truth, parsed)
    if paper.kind == "resume":
        _sections(marks, truth, parsed)
        _jobs(marks, truth["jobs"], parsed.jobs)
        _education(marks, truth["education"], parsed.education)
        _lists(marks, truth, parsed)
    else:
        _letter(marks, truth["letter"], parsed)
    return marks


def _contact(marks: Marks, truth: dict[str, Any], parsed: Parsed) -> None:
    for what in ("name", "email", "phone"):
        if truth.get(what):
            marks.add(what, plain(getattr(parsed, what)), _plain(truth[what]))
        else:
            marks.count(f"no {what} invented", hit=getattr(parsed, what) is None, note=repr(getattr(parsed, what)))
    if truth.get("location"):
        got = plain(parsed.location)
        marks.count(
            "location",
            hit=bool(got) and got in _plain(truth["location"]) + " " + _plain(truth["location"]),
            note=f"{got!r} for {truth['location']!r}",
        )
    for link in truth.get("links", ()):
        marks.count("links", hit=any(_plain(link) in plain(found) for found in parsed.links), note=link)
    if truth.get("headline"):
        marks.add("headline", plain(parsed.headline), _plain(truth["headline"]))


def _sections(marks: Marks, truth: dict[str, Any], parsed: Parsed) -> None:
    found = {_heading(section.heading): section for section in parsed.sections}
    for entry in truth["sections"]:
        ((kind, heading),) = entry.items()
        section = found.pop(_heading(heading), None)
        marks.count("sections with content", hit=section is not None and section.end > section.body_start, note=heading)
        marks.count(
            "kinds of sections",
            hit=section is not None and section.kind == kind,
            note=f"{heading}: {section and section.kind}",
        )
    marks.count("no section invented", hit=not found, note=str(list(found)))


def _heading(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _jobs(marks: Marks, truth: list[dict[str, Any]], jobs: tuple[Job, ...]) -> None:
    want = [job for job in truth if job.get("section", "experience") == "experience"]
    got = [job for job in jobs if job.section == "experience"]
    marks.count("number of jobs", hit=len(got) == len(want), note=f"{len(got)} for {len(want)}")
    left = [*jobs]
    for job in truth:
        match = next((found for found in left if _is_job(found, job)), None)
        if match:
            left.remove(match)
        marks.count("jobs with title, employer and dates", hit=bool(match), note=str(job))
        if match and job.get("location"):
            marks.add("places of jobs", plain(match.location), _plain(job["location"]))
    bullets, written = sum(len(job.bullets) for job in jobs), sum(job["bullets"] for job in truth)
    marks.count("bullets within 10 %", hit=abs(bullets - written) <= 0.1 * written, note=f"{bullets} for {written}")


def _is_job(found: Job, job: dict[str, Any]) -> bool:
    period = found.period
    starts = period.starts_on if period else None
    ends = period and ("now" if period.is_current else period.ends_on)
    dates = (starts, ends) == (_date(job.get("from")), _date(job.get("to")))
    return (
        dates
        and plain(found.title) == _plain(job.get("title"))
        and plain(found.employer) == _plain(job.get("employer"))
    )


def _date(value: object) -> str | None:
    return None if value is None else str(value)


def _education(marks: Marks, truth: list[dict[str, Any]], education: tuple[Education, ...]) -> None:
    marks.count(
        "number of education entries", hit=len(education) == len(truth), note=f"{len(education)} for {len(truth)}"
    )
    got = [(plain(entry.award), plain(entry.school), entry.period and entry.period.ends_on) for entry in education]
    for entry in truth:
        want = (_plain(entry.get("award")), _plain(entry.get("school")), _date(entry.get("ended")))
        marks.count("education with award, school and end", hit=want in got, note=f"{want}, got {got}")


def _lists(marks: Marks, truth: dict[str, Any], parsed: Parsed) -> None:
    found = {
        "certifications": [held.name for held in parsed.certifications],
        "skills": parsed.skills,
        "languages": parsed.languages,
    }
    for what, items in found.items():
        for want in truth.get(what, ()):
            # An issuer or a state behind the name of a credential does no harm.
            is_there = any(
                plain(item) == _plain(want) or (what == "certifications" and plain(item).startswith(_plain(want)))
                for item in items
            )
            marks.count(what, hit=is_there, note=f"{want}, got {[item.text for item in items]}")


def _letter(marks: Marks, truth: dict[str, Any], parsed: Parsed) -> None:
    letter = parsed.letter
    for what in ("salutation", "addressee", "employer", "date", "closing", "signature"):
        marks.add(f"letter: {what}", plain(getattr(letter, what) if letter else None), _plain(truth[what]))
    marks.add("letter: paragraphs", len(letter.paragraphs) if letter else 0, truth["paragraphs"])


def plain(piece: Piece | None) -> str:
    return _plain(piece.text if piece else None)


def _plain(text: object) -> str:
    return " ".join(str(text or "").casefold().split()).strip(" ,:.")
