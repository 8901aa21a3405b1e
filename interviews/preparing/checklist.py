"""The logistics list of one interview: the usual things of its way and the person's own, ticked or open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from interviews.models import Interview, PreparationItem
from interviews.preparing.usual import ON_THE_DAY, PARTS, Part, of_way


@dataclass(frozen=True)
class Line:
    """One thing to see to; a usual one has a key, one of the person's own the number of its row."""

    text: str | Promise
    why: str | Promise
    key: str = ""
    pk: int | None = None
    done_at: datetime | None = None


@dataclass(frozen=True)
class ListedPart:
    """A part of the list with its lines."""

    part: Part
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Checklist:
    """All of it."""

    parts: tuple[ListedPart, ...]
    own: tuple[Line, ...]

    @property
    def lines(self) -> list[Line]:
        """Every line, the person's own last."""
        return [*(line for part in self.parts for line in part.lines), *self.own]

    @property
    def open(self) -> list[Line]:
        """Those not ticked off."""
        return [line for line in self.lines if line.done_at is None]

    @property
    def open_before(self) -> list[Line]:
        """Those that can be seen to before the day."""
        on_the_day = {line.key for line in self.open_on_the_day}
        return [line for line in self.open if not line.key or line.key not in on_the_day]

    @property
    def open_on_the_day(self) -> list[Line]:
        """Those that only the day itself can tick off."""
        there = (line for part in self.parts if part.part.key == ON_THE_DAY for line in part.lines)
        return [line for line in there if line.done_at is None]

    @property
    def done(self) -> int:
        """How many are ticked off."""
        return len(self.lines) - len(self.open)


def checklist(interview: Interview, rows: Iterable[PreparationItem]) -> Checklist:
    """The list for how people meet; ticks of things that belong to another way wait in their rows."""
    ticks = {row.key: row.done_at for row in rows if row.key}
    parts = tuple(
        ListedPart(
            part,
            tuple(
                Line(usual.text, usual.why, key=usual.key, done_at=ticks.get(usual.key))
                for usual in of_way(interview.way)
                if usual.part == part.key
            ),
        )
        for part in PARTS
    )
    own = tuple(Line(row.text, "", pk=row.pk, done_at=row.done_at) for row in rows if not row.key)
    return Checklist(parts, own)
