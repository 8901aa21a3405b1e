"""File a renewal: how the hours counted is frozen, and the next cycle begins. Take the last filing back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from certifications.holding.standing import day_words
from certifications.ledger.periods import Period
from certifications.ledger.rows import NOT_IN_UNIT
from certifications.ledger.sheets import Sheet, sheet_of
from certifications.models import CECredit, CreditAllocation, HeldCredential, RenewalCycle
from certifications.renewal.cycles import DAY, CycleError
from certifications.renewal.eligibility import Reason
from certifications.renewal.outcome import Outcome, as_json
from certifications.renewal.rules import ZERO, Cycle
from certifications.renewal.status import Status, cycle_after_reinstatement

# A credit that only another cycle or a later day could count stays free.
_STILL_FREE = {Reason.OUTSIDE_CYCLE, Reason.FUTURE}


class FilingError(Exception):
    """The renewal cannot be filed so; the message says why."""


@transaction.atomic
def file_renewal(held: HeldCredential, *, filed_on: date, next_ends_on: date) -> RenewalCycle:
    """Freeze how each credit counts as of the day, and open the next cycle with the hours carried over."""
    held = HeldCredential.objects.select_for_update().get(pk=held.pk)
    # Whoever changes one of them at this moment waits, and then finds it filed.
    [*CECredit.objects.select_for_update(of=("self",)).serving(held).values_list("pk")]
    sheet = sheet_of(held, as_of=filed_on)
    cycle = _cycle_to_file(sheet, filed_on)
    following = next_start(sheet.period, filed_on=filed_on)
    if next_ends_on <= following:
        words = _("The new last day must come after %(day)s, when the next cycle begins.")
        raise FilingError(words % {"day": day_words(following)})
    row = _freeze(sheet, cycle, filed_on)
    carry = sheet.counted.outcome.carry_out if sheet.counted else ZERO
    RenewalCycle.objects.create(held=held, starts_on=following, ends_on=next_ends_on, carry_in=carry)
    held.last_until(next_ends_on)
    return row


@transaction.atomic
def take_back(row: RenewalCycle) -> None:
    """Undo the latest filing: the credits are free again, and the cycle that it opened goes."""
    held = HeldCredential.objects.select_for_update().get(pk=row.held_id)
    row.refresh_from_db()
    if not row.is_filed or not is_latest(row):
        raise FilingError(_("Only the latest filing can be taken back."))
    held.cycles.open().delete()
    row.allocations.all().delete()
    row.filed_on, row.rule_version, row.result = None, None, None
    row.save(update_fields=["filed_on", "rule_version", "result"])
    held.last_until(row.ends_on)


@transaction.atomic
def begin_reinstating(held: HeldCredential, *, today: date) -> RenewalCycle:
    """From now on the hours are counted as reinstatement asks."""
    held = HeldCredential.objects.select_for_update().get(pk=held.pk)
    period = sheet_of(held, as_of=today).period
    if period.cycle is None or period.status_on(today) != Status.LAPSED:
        raise FilingError(_("It can be reinstated only after it has lapsed, and as long as its rule allows it."))
    row = _row(period)
    row.is_reinstating = True
    row.save()
    return row


def stop_reinstating(row: RenewalCycle) -> None:
    """Count the cycle as before."""
    row.is_reinstating = False
    row.save(update_fields=["is_reinstating"])


def is_latest(row: RenewalCycle) -> bool:
    """Whether no later cycle of the credential was filed."""
    return not row.held.cycles.filed().filter(starts_on__gt=row.starts_on).exists()


def next_start(period: Period, *, filed_on: date) -> date:
    """The first day of the cycle that follows: the day after the last, or the day of the reinstatement."""
    if period.cycle is None:
        raise FilingError(_("There is no open cycle to file. Write down from when to when it runs."))
    if period.cycle.reinstating and filed_on > period.cycle.ends_on:
        return filed_on
    return period.cycle.ends_on + DAY


def next_last_day(period: Period, *, filed_on: date) -> date | None:
    """The last day of a cycle that follows a reinstatement by the rule."""
    if period.cycle is None or period.governing is None:
        return None
    try:
        months = period.governing.rule.cycle_months
        return cycle_after_reinstatement(period.cycle.ends_on, filed_on, months).ends_on
    except CycleError:
        return None


def _cycle_to_file(sheet: Sheet, filed_on: date) -> Cycle:
    period = sheet.period
    if period.ruling.is_broken:
        raise FilingError(_("Our rule for it is being mended. File the renewal once it is; your hours are kept."))
    if period.held.earned_on and filed_on < period.held.earned_on:
        words = _("You earned it on %(day)s. A renewal is filed on a later day.")
        raise FilingError(words % {"day": day_words(period.held.earned_on)})
    if period.cycle is None:
        raise FilingError(_("There is no open cycle to file. Write down from when to when it runs."))
    if filed_on < period.cycle.starts_on:
        words = _("The cycle began on %(day)s. A renewal is filed on that day or later.")
        raise FilingError(words % {"day": day_words(period.cycle.starts_on)})
    status = period.status_on(filed_on)
    if status == Status.EXPIRED:
        words = _(
            "By its rule it could no longer be renewed on that day, nor reinstated. If it was all the same, write down "
            "its new last day on the page of the credential."
        )
        raise FilingError(words)
    if status == Status.LAPSED and not period.cycle.reinstating:
        raise FilingError(_("It had lapsed by that day. Begin its reinstatement first; that asks for its own hours."))
    return period.cycle


def _freeze(sheet: Sheet, cycle: Cycle, filed_on: date) -> RenewalCycle:
    row = _row(sheet.period)
    row.ends_on, row.filed_on = cycle.ends_on, filed_on
    if sheet.counted and sheet.period.governing:
        row.rule_version = sheet.period.governing.version
        row.result = as_json(sheet.counted.outcome) | {"parts": _parts(sheet.counted.outcome)}
    row.save()
    CreditAllocation.objects.bulk_create(_allocations(sheet, row))
    return row


def _row(period: Period) -> RenewalCycle:
    """The cycle's row, made from the computed cycle where there is none yet."""
    if period.row is not None or period.cycle is None:
        return period.row or RenewalCycle(held=period.held)
    cycle = period.cycle
    return RenewalCycle(
        held=period.held, starts_on=cycle.starts_on, ends_on=cycle.ends_on, is_first=cycle.is_first, carry_in=ZERO
    )


