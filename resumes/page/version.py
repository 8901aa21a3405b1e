"""Everything that the page of one version shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from resumes.models import Document, FindingAnswer, Review, ReviewComment, Version
from resumes.page.match import Checklist, checklist
from resumes.page.notes import Note, Notes, notes_of
from resumes.page.sheet import Places, Run, sheet

_PARTS = {
    "content": gettext_lazy("Content"),
    "match": gettext_lazy("Match with what is asked for"),
    "language": gettext_lazy("Language"),
    "layout": gettext_lazy("Layout and dates"),
}

_OF_HEADS = {"experience", "volunteer", "education"}


@dataclass(frozen=True)
class PartShown:
    """One part of the score, by its name."""

    name: str
    score: int
    weight: int


@dataclass(frozen=True)
class VersionPage:
    """A version, its review, its notes, its sheet."""

    version: Version
    review: Review | None
    notes: Notes
    runs: list[Run]
    match: Checklist | None
    versions: list[Version]
    layout: Mapping[str, Any]

    @property
    def document(self) -> Document:
        """The document that it is a version of."""
        return self.version.document

    @property
    def findings(self) -> list[Note]:
        """All findings of the program, those that were answered too."""
        notes = [*self.notes.open, *self.notes.done]
        return sorted((note for note in notes if note.finding), key=lambda note: note.number)

    @property
    def is_newest(self) -> bool:
        """Whether no later version is there."""
        return not self.versions or self.versions[0].pk == self.version.pk

    @property
    def before(self) -> int | None:
        """The number of the version that this one was made from."""
        made_from = self.version.made_from_id
        return next((each.number for each in self.versions if each.pk == made_from), None)

    @property
    def parts(self) -> list[PartShown]:
        """The parts of the score."""
        rows = self.review.result["score"]["parts"] if self.review else []
        return [
            PartShown(str(_PARTS.get(row["category"], row["category"])), row["score"], row["weight"]) for row in rows
        ]

    @property
    def words(self) -> int:
        """How many words were read."""
        return int(self.layout.get("words") or 0)


def page_of(version: Version, comments: list[ReviewComment]) -> VersionPage:
    """Put together what is stored about a version; `comments` are those that the reader may see."""
    review = Review.objects.filter(version=version).first()
    result: Mapping[str, Any] = review.result if review else {}
    answers = {row.key: row for row in FindingAnswer.objects.filter(document_id=version.document_id)}
    notes = notes_of(version, result.get("findings") or [], answers=answers, comments=comments)
    versions = version.document.versions.select_related("review", "posting").defer("text", "reading", "review__result")
    return VersionPage(
        version=version,
        review=review,
        notes=notes,
        runs=_runs(version, notes, result),
        match=checklist(result),
        versions=[*versions.order_by("-number")],
        layout=result.get("document") or {},
    )


def reading_page(version: Version, comments: list[ReviewComment]) -> VersionPage:
    """The version alone with some comments, for a reader who sees neither the findings nor other versions."""
    review = Review.objects.filter(version=version).first()
    result: Mapping[str, Any] = review.result if review else {}
    notes = notes_of(version, [], answers={}, comments=comments)
    return VersionPage(
        version=version,
        review=None,
        notes=notes,
        runs=_runs(version, notes, result),
        match=None,
        versions=[],
        layout={},
    )


def _runs(version: Version, notes: Notes, result: Mapping[str, Any]) -> list[Run]:
    if not version.is_readable:
        return []
    return sheet(version.read_document, notes.open, _places(version.text, result.get("parsed") or {}))


def _places(text: str, parsed: Mapping[str, Any]) -> Places:
    """What the review understood of the document."""
    sections = parsed.get("sections") or []
    name = parsed.get("name")
    at = text.find(name) if name else -1
    rows = [*(parsed.get("jobs") or []), *(parsed.get("education") or [])]
    called = {row.get(key) for row in rows for key in ("title", "employer", "award", "school")}
    return Places(
        headings=frozenset(section["start"] for section in sections),
        name=at if at >= 0 else None,
        stretches=tuple((row["start"], row["end"]) for row in sections if row["kind"] in _OF_HEADS),
        called=tuple(word for word in called if word),
    )
