"""The page of one exam plan: its weeks, its parts, and what was studied."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.models import ExamTarget, HeldCredential, StudyDone
from certifications.preparing.outline import Basis, basis_of
from certifications.preparing.words import span
from certifications.study.plan import Aim, Done, Part, Plan, Week, plan

# The latest entries stand open on the page, the others below them.
SHOWN = 6
# The model takes no more.
MOST_HOURS = 80


@dataclass(frozen=True)
class WeekRow:
    """One week as the page tells it."""

    week: Week
    uses: list[tuple[str, str]]
    is_now: bool
    is_last: bool

    @property
    def days(self) -> str:
        """From when to when."""
        first, last = date_format(self.week.first, "j M"), date_format(self.week.last, "j M")
        return (
            first if self.week.first == self.week.last else _("%(first)s to %(last)s") % {"first": first, "last": last}
        )

    @property
    def total(self) -> str:
        """How long one is to study in it still."""
        return span(self.week.total)

    @property
    def done(self) -> str:
        """How long one has studied in it."""
        return span(self.week.done)

    @property
    def room(self) -> str:
        """How long one meant to study in it."""
        return span(self.week.room)


@dataclass(frozen=True)
class PartRow:
    """One part of the exam as a bar in words."""

    name: str
    part: Part

    @property
    def width(self) -> str:
        """How much of the bar is full."""
        return f"{100 * min(self.part.done, self.part.goal) / self.part.goal:.2f}%" if self.part.goal else "0%"

    @property
    def words(self) -> str:
        """The minutes done and meant, in words."""
        return _("%(done)s of %(goal)s") % {"done": span(self.part.done), "goal": span(self.part.goal)}


@dataclass(frozen=True)
class LogRow:
    """One entry of what was studied."""

    entry: StudyDone
    name: str

    @property
    def words(self) -> str:
        """How long."""
        return span(self.entry.minutes)


@dataclass
class StudyPage:
    """One exam plan as it stands on a day."""

    held: HeldCredential
    target: ExamTarget
    basis: Basis
    plan: Plan
    entries: list[StudyDone]
    today: date
    booked_on: date | None = None

    @property
    def days(self) -> int:
        """Days until the exam; below nought after it."""
        return (self.target.exam_on - self.today).days

    @property
    def countdown(self) -> str:
        """How far off the exam is, in a sentence."""
        day = {"day": date_format(self.target.exam_on, "j F Y")}
        if self.days < 0:
            return _("The day you aimed at, %(day)s, has passed.") % day
        if self.days == 0:
            return _("Your exam is today.")
        return ngettext(
            "%(days)d day to your exam, on %(day)s.", "%(days)d days to your exam, on %(day)s.", self.days
        ) % (day | {"days": self.days})

    @cached_property
    def ahead(self) -> list[WeekRow]:
        """The present week and those after it."""
        last = self.plan.weeks[-1].number if self.plan.weeks else 0
        return [self._row(week, last) for week in self.plan.ahead] if self.days > 0 else []

    @cached_property
    def behind(self) -> list[WeekRow]:
        """Weeks that are over."""
        last = self.plan.weeks[-1].number if self.plan.weeks else 0
        return [self._row(week, last) for week in self.plan.behind]

    def _row(self, week: Week, last: int) -> WeekRow:
        uses = sorted(week.minutes.items(), key=lambda pair: -pair[1])
        return WeekRow(
            week,
            [(self.basis.name(part), span(minutes)) for part, minutes in uses],
            week.first <= self.today <= week.last,
            week.number == last,
        )

    @property
    def parts(self) -> list[PartRow]:
        """Each part of the exam with what is done of it."""
        return [PartRow(self.basis.name(part.key), part) for part in self.plan.parts]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What time can be written down for."""
        return [(part.key, self.basis.name(part.key)) for part in self.plan.parts]

    @property
    def counted(self) -> str:
        """How much of the plan is done, in words."""
        return progress_words(self.plan)

    @property
    def left(self) -> str:
        """How long there is still to study."""
        return span(self.plan.left)

    @property
    def missing(self) -> str:
        """How long finds no room any more."""
        return span(self.plan.missing)

    @property
    def hours(self) -> str:
        """Hours a week, as one writes them."""
        return f"{self.target.hours_a_week.normalize():f}"

    @property
    def needs(self) -> str:
        """Hours a week that would be enough, as one writes them; empty where nobody has so many."""
        needs = self.plan.needs_hours
        return f"{needs.normalize():f}" if needs is not None and needs <= MOST_HOURS else ""

    @cached_property
    def _log(self) -> list[LogRow]:
        return [LogRow(entry, self.basis.name(entry.domain)) for entry in self.entries]

    @property
    def log(self) -> list[LogRow]:
        """The latest entries."""
        return self._log[:SHOWN]

    @property
    def older(self) -> list[LogRow]:
        """The other entries."""
        return self._log[SHOWN:]


def page_of(target: ExamTarget, *, today: date) -> StudyPage:
    """The plan's page, in the same few queries however much was studied."""
    held = target.held
    basis = basis_of(held.credential, exam_on=target.exam_on, today=today)
    entries = [*target.done.all()]
    made = plan_of(target, basis, entries, today=today)
    return StudyPage(held, target, basis, made, entries, today, booked_on(held))


def plan_of(target: ExamTarget, basis: Basis, entries: Iterable[StudyDone], *, today: date) -> Plan:
    """The engine's plan for a target."""
    aim = Aim(target.started_on, target.exam_on, int(target.hours_a_week * 60), basis.weights)
    done = tuple(Done(entry.on, entry.domain, entry.minutes) for entry in entries)
    return plan(aim, done, today=today)


def progress_words(made: Plan) -> str:
    """How much of a plan is done."""
    return _("%(done)s of %(goal)s") % {"done": span(made.counted), "goal": span(made.goal)}


def booked_on(held: HeldCredential) -> date | None:
    """The day of the exam that is booked, in the viewer's time zone."""
    exam = held.appointments.filter(cancelled_at=None).order_by("-at").first()
    return timezone.localdate(exam.at) if exam else None
