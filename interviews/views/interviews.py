"""Real interviews: the list, the page of one, and what changes it as a whole."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from interviews.actions.keeping import let_go
from interviews.actions.preparing import begin_round, keep_interview
from interviews.actions.repeating import repeat_before
from interviews.forms.interviews import InterviewForm, StartForm
from interviews.models import Interview
from interviews.preparing.calendar import entries_of
from interviews.views.own import interview_of, show
from jobsearch.models import Application
from kit.calendars import MEDIA_TYPE, calendar_text
from kit.paging import one_page

# Nobody plans more at once; those further away come nearer.
_COMING = 50
_STATION = {"station": "interview"}
# The ads saved last; any other is chosen in the form.
_ADS = 5


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """Those to come, the next first, and those that are over."""
    mine, now = Interview.objects.owned_by(request.user).select_related("role"), timezone.now()
    context = {"coming": mine.coming(now)[:_COMING], "past": one_page(request, mine.gone_by(now)), "now": now}
    return render(request, "interviews/list.html", context | _STATION)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """An interview, on its own or for an application that is kept here."""
    form = InterviewForm(
        request.POST if request.method == "POST" else None,
        instance=Interview(owner=request.user),
        initial=_from_application(request),
    )
    if request.method == "POST" and form.is_valid():
        interview = form.save(commit=False)
        has_moved = keep_interview(interview, today=timezone.localdate())
        repeat_before(request.user, now=timezone.now())
        is_past = interview.starts_at is not None and interview.starts_at < timezone.now()
        before = _("Written down. Here is what to do until then, one thing after the other.")
        messages.success(request, _("Written down. Note how it went while you remember it.") if is_past else before)
        _tell(request, interview, has_moved=has_moved)
        return redirect(interview)
    ads = Application.objects.owned_by(request.user).select_related("posting")[:_ADS]
    return render(request, "interviews/add.html", {"form": form, "ads": ads, **_STATION})


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """One interview, in the order of its days."""
    return show(request, "interviews/detail.html", interview_of(request, pk))


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change when, where or with whom."""
    interview = interview_of(request, pk)
    form = InterviewForm(request.POST if request.method == "POST" else None, instance=interview)
    if request.method == "POST" and form.is_valid():
        # A move that was taken back is not made again by a change of the hour.
        is_other = "application" in form.changed_data
        interview = form.save(commit=not is_other)
        has_moved = is_other and keep_interview(interview, today=timezone.localdate())
        repeat_before(request.user, now=timezone.now())
        messages.success(request, _("Saved. If it is in your calendar, take the file again, and the entry follows."))
        _tell(request, interview, has_moved=has_moved)
        return redirect(interview)
    return render(request, "interviews/edit.html", {"form": form, "interview": interview, **_STATION})


@require_http_methods(["GET", "POST"])
def next_round(request: SignedInRequest, pk: int) -> HttpResponse:
    """They ask again: a new interview that begins where this one ended."""
    before = interview_of(request, pk)
    new = Interview(owner=request.user, application=before.application)
    form = InterviewForm(request.POST if request.method == "POST" else None, instance=new, initial=_from_round(before))
    if request.method == "POST" and form.is_valid():
        interview = form.save(commit=False)
        has_moved = begin_round(interview, after=before, today=timezone.localdate())
        repeat_before(request.user, now=timezone.now())
        messages.success(request, _("The next round is written down. What you found out came along."))
        _tell(request, interview, has_moved=has_moved)
        return redirect(interview)
    return render(request, "interviews/next_round.html", {"form": form, "interview": before, **_STATION})


@require_http_methods(["GET", "POST"])
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then note that it does not take place."""
    interview = interview_of(request, pk)
    if request.method == "POST":
        interview.cancel()
        repeat_before(request.user, now=timezone.now())
        messages.success(request, _("Noted as canceled. We remind you of nothing any more."))
        return redirect(interview)
    return render(request, "interviews/cancel.html", {"interview": interview, **_STATION})


@require_POST
def restore(request: SignedInRequest, pk: int) -> HttpResponse:
    """It takes place after all."""
    interview = interview_of(request, pk)
    if interview.is_cancelled:
        interview.restore()
        repeat_before(request.user, now=timezone.now())
        messages.success(request, _("It takes place after all. Look whether the day is still right."))
    return redirect(interview)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what goes with it, then delete it."""
    interview = interview_of(request, pk)
    if request.method == "POST":
        let_go(interview)
        repeat_before(request.user, now=timezone.now())
        messages.success(request, _("The interview is deleted."))
        return redirect("interviews:list")
    return show(request, "interviews/delete.html", interview)


@require_safe
def calendar(request: SignedInRequest, pk: int) -> HttpResponse:
    """The interview and the last moment for the thanks as a file; of a cancelled one, the word that it is off."""
    interview = interview_of(request, pk)
    entries = entries_of(interview)
    if not entries:
        raise Http404
    response = HttpResponse(
        calendar_text(entries, name=interview.employer, now=timezone.now()), content_type=MEDIA_TYPE
    )
    response["Content-Disposition"] = 'attachment; filename="interview.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def _tell(request: SignedInRequest, interview: Interview, *, has_moved: bool) -> None:
    """That a job went on by it, and where that can be taken back."""
    if has_moved:
        words = _("%(job)s: moved to “Interview”. If that was a slip, you can take it back on its page.")
        messages.success(request, words % {"job": interview.application})


def _from_application(request: SignedInRequest) -> dict[str, Any]:
    """What the ad says already; an application that is not theirs does not exist."""
    form = StartForm(request.GET, owner=request.user)
    if not form.is_valid():
        raise Http404
    application: Application | None = form.cleaned_data["application"]
    if application is None:
        return {}
    ad = application.posting
    known = {"application": application.pk, "employer": ad.employer, "job_title": ad.title, "place": ad.place}
    return known | ({"role": ad.role_id} if ad.role_id else {})


def _from_round(before: Interview) -> dict[str, Any]:
    return {
        "employer": before.employer,
        "job_title": before.job_title,
        "role": before.role_id,
        "application": before.application_id,
        "round": min(before.round + 1, 9),
        "minutes": before.minutes,
        "way": before.way,
        "place": before.place,
        "travel_minutes": before.travel_minutes,
    }