def _allocations(sheet: Sheet, row: RenewalCycle) -> list[CreditAllocation]:
    if sheet.counted is None:
        inside = (one.credit for one in sheet.rows if row.starts_on <= one.credit.completed_on <= row.ends_on)
        return [CreditAllocation(cycle=row, credit=credit, counted=ZERO, reason="no_rule") for credit in inside]
    found = [
        CreditAllocation(cycle=row, credit_id=pk, counted=line.counted, reason=line.reason or "")
        for pk, line in sheet.counted.lines.items()
        if line.reason not in _STILL_FREE
    ]
    inside = (
        one.credit
        for one in sheet.rows
        if one.credit.pk in sheet.counted.unreadable and row.starts_on <= one.credit.completed_on <= row.ends_on
    )
    return [*found, *(CreditAllocation(cycle=row, credit=one, counted=ZERO, reason=NOT_IN_UNIT) for one in inside)]


def _parts(outcome: Outcome) -> list[dict[str, str]]:
    """What counted for each minimum and under each cap, as the page of a filed cycle shows it."""
    minimums = [(one.tag, one.hours, "minimum") for one in outcome.asked.minimums]
    caps = [(one.tag, one.hours, "cap") for one in outcome.rule.caps]
    return [
        {"tag": tag, "hours": f"{hours:.2f}", "counted": f"{outcome.counted_for(tag):.2f}", "kind": kind}
        for tag, hours, kind in (*minimums, *caps)
    ]
