"""Appointments as counselors and supervisors see them: today, what comes, what was, and each client's own."""

from datetime import datetime, time, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from caseloads.actions.booking import CannotBookError, book, called, cancel, confirm, move, settle
from caseloads.appointment_calendar import entry_for
from caseloads.appointment_rows import rows_of
from caseloads.doors import counselors_only
from caseloads.forms.appointments import CancelForm, OutcomeForm, TimeForm
from caseloads.models import Appointment, CounselingRelationship
from caseloads.models.appointment import AppointmentQuerySet
from caseloads.seeing import client_for
from caseloads.views.clients import STATION
from kit.calendars import MEDIA_TYPE, Invited, invitation_text
from kit.paging import one_page

# Nobody looks through more of a day, or of what lies ahead; the rest comes nearer.
_A_DAY, _COMING = 60, 100
_UNREADABLE = 422


@require_safe
@counselors_only
def list(request: SignedInRequest) -> HttpResponse:
    """Of all their clients: what waits for an answer, today, what comes, and what was."""
    now = timezone.now()
    every = _visible(request)
    begins = timezone.make_aware(datetime.combine(timezone.localdate(now), time.min))
    ends = timezone.make_aware(datetime.combine(timezone.localdate(now) + timedelta(days=1), time.min))
    is_today = {"starts_at__gte": begins, "starts_at__lt": ends}
    booked = every.exclude(state__in=[Appointment.State.REQUESTED, Appointment.State.CANCELED])
    page = one_page(request, every.gone_by(now).exclude(pk__in=booked.filter(**is_today).values("pk")))
    context = {
        "asked": rows_of(every.coming(now).filter(state=Appointment.State.REQUESTED)[:_A_DAY], now=now),
        "today": rows_of(booked.filter(**is_today).order_by("starts_at", "pk")[:_A_DAY], now=now),
        "coming": rows_of(every.booked().filter(starts_at__gte=ends).order_by("starts_at", "pk")[:_COMING], now=now),
        "page": page,
        "past": rows_of(page, now=now),
        **STATION,
    }
    return render(request, "caseloads/appointment_list.html", context)


@require_safe
@counselors_only
def of_client(request: SignedInRequest, pk: int) -> HttpResponse:
    """Those of one client."""
    now = timezone.now()
    case, client = client_for(request.user, pk, part="appointments", now=now)
    theirs = _visible(request).filter(relationship=pk)
    page = one_page(request, theirs.gone_by(now))
    context = {
        "case": case,
        "client": client,
        "here": "appointments",
        "coming": rows_of(theirs.coming(now)[:_COMING], now=now),
        "page": page,
        "past": rows_of(page, now=now),
        "may_add": CounselingRelationship.objects.counseled_by(request.user).filter(pk=pk).exists(),
        **STATION,
    }
    return render(request, "caseloads/client_appointments.html", context)


@require_http_methods(["GET", "POST"])
@counselors_only
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """The client's counselor books a time for both."""
    mine = CounselingRelationship.objects.visible_to(request.user).counseled_by(request.user)
    relationship = get_object_or_404(mine.select_related("client", "team"), pk=pk)
    form = TimeForm(
        request.POST if request.method == "POST" else None,
        instance=Appointment(relationship=relationship),
        counselors=[request.user],
    )
    if request.method == "POST" and form.is_valid():
        try:
            book(form.made(), actor=request.user, now=timezone.now())
        except CannotBookError as trouble:
            form.add_error("hour", str(trouble))
        else:
            messages.success(request, _("Booked. Both of you are told, and reminded the evening before."))
            return redirect("clients:client_appointments", pk)
    return _form_page(request, form, relationship)


@require_http_methods(["GET", "POST"])
@counselors_only
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another time or place; what was asked for is booked with it."""
    appointment = _one(request, pk)
    if not appointment.can_change(timezone.now()):
        messages.info(request, _("It has begun, or was canceled. It can no longer be changed."))
        return redirect("clients:appointments")
    form = TimeForm(request.POST if request.method == "POST" else None, instance=appointment)
    if request.method == "POST" and form.is_valid():
        try:
            move(appointment, form.changed, actor=request.user, now=timezone.now())
        except CannotBookError as trouble:
            form.add_error("hour", str(trouble))
        else:
            messages.success(request, _("Booked. Both of you are told; take the calendar file again."))
            return redirect("clients:appointments")
    return _form_page(request, form, appointment.relationship, appointment=_one(request, pk))


@require_POST
@counselors_only
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Confirm the time that the client asked for."""
    try:
        confirm(_one(request, pk), actor=request.user, now=timezone.now())
        messages.success(request, _("Confirmed. They are told."))
    except CannotBookError as trouble:
        messages.error(request, str(trouble))
    return redirect("clients:appointments")


@require_http_methods(["GET", "POST"])
@counselors_only
def call_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """Cancel it, with a word to the client."""
    return cancel_page(request, _one(request, pk), back="clients:appointments")


@require_POST
@counselors_only
def outcome(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say whether it took place."""
    appointment, form = _one(request, pk), OutcomeForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        settle(appointment, state=form.cleaned_data["state"], actor=request.user, now=timezone.now())
        messages.success(request, _("Written down. A note about it is one click away, beside it in the list."))
    except CannotBookError as trouble:
        messages.error(request, str(trouble))
    return redirect("clients:appointments")


@require_safe
@counselors_only
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """The appointment for the counselor's calendar."""
    return file_of(request, _one(request, pk))


def cancel_page(request: SignedInRequest, appointment: Appointment, *, back: str) -> HttpResponse:
    """Ask, then cancel: the same for both sides."""
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            cancel(appointment, actor=request.user, word=form.cleaned_data["word"], now=timezone.now())
            messages.success(request, _("Canceled. Both of you are told."))
        except CannotBookError as trouble:
            messages.error(request, str(trouble))
        return redirect(back)
    is_client = request.user == appointment.relationship.client
    context = {
        "form": form,
        "row": rows_of([appointment], now=timezone.now())[0],
        "other": called(appointment.counselor if is_client else appointment.relationship.client),
        "back": back,
        "station": "my" if is_client else STATION["station"],
    }
    status = _UNREADABLE if form.errors else 200
    return render(request, "caseloads/appointment_cancel.html", context, status=status)


def file_of(request: SignedInRequest, appointment: Appointment) -> HttpResponse:
    """The calendar file of one of the two; none while it is only asked for."""
    if appointment.is_requested:
        raise Http404
    invited = Invited(parseaddr(settings.DEFAULT_FROM_EMAIL)[1], called(appointment.counselor), request.user.email)
    text = invitation_text(entry_for(request.user, appointment), invited, name=_("Appointments"), now=timezone.now())
    response = HttpResponse(text, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def _form_page(
    request: SignedInRequest,
    form: TimeForm,
    relationship: CounselingRelationship,
    *,
    appointment: Appointment | None = None,
) -> HttpResponse:
    context = {"form": form, "relationship": relationship, "appointment": appointment, **STATION}
    status = _UNREADABLE if form.errors else 200
    return render(request, "caseloads/appointment_form.html", context, status=status)


def _visible(request: SignedInRequest) -> AppointmentQuerySet:
    return Appointment.objects.visible_to(request.user).select_related("relationship__client", "counselor")


def _one(request: SignedInRequest, pk: int) -> Appointment:
    return get_object_or_404(_visible(request), pk=pk)
