"""What the page of a ledger says first: how far it is, what is short, what to do next."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.holding.standing import day_words, days_left
from certifications.ledger.counting import hours_text
from certifications.ledger.periods import WhyNone
from certifications.ledger.sheets import Sheet
from certifications.ledger.words import hours_words, say
from certifications.marks import short_mark
from certifications.renewal.explaining import about_requirement
from certifications.renewal.status import Status
from guides.page.next_step import NextStep


def heading(sheet: Sheet) -> str:
    """The name, and the number that matters."""
    values = {"name": sheet.held.title}
    if sheet.counted is None:
        kept = len(sheet.rows)
        words = ngettext("%(name)s: %(count)s course kept", "%(name)s: %(count)s courses kept", kept)
        return words % {**values, "count": kept}
    if told := _ended(sheet):
        return told
    if sheet.is_complete:
        return _("%(name)s: all hours are there") % values
    return _("%(name)s: %(hours)s to go") % {**values, "hours": hours_words(sheet.hours_to_go)}


def _ended(sheet: Sheet) -> str:
    """That it is over, which matters more than the hours; nothing while it can be renewed or is being reinstated."""
    cycle, status = sheet.period.cycle, sheet.period.status_on(sheet.today)
    if cycle is None or cycle.reinstating or status not in {Status.LAPSED, Status.EXPIRED}:
        return ""
    values = {"name": sheet.held.title, "day": day_words(cycle.ends_on)}
    return (_("%(name)s: lapsed on %(day)s") if status == Status.LAPSED else _("%(name)s: ended on %(day)s")) % values


def lead(sheet: Sheet) -> str:
    """How far one is, in two or three sentences."""
    if sheet.counted is None:
        return why_uncounted(sheet)
    outcome = sheet.counted.outcome
    values = {"have": hours_text(outcome.counted), "want": hours_text(outcome.asked.total)}
    have = (
        _("You have %(have)s of %(want)s hours.") if outcome.asked.total else _("You have %(have)s h; none are asked.")
    )
    return " ".join(filter(None, [have % values, _short(sheet), days(sheet)]))


def why_uncounted(sheet: Sheet) -> str:
    """Why nothing is counted."""
    if sheet.period.ruling.is_broken:
        return _("Our rule for it is being mended, so nothing is counted today. Your hours are kept.")
    sentences = {
        WhyNone.NOT_HELD: _("You do not hold it yet. Hours count from the day on which you earn it."),
        WhyNone.BIRTH_MONTH: _("Its cycles end in the month of your birth. Write down that month, and we can count."),
        WhyNone.DATES: _("Its rule does not fit its dates. Check the day it was earned, or write down the cycle."),
    }
    usual = _("We know no rule for it, so your courses are kept and listed, and nothing is counted.")
    return sentences.get(sheet.period.why_none or WhyNone.NO_RULE, usual)


def days(sheet: Sheet) -> str:
    """How long there is still."""
    cycle = sheet.period.cycle
    if cycle is None:
        return ""
    left = (cycle.ends_on - sheet.today).days
    values = {"day": day_words(cycle.ends_on)}
    if left < 0:
        return _("The cycle ended on %(day)s.") % values
    return _("The cycle ends on %(day)s: %(left)s.") % {**values, "left": days_left(left)}


def asked(sheet: Sheet) -> str:
    """What the cycle asks for, and why, where it is not the full total."""
    return say(about_requirement(sheet.counted.outcome)) if sheet.counted else ""


def next_step(sheet: Sheet) -> NextStep:
    """The one thing to do now."""
    pk, status = sheet.held.pk, sheet.period.status_on(sheet.today)
    add = f"{reverse('ce:add')}?held={pk}"
    if step := _first_of_all(sheet):
        return step
    if status == Status.LAPSED and sheet.period.cycle and not sheet.period.cycle.reinstating:
        words = _("It has lapsed. Look below at what reinstatement takes, and begin it if you want it back.")
        return NextStep(words, _("See what it takes"), "#lapse")
    if status == Status.EXPIRED and sheet.period.cycle and not sheet.period.cycle.reinstating:
        words = _("If you renewed it in time, file that renewal here. If not, look at what starting over takes.")
        return NextStep(words, _("File the renewal"), reverse("ce:file", args=[pk]))
    if sheet.is_complete:
        words = _("All hours are there. Renew with whoever issued it, then file the renewal here.")
        return NextStep(words, _("File the renewal"), reverse("ce:file", args=[pk]))
    if not sheet.rows:
        return NextStep(_("Write down the first course that you finished."), _("Add a course"), add)
    return NextStep(_what_to_find(sheet), _("Add a course"), add)


def _first_of_all(sheet: Sheet) -> NextStep | None:
    """What stands in the way of counting."""
    held, why = sheet.held, sheet.period.why_none
    edit = reverse("held:edit", args=[held.pk])
    if sheet.period.is_renewed_elsewhere and held.expires_on:
        words = _("It is valid through %(day)s now, so you must have renewed it. File that renewal here too.")
        return NextStep(words % {"day": day_words(held.expires_on)}, _("File it"), reverse("ce:file", args=[held.pk]))
    if why == WhyNone.BIRTH_MONTH:
        return NextStep(_("Write down the month of your birth."), _("Write it down"), edit)
    if why == WhyNone.NO_RULE:
        words = _("If you know from when to when your hours count, write the days down.")
        return NextStep(words, _("Write down the cycle"), reverse("ce:cycle_edit", args=[held.pk]))
    if why == WhyNone.DATES:
        return NextStep(_("Check the day on which it was earned, and its last day."), _("Check the dates"), edit)
    if why == WhyNone.NOT_HELD:
        return NextStep(_("Once you have it, say so, with the day."), _("I hold it now"), f"{edit}?stage=certified")
    return None


def _short(sheet: Sheet) -> str:
    """Which minimums are missing, and how much of each."""
    if sheet.counted is None or sheet.is_complete:
        return ""
    parts = [f"{short_mark(tag)} {hours_text(hours)} h" for tag, hours in sheet.counted.outcome.progress.short.items()]
    return _("Still short: %s.") % "; ".join(parts) if parts else ""


def _what_to_find(sheet: Sheet) -> str:
    if sheet.counted is None:
        return _("Add each course as you finish it.")
    short = sheet.counted.outcome.progress.short
    if not short:
        return _("Find %s more. Any course that this rule counts will do.") % hours_words(sheet.hours_to_go)
    # One course can bear a mark of each dimension, such as a topic and an audience, and so fill both.
    marks = {one.dimension: one.tag for one in reversed(sheet.counted.outcome.asked.minimums) if one.tag in short}
    values = {
        "hours": hours_words(min(short[tag] for tag in marks.values())),
        "marks": "; ".join(short_mark(tag) for tag in reversed(marks.values())),
    }
    return _("Find a course of %(hours)s or more marked: %(marks)s.") % values
