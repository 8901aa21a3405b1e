"""After an interview: how it went, the notes of thanks, the follow-ups; and the warm-up of the evening before."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from interviews.actions.afterwards import begin_note, hear, write_debrief
from interviews.actions.asking import keep_as_own
from interviews.actions.starting import begin_with
from interviews.forms.afterwards import DebriefForm, NewNoteForm
from interviews.forms.preparing import DoneForm
from interviews.models import AskedQuestion, Debrief, Interview, NoteToEmployer, PracticeSession
from interviews.preparing.page import page_of
from interviews.preparing.warm_up import warm_up_questions
from interviews.turns import turns_of
from interviews.views.own import interview_of, show


@require_safe
def warm_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """Three questions, what is still open, when to leave."""
    interview = interview_of(request, pk)
    return show(request, "interviews/warm_up.html", interview, questions=warm_up_questions(interview))


@require_POST
def warm_up_begin(request: SignedInRequest, pk: int) -> HttpResponse:
    """Practice the three, one after the other."""
    interview = interview_of(request, pk)
    questions = warm_up_questions(interview)
    if not questions:
        return redirect("interviews:warm_up", pk)
    session = PracticeSession(
        occasion=PracticeSession.Occasion.WARM_UP, interview=interview, role=interview.role, started_at=timezone.now()
    )
    first = turns_of(begin_with(session, questions, owner=request.user)).next_open
    return redirect(first or session)


@require_http_methods(["GET", "POST"])
def debrief(request: SignedInRequest, pk: int) -> HttpResponse:
    """How it went and what they asked; that makes it an interview that took place."""
    interview = interview_of(request, pk)
    if not interview.has_begun(timezone.now()):
        return _too_early(request, interview)
    known = Debrief.objects.filter(interview=interview).first()
    own = known or Debrief(interview=interview, made_at=timezone.now())
    form = DebriefForm(request.POST if request.method == "POST" else None, instance=own)
    if request.method == "POST" and form.is_valid():
        write_debrief(form.save(commit=False), people=form.cleaned_data["people"], asked=form.cleaned_data["asked"])
        messages.success(request, _("Kept. What they asked is among your questions; the thanks come next."))
        return redirect(interview)
    return show(request, "interviews/debrief.html", interview, form=form)


@require_POST
def asked_own(request: SignedInRequest, pk: int) -> HttpResponse:
    """It is another question than that of the bank."""
    asked = _asked(request, pk)
    keep_as_own(asked)
    return redirect("interviews:debrief", asked.interview_id)


@require_POST
def asked_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was not asked after all. The question itself stays."""
    asked = _asked(request, pk)
    asked.delete()
    return redirect("interviews:debrief", asked.interview_id)


@require_http_methods(["GET", "POST"])
def thanks(request: SignedInRequest, pk: int) -> HttpResponse:
    """One note for each person who was there."""
    interview = interview_of(request, pk)
    if not interview.has_begun(timezone.now()):
        return _too_early(request, interview)
    note = NoteToEmployer(interview=interview)
    form = NewNoteForm(request.POST if request.method == "POST" else None, instance=note)
    if request.method == "POST" and form.is_valid():
        return redirect(begin_note(form.save(commit=False)))
    written = {one.to.lower() for one in interview.employer_notes.thanks()}
    names = [name for name in interview.people_names if name.lower() not in written]
    return show(request, "interviews/thanks.html", interview, form=form, names=names)


@require_http_methods(["GET", "POST"])
def follow_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """When to ask, and the note to ask with; twice at most."""
    interview = interview_of(request, pk)
    page = page_of(interview, now=timezone.now())
    draft = next((note for note in page.follow_ups if not note.is_sent), None)
    note = NoteToEmployer(interview=interview, kind=NoteToEmployer.Kind.FOLLOW_UP)
    form = NewNoteForm(
        request.POST if request.method == "POST" else None, instance=note, initial=_addressee(page.thanks)
    )
    if request.method == "POST" and (draft or not page.may_follow_up):
        messages.info(request, _("Not now: a follow-up is begun already, or its day has not come."))
        return redirect("interviews:follow_up", pk)
    if request.method == "POST" and form.is_valid():
        return redirect(begin_note(form.save(commit=False)))
    return show(request, "interviews/follow_up.html", interview, form=form, draft=draft)


@require_POST
def heard_from(request: SignedInRequest, pk: int) -> HttpResponse:
    """They got in touch, or not after all."""
    own = get_object_or_404(Debrief.objects.owned_by(request.user).select_related("interview__owner"), interview=pk)
    form = DoneForm(request.POST)
    if form.is_valid() and form.cleaned_data["done"]:
        hear(own, on=timezone.localdate())
        messages.success(request, _("Noted. We remind you of nothing any more."))
    else:
        own.heard_on = None
        own.save(update_fields=["heard_on"])
    return redirect(own.interview)


def _asked(request: SignedInRequest, pk: int) -> AskedQuestion:
    mine = AskedQuestion.objects.owned_by(request.user).select_related(
        "question", "interview__owner", "interview__role"
    )
    return get_object_or_404(mine, pk=pk)


def _too_early(request: SignedInRequest, interview: Interview) -> HttpResponse:
    """Nobody can tell yet how it went."""
    if request.method == "POST":
        messages.info(request, _("It has not begun yet. Look whether the day is right."))
        return redirect(interview)
    return render(request, "interviews/too_early.html", {"interview": interview, "station": "interview"})


def _addressee(thanks: list[NoteToEmployer]) -> dict[str, str]:
    """Whoever was thanked first is the one to ask."""
    return {"to": thanks[0].to} if thanks else {}
