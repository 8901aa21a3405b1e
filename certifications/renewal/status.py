"""Whether a credential is in force, and until when a lapsed one can be brought back."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from certifications.renewal.cycles import DAY, CycleError, Span, add_months


class Status(StrEnum):
    """How a credential stands on a day."""

    ACTIVE = "active"
    GRACE = "grace"
    LAPSED = "lapsed_reinstatable"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Deadlines:
    """The last days that matter, each included."""

    expires_on: date
    grace_until: date
    reinstatable_until: date

    @property
    def can_be_reinstated(self) -> bool:
        """Whether the rule names any time in which a lapsed one can be brought back."""
        return self.reinstatable_until > self.grace_until

    def status_on(self, day: date) -> Status:
        """How the credential stands on the day."""
        if day <= self.expires_on:
            return Status.ACTIVE
        if day <= self.grace_until:
            return Status.GRACE
        return Status.LAPSED if day <= self.reinstatable_until else Status.EXPIRED


def deadlines(expires_on: date, *, grace_days: int = 0, reinstate_months: int = 12) -> Deadlines:
    """The days until which it can be renewed late, and be reinstated."""
    grace_until = expires_on + timedelta(days=grace_days)
    return Deadlines(expires_on, grace_until, max(grace_until, add_months(expires_on, reinstate_months)))


def cycle_after_reinstatement(expired_on: date, reinstated_on: date, cycle_months: int) -> Span:
    """The cycle that follows: from the reinstatement to where it would have ended without the lapse."""
    ends_on = add_months(expired_on, cycle_months)
    if not expired_on + DAY <= reinstated_on <= ends_on:
        raise CycleError("A credential is reinstated after its last day, and before the next cycle would have ended.")
    return Span(reinstated_on, ends_on)
