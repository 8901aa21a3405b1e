"""The one thing to do next for an interview, and by when."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.preparing.page import InterviewPage

# Six in the evening: late enough to be home, early enough to sleep afterwards.
EVENING: Final = time(18)
_ENOUGH_QUESTIONS: Final = 2
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class NextStep:
    """What to do, when, and where."""

    when: str
    words: str
    button: str
    url: str


def next_step(page: InterviewPage) -> NextStep | None:
    """The first rule that has something to say; nothing is left to do where none has."""
    return next((step for rule in _RULES for step in rule(page)), None)


def warm_up_at(starts_at: datetime) -> datetime:
    """Six in the evening on the day before, by the clock of the interview's own zone."""
    return datetime.combine(starts_at.date() - _DAY, EVENING, tzinfo=starts_at.tzinfo)


def _cancelled(page: InterviewPage) -> Iterator[NextStep]:
    if page.interview.is_cancelled:
        url = reverse("interviews:restore", args=[page.interview.pk])
        yield NextStep(_("It is canceled"), _("Nothing to do here, unless it takes place after all."), "", url)


def _no_time(page: InterviewPage) -> Iterator[NextStep]:
    if page.interview.starts_at is None and not page.interview.is_done:
        yield _step(
            page,
            "edit",
            _("As soon as you know"),
            _("Write down the day and the hour. Reminders and the calendar file hang on them."),
            _("Add the day"),
        )


def _eve(page: InterviewPage) -> Iterator[NextStep]:
    starts = _starts(page)
    if starts is None or page.has_begun or page.interview.is_done or page.now < warm_up_at(starts):
        return
    leave = page.interview.leave_at
    words = _("Three questions to warm up, what is still open, and to bed.")
    if page.today == starts.date():
        words = _("Look at what is still open, read your three questions once, and go.")
    if leave is not None:
        words += " " + _("Leave at %(hour)s.") % {"hour": _hour(leave)}
    yield _step(page, "warm_up", _begins(page, starts), words, _("Warm up"))


def _before(page: InterviewPage) -> Iterator[NextStep]:
    starts = _starts(page)
    if starts is None or page.has_begun or page.interview.is_done:
        return
    when = _begins(page, starts)
    if not page.found:
        words = _("Find out about them first: half an hour, and every answer gets easier.")
        yield _step(page, "research", when, words, _("Open the worksheet"))
    if len(page.to_ask) < _ENOUGH_QUESTIONS:
        words = _("Choose three to five questions to ask them. They will ask whether you have any.")
        yield _step(page, "to_ask", when, words, _("Choose questions"))
    yield from _practise(page, when)
    if page.checklist.open_before:
        left = len(page.checklist.open_before)
        words = ngettext(
            "%(left)d thing is still open on your list.", "%(left)d things are still open on your list.", left
        )
        yield _step(page, "logistics", when, words % {"left": left}, _("Open the list"))
    words = _("You are prepared. We write to you the evening before at six, for a short warm-up.")
    yield _step(page, "warm_up", when, words, _("Look at the warm-up"))


def _practise(page: InterviewPage, when: str) -> Iterator[NextStep]:
    if page.answers:
        return
    url = f"{reverse('practice:start')}?interview={page.interview.pk}"
    yield NextStep(when, _("Practice out loud: one answer today, one tomorrow."), _("Practice for it"), url)


def _debrief(page: InterviewPage) -> Iterator[NextStep]:
    if page.debrief is None and page.has_begun:
        over = page.interview.is_over(page.now)
        when = _("Right now, while it is fresh") if over else _("As soon as it is over")
        words = _("Write down how it went and what they asked. Tomorrow half of it is gone.")
        yield _step(page, "debrief", when, words, _("Write it down"))


def _thanks(page: InterviewPage) -> Iterator[NextStep]:
    thank_by = page.interview.thank_by
    if not page.debrief or not page.thanks_open or page.debrief.heard_on or page.may_follow_up or page.is_resting:
        return
    if thank_by is None or page.now <= thank_by:
        when = _("By %(moment)s") % {"moment": _moment(thank_by)} if thank_by else _("Within a day")
        yield _step(page, "thanks", when, _("Thank the people you met. Short, and about them."), _("Write the note"))
    elif page.now <= thank_by + 3 * _DAY:
        words = _("A note that comes late is still read. Keep it short, and don’t apologize for the day.")
        yield _step(page, "thanks", _("A day has passed"), words, _("Write the note"))


def _follow_up(page: InterviewPage) -> Iterator[NextStep]:
    if page.follow_up_on is None:
        return
    if page.may_follow_up:
        words = _("They have been silent. Ask once, in a few friendly lines.")
        yield _step(page, "follow_up", _("Today is a good day"), words, _("Write the follow-up"))
        return
    when = _("Until %(day)s") % {"day": date_format(page.follow_up_on, "l, j F")}
    words = _("Nothing to do but look for the next one. On that day you may ask how it stands.")
    yield _step(page, "follow_up", when, words, _("What then"))


def _rest(page: InterviewPage) -> Iterator[NextStep]:
    if page.is_resting:
        words = _("You have asked twice. Let it rest: if they want you, they know where you are.")
        yield NextStep(_("No more to do"), words, _("Other interviews"), reverse("interviews:list"))


def _heard(page: InterviewPage) -> Iterator[NextStep]:
    if page.debrief and page.debrief.heard_on:
        words = _("They got in touch. If they ask you back, add the next round: your research comes along.")
        yield _step(page, "next_round", _("You heard from them"), words, _("Add the next round"))


_RULES: Final[tuple[Callable[[InterviewPage], Iterator[NextStep]], ...]] = (
    _cancelled,
    _no_time,
    _eve,
    _before,
    _debrief,
    _heard,
    _thanks,
    _follow_up,
    _rest,
)


def _step(page: InterviewPage, name: str, when: str, words: str, button: str) -> NextStep:
    return NextStep(when, words, button, reverse(f"interviews:{name}", args=[page.interview.pk]))


def _starts(page: InterviewPage) -> datetime | None:
    return page.interview.starts_at and timezone.localtime(page.interview.starts_at)


def _begins(page: InterviewPage, starts: datetime) -> str:
    days = (starts.date() - page.today).days
    if days == 0:
        return _("Today at %(hour)s") % {"hour": _hour(starts)}
    if days == 1:
        return _("Tomorrow at %(hour)s") % {"hour": _hour(starts)}
    left = ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return _("%(left)s, on %(moment)s") % {"left": left[:1].upper() + left[1:], "moment": _moment(starts)}


def _hour(at: datetime) -> str:
    return date_format(timezone.localtime(at), "H:i")


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "l, j F, H:i")
