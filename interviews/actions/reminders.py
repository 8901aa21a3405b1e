"""Remind people of an interview: the evening before, when the thanks are due, and once after a silence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.actions import notify
from accounts.models import Notification
from accounts.notices import Kind
from interviews.models import Interview
from interviews.models.interview import THANK_AFTER
from interviews.preparing.next_step import warm_up_at
from interviews.preparing.silence import first_follow_up_on

# Nine in the morning, as for every other reminder.
MORNING: Final = time(9)
# After so many days without a run a follow-up is no news any more.
_STALE: Final = timedelta(days=14)
# A notice's title has room for a name of this length and a few words.
_LONGEST: Final = 120


@dataclass(frozen=True)
class Reminder:
    """One thing to tell. The key names the interview and its moment, so that another day is told anew."""

    interview: Interview
    key: str
    title: str
    body: str
    link: str


def send_reminders(now: datetime) -> int:
    """Tell everything that is due and was not told yet; the number of notices."""
    due = [*_warm_ups(now), *_thanks(now), *_follow_ups(now)]
    told = {*Notification.objects.filter(key__in=[one.key for one in due]).values_list("user_id", "key")}
    new = [one for one in due if (one.interview.owner_id, one.key) not in told]
    for one in new:
        notify(one.interview.owner, kind=Kind.INTERVIEW, title=one.title, body=one.body, link=one.link, key=one.key)
    return len(new)


def _warm_ups(now: datetime) -> Iterable[Reminder]:
    """From six on the evening before, where the person lives, until it begins."""
    for interview in Interview.objects.about_to_begin(now).select_related("owner"):
        starts = interview.starts_at.astimezone(interview.owner.zone)  # type: ignore[union-attr]
        if warm_up_at(starts) <= now:
            hour = date_format(starts, "H:i")
            is_today = now.astimezone(interview.owner.zone).date() == starts.date()
            when = _("today at %(hour)s") if is_today else _("tomorrow at %(hour)s")
            yield Reminder(
                interview,
                key=f"interview-warm-up:{interview.pk}:{starts:%Y-%m-%dT%H:%M}",
                title=_("Interview at %(employer)s, %(when)s") % _values(interview, when=when % {"hour": hour}),
                body=_("Three questions to warm up, what is still open on your list, and when to leave."),
                link=reverse("interviews:warm_up", args=[interview.pk]),
            )


def _thanks(now: datetime) -> Iterable[Reminder]:
    """From two hours after the end until the day is over, where not everyone was thanked."""
    over = Interview.objects.just_over(now).select_related("owner").prefetch_related("employer_notes")
    for interview in over:
        ends, thank_by = interview.ends_at, interview.thank_by
        notes = [note for note in interview.employer_notes.all() if note.is_thanks]
        is_thanked = bool(notes) and all(note.is_sent for note in notes)
        if ends is None or thank_by is None or is_thanked or not ends + THANK_AFTER <= now < thank_by:
            continue
        by = date_format(thank_by.astimezone(interview.owner.zone), "l, H:i")
        words = _("Write down how it went and thank whom you met, by %(moment)s.")
        if interview.is_done:
            words = _("Thank whom you met, by %(moment)s. A few lines about what you talked of are enough.")
        yield Reminder(
            interview,
            key=f"interview-thanks:{interview.pk}:{interview.starts_at:%Y-%m-%dT%H:%M}",
            title=_("Your thanks to %(employer)s") % _values(interview),
            body=words % {"moment": by},
            link=reverse("interviews:thanks" if interview.is_done else "interviews:debrief", args=[interview.pk]),
        )


def _follow_ups(now: datetime) -> Iterable[Reminder]:
    """At nine in the morning after the day they named or a silent week, once."""
    silent = Interview.objects.silent(now, within=_STALE).select_related("owner", "debrief")
    for interview in silent.prefetch_related("employer_notes"):
        zone = interview.owner.zone
        on = first_follow_up_on(interview, interview.debrief, zone=zone)
        has_asked = any(not note.is_thanks and note.is_sent for note in interview.employer_notes.all())
        if on is None or has_asked:
            continue
        at = datetime.combine(on, MORNING, tzinfo=zone)
        if at <= now < at + _STALE:
            yield Reminder(
                interview,
                key=f"interview-follow-up:{interview.pk}",
                title=_("Still no word from %(employer)s?") % _values(interview),
                body=_("Today is a good day to ask how it stands. If they got in touch, note it, and we are quiet."),
                link=reverse("interviews:follow_up", args=[interview.pk]),
            )


def _values(interview: Interview, **more: str) -> dict[str, str]:
    return {"employer": interview.employer[:_LONGEST], **more}
