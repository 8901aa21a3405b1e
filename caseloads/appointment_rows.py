"""What a list of appointments shows of each: its hour on two clocks, and what can be done with it now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from caseloads.models import Appointment, ServiceNote, Way

_NOTE_KINDS = {
    Way.HERE.value: ServiceNote.Kind.MEETING,
    Way.PHONE.value: ServiceNote.Kind.PHONE,
    Way.VIDEO.value: ServiceNote.Kind.VIDEO,
}


@dataclass(frozen=True)
class Row:
    """One appointment at this moment."""

    appointment: Appointment
    now: datetime

    @property
    def can_change(self) -> bool:
        """Whether it can be moved or canceled."""
        return self.appointment.can_change(self.now)

    @property
    def can_be_settled(self) -> bool:
        """Whether it can be said how it went."""
        return self.appointment.can_be_settled(self.now)

    @property
    def is_over(self) -> bool:
        """Whether its time has passed."""
        return self.appointment.ends_at <= self.now

    @property
    def is_unsaid(self) -> bool:
        """Whether nobody has said yet how it went."""
        return self.appointment.is_booked and self.can_be_settled

    @property
    def is_elsewhere(self) -> bool:
        """Whether the reader's clock shows another hour than the one where it was agreed."""
        there = self.appointment.starts_at.astimezone(ZoneInfo(self.appointment.zone))
        return there.utcoffset() != timezone.localtime(self.appointment.starts_at).utcoffset()

    @property
    def city(self) -> str:
        """The place whose clock that is."""
        return self.appointment.zone.rpartition("/")[2].replace("_", " ")

    @property
    def note_kind(self) -> str:
        """With which note one goes on from it."""
        if self.appointment.is_missed:
            return ServiceNote.Kind.MISSED.value
        return _NOTE_KINDS[self.appointment.way].value


def rows_of(appointments: Iterable[Appointment], *, now: datetime) -> list[Row]:
    """Each as a row."""
    return [Row(each, now) for each in appointments]
