"""One note to an employer, made of parts. Nothing is sent from here: its writer copies it, or opens it as a mail."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from interviews.actions.afterwards import drop_note, send, take_back
from interviews.forms.afterwards import PartsForm, WordsForm
from interviews.models import Debrief, NoteToEmployer
from interviews.preparing.notes import Letter, draft, letter


@require_http_methods(["GET", "POST"])
def note(request: SignedInRequest, pk: int) -> HttpResponse:
    """The parts, the note that they make, and what is still missing."""
    own = _note(request, pk)
    form = PartsForm(request.POST if request.method == "POST" else None, instance=own)
    if request.method == "POST" and own.is_sent:
        return redirect(own)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(own.get_absolute_url() + "#note")
    return _show(request, pk, form=form)


@require_POST
def note_words(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep the writer's own wording; sent empty, the draft of the parts comes back."""
    own = _note(request, pk)
    form = WordsForm(request.POST, instance=own, draft=_draft(own))
    if own.is_sent:
        return redirect(own)
    if form.is_valid():
        form.save()
        return redirect(own.get_absolute_url() + "#note")
    return _show(request, pk, words=form)


@require_POST
def note_sent(request: SignedInRequest, pk: int) -> HttpResponse:
    """The writer sent it. With a gap in it nobody did."""
    own = _note(request, pk)
    text = _letter(own)
    if not text.is_ready:
        messages.error(request, _("Not yet: something is still missing in it. Fill in the gaps first."))
        return redirect(own)
    send(own, body=text.text, at=timezone.now())
    messages.success(request, _("Marked as sent. It stays here, so that you know what you wrote."))
    return redirect(own.interview)


@require_POST
def note_unsent(request: SignedInRequest, pk: int) -> HttpResponse:
    """It did not go out after all."""
    own = _note(request, pk)
    take_back(own)
    return redirect(own)


@require_http_methods(["GET", "POST"])
def note_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete it."""
    own = _note(request, pk)
    if request.method == "POST":
        drop_note(own)
        messages.success(request, _("The note is deleted."))
        return redirect("interviews:thanks" if own.is_thanks else "interviews:follow_up", own.interview_id)
    return render(request, "interviews/note_delete.html", {"note": own, "station": "interview"})


def _note(request: SignedInRequest, pk: int) -> NoteToEmployer:
    mine = NoteToEmployer.objects.owned_by(request.user).select_related("interview__role", "interview__owner")
    return get_object_or_404(mine, pk=pk)


def _letter(own: NoteToEmployer) -> Letter:
    return letter(own, own.interview.employer_notes.all(), _debrief(own))


def _draft(own: NoteToEmployer) -> str:
    others = own.interview.employer_notes.exclude(pk=own.pk)
    return draft(own, others, _debrief(own))


def _debrief(own: NoteToEmployer) -> Debrief | None:
    return Debrief.objects.filter(interview=own.interview_id).first()


def _show(
    request: SignedInRequest, pk: int, *, form: PartsForm | None = None, words: WordsForm | None = None
) -> HttpResponse:
    # Read anew: a form that was refused has put its values into its own copy.
    own = _note(request, pk)
    text = _letter(own)
    context = {
        "note": own,
        "interview": own.interview,
        "letter": text,
        "form": form or PartsForm(instance=own),
        "words": words or WordsForm(instance=own, draft=_draft(own)),
        "station": "interview",
    }
    return render(request, "interviews/note.html", context)
