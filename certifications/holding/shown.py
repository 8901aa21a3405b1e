"""Credentials as pages show them: in the order of what needs doing, in few queries however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Prefetch

from certifications.holding.governing import Governing, Rulebook
from certifications.holding.standing import Code, Standing, standing_of
from certifications.holding.timeline import Timeline, timeline_of
from certifications.models import ExamAppointment, HeldCredential
from certifications.models.held import HeldCredentialQuerySet


@dataclass(frozen=True)
class Shown:
    """One credential with everything that a row or a page says of it."""

    held: HeldCredential
    standing: Standing
    timeline: Timeline | None = None
    governing: Governing | None = None
    exams: list[ExamAppointment] = field(default_factory=list)

    @property
    def next_exam(self) -> ExamAppointment | None:
        """The first exam to come."""
        return self.exams[0] if self.exams else None


def shown(helds: HeldCredentialQuerySet, *, today: date, now: datetime) -> list[Shown]:
    """All of them, with their rules and exams to come."""
    exams = Prefetch("appointments", ExamAppointment.objects.to_come(now), to_attr="exams_to_come")
    rows = list(helds.select_related("credential", "state", "role").prefetch_related(exams))
    rules = Rulebook(rows)
    return [_shown(held, rules, today) for held in rows]


def show(held: HeldCredential, *, today: date, now: datetime) -> Shown:
    """One of them."""
    return shown(HeldCredential.objects.filter(pk=held.pk), today=today, now=now)[0]


def _shown(held: HeldCredential, rules: Rulebook, today: date) -> Shown:
    governing = rules.governing(held, held.expires_on or today) if held.is_held else None
    standing = standing_of(held, governing, today=today)
    exams: list[ExamAppointment] = getattr(held, "exams_to_come", [])
    return Shown(held, standing, timeline_of(held, standing, governing, today=today), governing, exams)


@dataclass(frozen=True)
class Groups:
    """A person's credentials by what they are to them."""

    held: list[Shown]
    on_the_way: list[Shown]
    past: list[Shown]

    @property
    def is_empty(self) -> bool:
        """Whether there is none at all."""
        return not (self.held or self.on_the_way or self.past)


def grouped(rows: Iterable[Shown]) -> Groups:
    """Kept up, worked towards, and given up."""
    groups = Groups([], [], [])
    for row in rows:
        if row.standing.code == Code.GIVEN_UP:
            groups.past.append(row)
        else:
            (groups.held if row.held.is_held else groups.on_the_way).append(row)
    return groups
