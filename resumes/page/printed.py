"""A review on paper: what to change next, every note by its place, the checklist, the score and its parts."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kit.typeset import private_pdf
from resumes.models import Version
from resumes.page.notes import Note
from resumes.page.version import VersionPage, page_of

_TEMPLATE = Path(__file__).parent.parent / "print" / "review.typ"


def review_pdf(version: Version, *, today: date) -> bytes | None:
    """The review as a tagged PDF; nothing where there is no review."""
    page = page_of(version, [])
    return private_pdf(_TEMPLATE, _values(page, today)) if page.review else None


def _values(page: VersionPage, today: date) -> dict[str, Any]:
    version = page.version
    facts = [
        [_("Document"), page.document.title],
        [_("Version"), _("%(number)d, %(day)s") % {"number": version.number, "day": _day(version.made_at.date())}],
    ]
    if page.document.job:
        facts.append([_("For"), page.document.job.title])
    if version.posting:
        facts.append([_("Tailored to"), str(version.posting)])
    score = page.review.score if page.review else 0
    return {
        "title": _("Review: %(name)s") % {"name": page.document.title},
        "site": settings.SITE_NAME,
        "facts": facts,
        "next": [_note(note) for note in page.notes.next],
        "notes": [_note(note) for note in page.notes.open],
        "match": [
            {"term": row.term, "found": row.found, "required": row.required, "where": row.where[:140]}
            for row in (page.match.rows if page.match else ())
        ],
        "parts": [[part.name, f"{part.score} / {part.weight}"] for part in page.parts],
        "words": {
            "next": _("Change these next"),
            "notes": _("Every note, in the order of the text"),
            "match": _("What is asked for"),
            "found": _("found"),
            "missing": _("not found"),
            "must": _("must have"),
            "score": _("The score: %(score)d of 100") % {"score": score},
            "limits": _(
                "A program reads words. It can’t tell whether a claim is true, and no program knows who will read it."
            ),
            "made": _("Made on %(day)s by") % {"day": _day(today)},
            "nothing": _("Nothing left to change."),
        },
    }


def _note(note: Note) -> dict[str, Any]:
    finding = note.finding or {}
    return {
        "number": note.number,
        "word": note.word,
        "message": finding.get("message", ""),
        "why": finding.get("why", ""),
        "quote": finding.get("quote", "")[:300],
        "suggestions": list(finding.get("suggestions") or []),
    }


def _day(day: date) -> str:
    return date_format(day, "j F Y")
