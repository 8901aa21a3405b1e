"""All that the page of one credential shows, gathered in few queries."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from certifications.holding.governing import Governing
from certifications.holding.next_step import countdown, next_step
from certifications.holding.proposing import proposed_end
from certifications.holding.shown import Shown, show
from certifications.models import EvidenceFile, ExamAppointment, HeldCredential, ShareLink
from guides.page.next_step import NextStep

Stage = HeldCredential.Stage

# Where one goes from each stage, the likeliest first.
_MOVES = {
    Stage.CONSIDERING: [Stage.PREPARING, Stage.APPLIED, Stage.CERTIFIED, Stage.GIVEN_UP],
    Stage.PREPARING: [Stage.APPLIED, Stage.CERTIFIED, Stage.CONSIDERING, Stage.GIVEN_UP],
    Stage.APPLIED: [Stage.CERTIFIED, Stage.PREPARING, Stage.GIVEN_UP],
    Stage.CERTIFIED: [Stage.GIVEN_UP],
    Stage.GIVEN_UP: [Stage.CONSIDERING, Stage.PREPARING, Stage.CERTIFIED],
}


@dataclass(frozen=True)
class ExamRow:
    """An exam, and how far off it is."""

    exam: ExamAppointment
    is_to_come: bool
    countdown: str


@dataclass(frozen=True)
class LinkRow:
    """A share link with the whole address that its holder sends."""

    link: ShareLink
    is_open: bool
    address: str


@dataclass(frozen=True)
class HeldPage:
    """One credential with what belongs to it."""

    shown: Shown
    step: NextStep
    exams: list[ExamRow]
    files: list[EvidenceFile]
    links: list[LinkRow]
    proposed: tuple[date, Governing] | None

    @property
    def held(self) -> HeldCredential:
        """The credential itself."""
        return self.shown.held

    @property
    def moves(self) -> list[Stage]:
        """The stages that one can go to from here."""
        return _MOVES[Stage(self.held.stage)]

    @property
    def takes_exams(self) -> bool:
        """Whether an exam can be ahead."""
        return self.held.stage not in {Stage.CERTIFIED, Stage.GIVEN_UP}


def page_of(held: HeldCredential, *, today: date, now: datetime) -> HeldPage:
    """The page of a credential as it stands on the day."""
    shown = show(held, today=today, now=now)
    exams = [_exam_row(exam, today, now) for exam in held.appointments.order_by("-at")]
    had_exam = any(not row.is_to_come and row.exam.cancelled_at is None for row in exams)
    return HeldPage(
        shown=shown,
        step=next_step(shown, today=today, had_exam=had_exam),
        exams=exams,
        files=[*held.files.all()],
        links=[_link_row(link, now) for link in held.share_links.all()],
        proposed=proposed_end(shown.held, today=today),
    )


def _exam_row(exam: ExamAppointment, today: date, now: datetime) -> ExamRow:
    is_to_come = exam.at > now and exam.cancelled_at is None
    return ExamRow(exam, is_to_come, countdown(exam.at, today) if is_to_come else "")


def _link_row(link: ShareLink, now: datetime) -> LinkRow:
    return LinkRow(link, link.is_open(now), settings.BASE_URL + link.get_absolute_url())
