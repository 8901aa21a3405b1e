"""Notes in the margin: what the engine found and what people said, and what the writer answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from resumes.models import FindingAnswer, ReviewComment, Version

_ORDER = {"must": 0, "should": 1, "could": 2}
MOST_NEXT = 3


@dataclass(frozen=True)
class Note:
    """One note with its number on the page; the mark in the text carries the same one."""

    number: int
    start: int
    end: int
    # "must", "should", "could" of a finding, "person" of a comment.
    kind: str
    finding: Mapping[str, Any] | None = None
    comment: ReviewComment | None = None
    # The writer said that it is fixed, and the same words still stand.
    still_stands: bool = False
    # A reviewer's word on the finding.
    verdicts: tuple[ReviewComment, ...] = ()

    @property
    def has_place(self) -> bool:
        """Whether it is about a place in the text, and not about the whole."""
        return self.end > self.start

    @property
    def word(self) -> str:
        """The severity as a word."""
        return {"must": _("Must"), "should": _("Should"), "could": _("Could")}.get(self.kind, "")


@dataclass(frozen=True)
class Notes:
    """All notes of a version: those to look at, and those that the writer dealt with or set aside."""

    open: tuple[Note, ...]
    done: tuple[Note, ...]

    @property
    def whole(self) -> list[Note]:
        """Those about the whole document."""
        return [note for note in self.open if not note.has_place]

    @property
    def next(self) -> list[Note]:
        """The changes to make next: the gravest, no two of one rule."""
        seen: set[str] = set()
        chosen = []
        for note in sorted(self.open, key=lambda note: (_ORDER.get(note.kind, 3), note.start)):
            if note.finding and note.finding["rule"] not in seen:
                seen.add(note.finding["rule"])
                chosen.append(note)
        return chosen[:MOST_NEXT]

    def count(self, kind: str) -> int:
        """How many open notes of a kind."""
        return sum(note.kind == kind for note in self.open)


def notes_of(
    version: Version,
    findings: Sequence[Mapping[str, Any]],
    *,
    answers: Mapping[str, FindingAnswer],
    comments: Iterable[ReviewComment],
) -> Notes:
    """Number findings and comments in the order of the text."""
    said: dict[str, list[ReviewComment]] = {}
    free = []
    for comment in comments:
        if comment.finding_key:
            said.setdefault(comment.finding_key, []).append(comment)
        else:
            free.append(comment)
    rows: list[tuple[int, int, Any]] = [(row["start"], row["end"], row) for row in findings]
    rows += [(comment.start or 0, comment.end or 0, comment) for comment in free]
    rows.sort(key=lambda row: (row[1] > row[0], row[0], row[1]))
    open_notes: list[Note] = []
    done: list[Note] = []
    for number, (start, end, thing) in enumerate(rows, start=1):
        if isinstance(thing, ReviewComment):
            note = Note(number, start, end, "person", comment=thing)
            (done if thing.resolved_at else open_notes).append(note)
            continue
        answer = answers.get(thing["key"])
        verdicts = tuple(said.get(thing["key"], ()))
        still = answer is not None and answer.answer == "fixed" and _before(answer.made_at, version)
        note = Note(number, start, end, thing["severity"], finding=thing, still_stands=still, verdicts=verdicts)
        dismissed = any(verdict.on_finding == "dismissed" for verdict in verdicts)
        (done if (answer and not still) or dismissed else open_notes).append(note)
    return Notes(tuple(open_notes), tuple(done))


def _before(moment: datetime, version: Version) -> bool:
    """Whether it was said about an earlier version."""
    return moment < version.made_at
