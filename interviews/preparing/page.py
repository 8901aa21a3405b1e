"""One interview with everything around it, in the order of its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone

from interviews.models import AskedQuestion, Debrief, Interview, NoteToEmployer, QuestionToAsk, Worksheet
from interviews.models.interview import MOST_FOLLOW_UPS
from interviews.preparing.checklist import Checklist, checklist
from interviews.preparing.research import FIELDS, found
from interviews.preparing.silence import follow_up_on


@dataclass(frozen=True)
class InterviewPage:
    """What the pages of an interview show. Times are told by the clock of whoever looks."""

    interview: Interview
    now: datetime
    worksheet: Worksheet | None
    checklist: Checklist
    to_ask: Sequence[QuestionToAsk]
    asked: Sequence[AskedQuestion]
    debrief: Debrief | None
    notes: Sequence[NoteToEmployer]
    answers: int

    @property
    def today(self) -> date:
        """The day that it is."""
        return timezone.localdate(self.now)

    @property
    def found(self) -> int:
        """How many fields of the research hold something."""
        return found(self.worksheet)

    @property
    def to_find(self) -> int:
        """How many there are."""
        return len(FIELDS) - 1

    @cached_property
    def thanks(self) -> list[NoteToEmployer]:
        """The thank-you notes."""
        return [note for note in self.notes if note.is_thanks]

    @cached_property
    def follow_ups(self) -> list[NoteToEmployer]:
        """The follow-ups."""
        return [note for note in self.notes if not note.is_thanks]

    @property
    def thanks_open(self) -> bool:
        """Whether somebody who was there has no thanks yet."""
        return not self.thanks or any(not note.is_sent for note in self.thanks)

    @property
    def follow_up_on(self) -> date | None:
        """From which day the next follow-up is in order."""
        zone = timezone.get_current_timezone()
        return follow_up_on(self.interview, self.debrief, self.follow_ups, zone=zone)

    @property
    def may_follow_up(self) -> bool:
        """Whether that day has come."""
        return self.follow_up_on is not None and self.follow_up_on <= self.today

    @property
    def is_resting(self) -> bool:
        """Whether all that can be done was done, and they stay silent."""
        sent = sum(note.is_sent for note in self.follow_ups)
        return bool(self.debrief and not self.debrief.heard_on and sent >= MOST_FOLLOW_UPS)

    @property
    def has_begun(self) -> bool:
        """Whether it has begun."""
        return self.interview.has_begun(self.now)

    @property
    def is_late_with_thanks(self) -> bool:
        """Whether the day for the thanks is over."""
        return self.interview.thank_by is not None and self.interview.thank_by < self.now


def page_of(interview: Interview, *, now: datetime) -> InterviewPage:
    """The page, in seven queries at any length."""
    return InterviewPage(
        interview=interview,
        now=now,
        worksheet=Worksheet.objects.filter(interview=interview).first(),
        checklist=checklist(interview, [*interview.items.all()]),
        to_ask=[*interview.to_ask.all()],
        asked=[*interview.asked.select_related("question")],
        debrief=Debrief.objects.filter(interview=interview).first(),
        notes=[*interview.employer_notes.all()],
        answers=interview.sessions.filter(answers__given_at__isnull=False).values("answers").count(),
    )
