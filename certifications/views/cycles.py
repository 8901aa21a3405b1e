"""Renewal cycles: set by hand, filed, taken back, reinstated."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from certifications.actions.filing import (
    FilingError,
    begin_reinstating,
    file_renewal,
    is_latest,
    next_last_day,
    stop_reinstating,
)
from certifications.actions.filing import take_back as undo
from certifications.actions.ledger import OverlapError, set_cycle
from certifications.forms.cycles import CycleForm, FilingForm
from certifications.ledger.counting import hours_text
from certifications.ledger.filed import FiledCycle
from certifications.ledger.pages import DetailPage
from certifications.ledger.periods import Period, next_end
from certifications.ledger.sheets import sheet_of
from certifications.models import HeldCredential, RenewalCycle
from certifications.renewal.cycles import DAY, add_months

_STATION = {"station": "qualify"}
# The length of a cycle where no rule says any: most credentials have it.
_USUAL_MONTHS = 24


@require_safe
def cycle(request: SignedInRequest, pk: int) -> HttpResponse:
    """A cycle that was filed, as it counted then."""
    rows = RenewalCycle.objects.owned_by(request.user).filed().select_related("held__credential", "rule_version__rule")
    row = get_object_or_404(rows, pk=pk)
    context = {"cycle": row, "filed": FiledCycle(row), "is_latest": is_latest(row), **_STATION}
    return render(request, "certifications/ce/cycle.html", context)


@require_http_methods(["GET", "POST"])
def cycle_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say from when to when the hours count, where no rule tells it or the paper says otherwise."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user).held(), pk=pk)
    period = sheet_of(held, as_of=timezone.localdate()).period
    form = CycleForm(request.POST if request.method == "POST" else None, initial=_first_dates(period))
    if request.method == "POST" and form.is_valid():
        try:
            set_cycle(held, period.row, **form.cleaned_data)
        except OverlapError as error:
            form.add_error("starts_on", str(error))
        else:
            messages.success(request, _("The cycle is written down."))
            return redirect("ce:detail", pk)
    return render(request, "certifications/ce/cycle_edit.html", {"form": form, "period": period, **_STATION})


@require_http_methods(["GET", "POST"])
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """File a renewal: how the hours counted is then kept as it is."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user).held(), pk=pk)
    sheet = sheet_of(held, as_of=timezone.localdate())
    form = FilingForm(
        request.POST if request.method == "POST" else None,
        is_complete=sheet.is_complete or sheet.counted is None,
        initial={"filed_on": sheet.today, "next_ends_on": _new_last_day(sheet.period, sheet.today)},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            row = file_renewal(held, filed_on=said["filed_on"], next_ends_on=said["next_ends_on"])
        except FilingError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("The renewal is filed. Its hours stay as they counted, and the next cycle is open.")
            )
            return redirect(row)
    return render(request, "certifications/ce/file.html", {"form": form, "page": DetailPage(sheet), **_STATION})


@require_http_methods(["GET", "POST"])
def take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then undo the latest filing."""
    rows = RenewalCycle.objects.owned_by(request.user).filed().select_related("held__credential")
    row = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        try:
            undo(row)
        except FilingError as error:
            messages.error(request, str(error))
            return redirect(row)
        messages.success(
            request, _("The filing is taken back. Look through the hours and file it again when it is right.")
        )
        return redirect("ce:detail", row.held_id)
    context = {"cycle": row, "is_latest": is_latest(row), **_STATION}
    return render(request, "certifications/ce/take_back.html", context)


@require_POST
def reinstate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Count the hours as reinstatement asks, or stop doing so."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user).held(), pk=pk)
    row = held.cycles.open().first()
    if row is not None and row.is_reinstating:
        stop_reinstating(row)
        messages.success(request, _("The hours are counted as before."))
        return redirect("ce:detail", pk)
    try:
        begin_reinstating(held, today=timezone.localdate())
    except FilingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The hours are now counted as reinstatement asks, those since the last day too."))
    return redirect("ce:detail", pk)


def _first_dates(period: Period) -> dict[str, Any]:
    """What is known of the cycle, for its holder to put right."""
    if period.cycle is not None:
        found = period.cycle
        return {
            "starts_on": found.starts_on,
            "ends_on": found.ends_on,
            "is_first": found.is_first,
            "carry_in": hours_text(found.carry_in) if found.carry_in else "",
        }
    ends_on = period.held.expires_on
    if ends_on is None:
        return {"starts_on": period.held.earned_on}
    starts_on = add_months(ends_on + DAY, -_USUAL_MONTHS)
    return {"starts_on": max(starts_on, period.held.earned_on or starts_on), "ends_on": ends_on}


def _new_last_day(period: Period, today: date) -> date | None:
    """The new last day that is most likely: the one written down already, else the one by the rule."""
    if period.is_renewed_elsewhere:
        return period.held.expires_on
    if period.cycle is None:
        return None
    if period.governing is None:
        return period.cycle.ends_on + timedelta(days=(period.cycle.ends_on - period.cycle.starts_on).days + 1)
    if period.cycle.reinstating and today > period.cycle.ends_on:
        return next_last_day(period, filed_on=today)
    return next_end(period.held, period.governing, period.cycle)
