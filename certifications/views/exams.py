"""Exam appointments of one's own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from certifications.actions.holding import book_exam
from certifications.forms.exams import ExamForm
from certifications.holding.calendar import exam_entry
from certifications.models import ExamAppointment, HeldCredential
from certifications.models.held import ExamAppointmentQuerySet
from certifications.views.calendar import calendar_file


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down the day and hour of an exam."""
    held = get_object_or_404(HeldCredential.objects.owned_by(request.user).select_related("credential"), pk=pk)
    form = ExamForm(request.POST if request.method == "POST" else None, instance=ExamAppointment(held=held))
    if request.method == "POST" and form.is_valid():
        book_exam(form.save(commit=False), today=timezone.localdate())
        messages.success(request, _("Your exam is written down. Put it into your calendar too."))
        return redirect(held)
    return render(request, "certifications/held/exam_add.html", {"form": form, "held": held, "station": "qualify"})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move an exam to another day or place."""
    exam = get_object_or_404(_own(request).to_come(timezone.now()), pk=pk)
    form = ExamForm(request.POST if request.method == "POST" else None, instance=exam)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The exam is moved. Take its calendar file again, and the old entry follows."))
        return redirect(exam.held)
    return render(request, "certifications/held/exam_edit.html", {"form": form, "exam": exam, "station": "qualify"})


@require_http_methods(["GET", "POST"])
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then note that the exam does not take place then."""
    exam = get_object_or_404(_own(request).to_come(timezone.now()), pk=pk)
    if request.method == "POST":
        exam.cancel(at=timezone.now())
        messages.success(request, _("Noted as canceled here. Cancel it with the test center as well."))
        return redirect(exam.held)
    return render(request, "certifications/held/exam_cancel.html", {"exam": exam, "station": "qualify"})


@require_safe
def calendar(request: SignedInRequest, pk: int) -> HttpResponse:
    """One exam as a calendar file; of a cancelled one, the word that it is off."""
    exam = get_object_or_404(_own(request), pk=pk)
    return calendar_file([exam_entry(exam)], name=exam.held.title, file="exam.ics")


def _own(request: SignedInRequest) -> ExamAppointmentQuerySet:
    return ExamAppointment.objects.owned_by(request.user).select_related("held__credential")
