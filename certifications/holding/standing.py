"""What is told of a credential today: one word for how it stands, the days that are left, and what that means."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.holding.governing import Governing
from certifications.models import HeldCredential
from certifications.renewal.status import Deadlines, Status, deadlines

# From here on a renewal is near; the first reminder goes out on this day too.
SOON = 90


class Code(StrEnum):
    """How a credential stands, from considered to expired."""

    CONSIDERING = "considering"
    PREPARING = "preparing"
    APPLIED = "applied"
    ACTIVE = "active"
    SOON = "soon"
    ENDLESS = "endless"
    GRACE = "grace"
    LAPSED = "lapsed"
    EXPIRED = "expired"
    ENDED = "ended"
    GIVEN_UP = "given-up"


@dataclass(frozen=True)
class Standing:
    """How one credential stands on a day."""

    code: Code
    label: str
    sentence: str
    tone: str = ""
    days: int | None = None
    deadlines: Deadlines | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether it can be relied on today."""
        return self.code in {Code.ACTIVE, Code.SOON, Code.ENDLESS}

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.code in {Code.GRACE, Code.LAPSED, Code.EXPIRED, Code.ENDED}


def day_words(day: date) -> str:
    """A day as pages write it."""
    return date_format(day, "j F Y")


def days_left(days: int) -> str:
    """How long there is still, in words."""
    if days == 0:
        return _("today is its last day")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def standing_of(held: HeldCredential, governing: Governing | None, *, today: date) -> Standing:
    """How the credential stands, by its stage, its last day and the rule that governs it."""
    if not held.is_held:
        return _on_the_way(held)
    if held.expires_on is None:
        return Standing(Code.ENDLESS, _("In force"), _("No last day is written down, so nothing is counted."), "ok")
    days = (held.expires_on - today).days
    if days >= 0:
        return _in_force(held.expires_on, days, _deadlines(held.expires_on, governing))
    return _over(held.expires_on, days, governing, today)


def _on_the_way(held: HeldCredential) -> Standing:
    sentences = {
        Code.CONSIDERING: _("Not begun yet. Find out first whether you may apply."),
        Code.PREPARING: _("You are learning for it."),
        Code.APPLIED: _("You have applied, or the exam is booked."),
        Code.GIVEN_UP: _("You no longer keep it up."),
    }
    labels = {
        Code.CONSIDERING: _("Considering"),
        Code.PREPARING: _("Preparing"),
        Code.APPLIED: _("Applied"),
        Code.GIVEN_UP: _("Not kept up"),
    }
    code = Code(held.stage)
    return Standing(code, labels[code], sentences[code])


def _deadlines(expires_on: date, governing: Governing | None) -> Deadlines | None:
    if governing is None:
        return None
    rule = governing.rule
    return deadlines(expires_on, grace_days=rule.grace_days, reinstate_months=rule.reinstate_months)


def _in_force(expires_on: date, days: int, known: Deadlines | None) -> Standing:
    left, day = days_left(days), day_words(expires_on)
    if days > SOON:
        sentence = _("Valid through %(day)s: %(left)s.") % {"day": day, "left": left}
        return Standing(Code.ACTIVE, _("In force"), sentence, "ok", days, known)
    sentence = _("Valid through %(day)s: %(left)s. Renew it in good time.") % {"day": day, "left": left}
    return Standing(Code.SOON, _("Renew soon"), sentence, "should", days, known)


def _over(expires_on: date, days: int, governing: Governing | None, today: date) -> Standing:
    known = _deadlines(expires_on, governing)
    values = {"day": day_words(expires_on)}
    if known is None:
        sentence = _("It ended on %(day)s. We know no rule for it: ask the issuer whether it can be brought back.")
        return Standing(Code.ENDED, _("Ended"), sentence % values, "should", days)
    grace, last = {"until": day_words(known.grace_until)}, {"until": day_words(known.reinstatable_until)}
    status = known.status_on(today)
    if status == Status.GRACE:
        sentence = _("It ended on %(day)s. By the rule you can still renew through %(until)s.") % (values | grace)
        return Standing(Code.GRACE, _("In its grace period"), sentence, "should", days, known)
    if status == Status.LAPSED:
        sentence = _("It ended on %(day)s. By the rule it can be reinstated through %(until)s.") % (values | last)
        return Standing(Code.LAPSED, _("Lapsed, can be reinstated"), sentence, "should", days, known)
    if not known.can_be_reinstated:
        sentence = _("It ended on %(day)s. The rule names no way to bring it back now: ask whoever issued it.")
        return Standing(Code.EXPIRED, _("Expired"), sentence % values, "should", days, known)
    sentence = _("It ended on %(day)s, and by the rule it could be reinstated through %(until)s. You would start over.")
    return Standing(Code.EXPIRED, _("Expired"), sentence % (values | last), "should", days, known)
