"""The one next step for a credential, by how it stands."""

from collections.abc import Callable
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.holding.shown import Shown
from certifications.holding.standing import Code, day_words
from certifications.models import HeldCredential
from guides.page.next_step import NextStep


def next_step(shown: Shown, *, today: date, had_exam: bool) -> NextStep:
    """What to do now, and where."""
    if shown.standing.code == Code.APPLIED:
        return _applied(shown, today=today, had_exam=had_exam)
    return _STEPS[shown.standing.code](shown.held)


def countdown(at: datetime, today: date) -> str:
    """How long until a day, in words."""
    days = (timezone.localdate(at) - today).days
    if days <= 0:
        return _("today")
    return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}


def _applied(shown: Shown, *, today: date, had_exam: bool) -> NextStep:
    held, exam = shown.held, shown.next_exam
    if exam is not None:
        values = {"when": countdown(exam.at, today), "day": day_words(timezone.localdate(exam.at))}
        words = _("Your exam is %(when)s, on %(day)s. Look over what you still mix up.") % values
        return NextStep(words, _("Go to my study"), reverse("study:plan", args=[held.pk]))
    if had_exam:
        words = _("The exam is over. If you passed, write down the number and the dates.")
        return NextStep(words, _("I passed"), f"{reverse('held:edit', args=[held.pk])}?stage=certified")
    words = _("Write down the day of your exam. It then stands in your calendar, and the days are counted.")
    return NextStep(words, _("Add the exam"), reverse("held:exam_add", args=[held.pk]))


def _catalogue(held: HeldCredential) -> str:
    if held.credential:
        return reverse("certifications:detail", args=[held.credential.slug])
    if held.role and held.state_id:
        return reverse("guides:state", args=[held.role.slug, held.state_id])
    return reverse("certifications:list")


def _check(held: HeldCredential) -> NextStep:
    return NextStep(_("Find out whether you may apply, and what it costs."), _("Look it up"), _catalogue(held))


def _prepare(held: HeldCredential) -> NextStep:
    words = _("Aim at a day for the exam, and get a plan by weeks for the hours you have.")
    return NextStep(words, _("Plan my study"), reverse("study:plan", args=[held.pk]))


def _hours(held: HeldCredential) -> str:
    """Where the hours for a renewal are counted."""
    return reverse("ce:detail", args=[held.pk])


def _count(held: HeldCredential) -> NextStep:
    words = _("Keep each course here as you finish it. You see at once where its hours count.")
    return NextStep(words, _("Open my hours"), _hours(held))


def _renew(held: HeldCredential) -> NextStep:
    words = _("See which hours are still missing, then renew with whoever issued it.")
    return NextStep(words, _("See what is missing"), _hours(held))


def _write_end(held: HeldCredential) -> NextStep:
    words = _("Look at the paper: if a last day is printed on it, write it down. We remind you before it.")
    return NextStep(words, _("Write down the last day"), reverse("held:edit", args=[held.pk]))


def _bring_back(held: HeldCredential) -> NextStep:
    words = _("It can still be brought back. See what that takes, and until when.")
    return NextStep(words, _("See what it takes"), _hours(held))


def _start_over(held: HeldCredential) -> NextStep:
    words = _("If you renewed it, write down the new last day. If not, look at what starting over takes.")
    return NextStep(words, _("Write down the new last day"), reverse("held:edit", args=[held.pk]))


def _look_again(held: HeldCredential) -> NextStep:
    return NextStep(_("If you want it back one day, see what it asks today."), _("Look it up"), _catalogue(held))


_STEPS: dict[Code, Callable[[HeldCredential], NextStep]] = {
    Code.CONSIDERING: _check,
    Code.PREPARING: _prepare,
    Code.ACTIVE: _count,
    Code.SOON: _renew,
    Code.ENDLESS: _write_end,
    Code.GRACE: _bring_back,
    Code.LAPSED: _bring_back,
    Code.EXPIRED: _start_over,
    Code.ENDED: _start_over,
    Code.GIVEN_UP: _look_again,
}
