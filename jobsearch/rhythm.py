"""How it stands with a contact, in words: since when, when next, when at the latest."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobsearch.models import Contact, Interaction, Message

_TALKS = (Interaction.Kind.MET, Interaction.Kind.CALL, Interaction.Kind.VIDEO)
# In days: so long thanks are fresh, and so long an attempt may go without an answer.
_FRESH = 3
_PATIENCE = 7


@dataclass(frozen=True)
class Rhythm:
    """The state of a contact on a day. The tag is a word beside its color."""

    words: str
    tag: str = ""
    look: str = ""


def rhythm_of(contact: Contact, today: date) -> Rhythm:
    """Since when there was no word, and what follows from it."""
    parts = [_since(contact.last_on, today)]
    if contact.due_on:
        parts.append(_("next by %(day)s") % {"day": _day(contact.due_on, today)})
    if contact.late_on:
        parts.append(_("at the latest %(day)s") % {"day": _day(contact.late_on, today)})
    if contact.rests_until and contact.rests_until > today:
        return Rhythm(_("Rests until %(day)s") % {"day": _day(contact.rests_until, today)}, _("rests"))
    words = ", ".join(parts)
    if contact.late_on and contact.late_on <= today:
        return Rhythm(words, _("late"), "tag--must")
    if contact.due_on and contact.due_on <= today:
        return Rhythm(words, _("due"), "tag--should")
    return Rhythm(words)


@dataclass(frozen=True)
class Advice:
    """What would do good now, and the kind of message for it."""

    words: str
    kind: str


def advice_of(contact: Contact, today: date) -> Advice | None:
    """After a talk thanks, after an attempt patience, on the day a word; else nothing."""
    rests = contact.rests_until and contact.rests_until > today
    last, before = [*contact.interactions.all()[:2], None, None][:2]
    days = (today - last.on).days if last else 0
    if last and last.is_real and last.kind in _TALKS and days <= _FRESH:
        words = _("You spoke lately. Thank them while it is fresh: name one thing that helped you.")
        return Advice(words, Message.Kind.THANKS)
    if not rests and last and not last.is_real and days >= _PATIENCE and not _was_thanks(contact, last.on):
        return _after_silence(days, is_second=before is not None and not before.is_real)
    if not rests and contact.due_on and contact.due_on <= today:
        words = _("It is time to be in touch. Two or three lines are enough: something of theirs, something of yours.")
        return Advice(words, Message.Kind.STAY)
    return None


def _after_silence(days: int, *, is_second: bool) -> Advice:
    if is_second:
        return Advice(_("You tried twice. Let it rest for a month or two, and give your time to someone else."), "")
    words = _("No answer for %(days)d days. Try another way once, then let it rest.") % {"days": days}
    return Advice(words, Message.Kind.STAY)


def _was_thanks(contact: Contact, day: date) -> bool:
    """Nobody answers thanks."""
    return contact.messages.filter(kind=Message.Kind.THANKS, used_on=day).exists()


def _since(last_on: date | None, today: date) -> str:
    if last_on is None:
        return _("Not in touch yet")
    days = (today - last_on).days
    if days <= 0:
        return _("In touch today")
    return ngettext("In touch %(days)d day ago", "In touch %(days)d days ago", days) % {"days": days}


def _day(day: date, today: date) -> str:
    return date_format(day, "j M" if day.year == today.year else "j M Y")
