"""A client's own appointments: booked out of what is free, asked for, moved, canceled, taken along."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from caseloads.actions.booking import CannotBookError, ask, book, move
from caseloads.appointment_rows import rows_of
from caseloads.forms.appointments import AskTimeForm, BookForm, SlotForm
from caseloads.models import Appointment
from caseloads.models.appointment import AppointmentQuerySet
from caseloads.offers import by_day, counselors_of, offers_for
from caseloads.views.appointments import cancel_page, file_of
from kit.paging import one_page

_STATION = {"station": "my"}
_COMING = 50
# Days that stand open; the others fold.
_OPEN_DAYS = 5
_UNREADABLE = 422


@require_http_methods(["GET", "POST"])
def list(request: SignedInRequest) -> HttpResponse:
    """What comes, what is free to book, and what was."""
    now = timezone.now()
    there = counselors_of(request.user)
    form = BookForm(request.POST if request.method == "POST" else None, offers=offers_for(request.user, there, now=now))
    if request.method == "POST" and form.is_valid():
        offer = form.cleaned_data["slot"]
        wanted = Appointment(
            relationship_id=offer.relationship_id,
            counselor=offer.counselor,
            about=form.cleaned_data["about"],
            **offer.fields,
        )
        try:
            book(wanted, actor=request.user, now=now)
        except CannotBookError as trouble:
            form.add_error("slot", str(trouble))
        else:
            messages.success(request, _("Booked. You are reminded the evening before."))
            return redirect("sharing:appointments")
    mine = _own(request)
    page = one_page(request, mine.gone_by(now))
    context = {
        "coming": rows_of(mine.coming(now)[:_COMING], now=now),
        "page": page,
        "past": rows_of(page, now=now),
        "counselors": there,
        **_times(form),
        **_STATION,
    }
    return render(request, "caseloads/my_appointments.html", context, status=_UNREADABLE if form.errors else 200)


@require_http_methods(["GET", "POST"])
def wish(request: SignedInRequest) -> HttpResponse:
    """Ask for a time that is not offered."""
    there = counselors_of(request.user)
    if not there:
        return redirect("sharing:appointments")
    form = AskTimeForm(request.POST if request.method == "POST" else None, instance=Appointment(), assignments=there)
    if request.method == "POST" and form.is_valid():
        try:
            ask(form.made(), now=timezone.now())
        except CannotBookError as trouble:
            form.add_error("hour", str(trouble))
        else:
            messages.success(request, _("Asked for. You are told when they confirm it or offer another time."))
            return redirect("sharing:appointments")
    context = {"form": form, "counselors": there, **_STATION}
    return render(request, "caseloads/appointment_wish.html", context, status=_UNREADABLE if form.errors else 200)


@require_http_methods(["GET", "POST"])
def reschedule(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move it to another free time of the same counselor."""
    now = timezone.now()
    appointment = get_object_or_404(_own(request), pk=pk)
    if not appointment.can_change(now):
        messages.info(request, _("It has begun, or was canceled. Book a new one."))
        return redirect("sharing:appointments")
    there = [
        one
        for one in counselors_of(request.user, relationship=appointment.relationship)
        if one.counselor_id == appointment.counselor_id
    ]
    offers = offers_for(request.user, there, now=now, but=appointment.pk)
    form = SlotForm(
        request.POST if request.method == "POST" else None,
        offers=[offer for offer in offers if offer.starts_at != appointment.starts_at or appointment.is_requested],
    )
    if request.method == "POST" and form.is_valid():
        try:
            move(appointment, form.cleaned_data["slot"].fields, actor=request.user, now=now)
        except CannotBookError as trouble:
            form.add_error("slot", str(trouble))
        else:
            messages.success(
                request, _("Moved. If it is in your calendar, take the file again, and the entry follows.")
            )
            return redirect("sharing:appointments")
    context = {"row": rows_of([appointment], now=now)[0], **_times(form), **_STATION}
    return render(request, "caseloads/appointment_move.html", context, status=_UNREADABLE if form.errors else 200)


@require_http_methods(["GET", "POST"])
def call_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """Cancel it, with a word to the counselor."""
    return cancel_page(request, get_object_or_404(_own(request), pk=pk), back="sharing:appointments")


@require_safe
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """The appointment for the client's calendar."""
    return file_of(request, get_object_or_404(_own(request), pk=pk))


def _own(request: SignedInRequest) -> AppointmentQuerySet:
    return Appointment.objects.owned_by(request.user).select_related(
        "relationship__client", "relationship__team", "counselor"
    )


def _times(form: SlotForm) -> dict[str, object]:
    """The free times in days; the first ones stand open."""
    days = by_day(form.offers.values())
    return {
        "form": form,
        "days": days[:_OPEN_DAYS],
        "later": days[_OPEN_DAYS:],
        "chosen": form["slot"].value() or "",
        "several": len({offer.counselor for offer in form.offers.values()}) > 1,
        "zone": timezone.get_current_timezone_name().replace("_", " "),
    }
