"""Notes of a client: written, finished, amended, marked as entered in error, and read by those whom they are for."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import TeamMembership, User
from accounts.requests import SignedInRequest
from caseloads.actions.noting import NoteMovedError, amend, finish, mark_wrong, save_draft
from caseloads.doors import counselors_only
from caseloads.forms.notes import AmendForm, NoteForm, WrongForm
from caseloads.models import ServiceNote
from caseloads.note_templates import TEMPLATES
from caseloads.seeing import case_for, client_for
from caseloads.views.clients import STATION
from kit.paging import one_page

_CONFLICT, _UNREADABLE = 409, 422


@require_safe
@counselors_only
def list(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was written about the client, as far as this person may read it."""
    case, client = client_for(request.user, pk, part="notes", now=timezone.now())
    rows = ServiceNote.objects.readable_by(request.user).filter(relationship=pk)
    page = one_page(request, rows.select_related("author", "wrong_by").prefetch_related("revisions"))
    context = {"case": case, "client": client, "here": "notes", "page": page, "kinds": ServiceNote.Kind.choices}
    return render(request, "caseloads/note_list.html", context | STATION)


@require_http_methods(["GET", "POST"])
@counselors_only
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Begin a note; its kind says what it begins with."""
    now = timezone.now()
    case, _client = case_for(request.user, pk, now=now)
    kind = request.GET.get("kind", "")
    kind = kind if kind in ServiceNote.Kind.values else ServiceNote.Kind.MEETING
    note = ServiceNote(relationship=case.relationship, author=request.user)
    initial = {"kind": kind, "contact_on": timezone.localdate(now), "text": TEMPLATES[ServiceNote.Kind(kind)]}
    form = NoteForm(request.POST if request.method == "POST" else None, instance=note, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _keep(request, form, now)
    return _draft_page(request, form)


@require_http_methods(["GET", "POST"])
@counselors_only
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go on with a draft of one's own: save it, or finish it."""
    note = _own(request.user, pk)
    if not note.is_draft and request.method == "GET":
        return redirect(note)
    form = NoteForm(request.POST if request.method == "POST" else None, instance=note)
    if request.method == "POST" and form.is_valid():
        return _keep(request, form, timezone.now())
    return _draft_page(request, form)


@require_POST
@counselors_only
def save(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep the draft while it is typed; answers with a sentence, and with which save this was."""
    form = NoteForm(request.POST, instance=_own(request.user, pk))
    if not form.is_valid():
        sentences = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"said": " ".join(sentences)}, status=_UNREADABLE)
    try:
        kept = save_draft(form.save(commit=False), seen=form.cleaned_data["seen"], now=timezone.now())
    except NoteMovedError as trouble:
        now = {"seen": trouble.note.version, "text": trouble.note.draft}
        return JsonResponse({"said": str(trouble), **now}, status=_CONFLICT)
    when = date_format(timezone.localtime(kept.saved_at), "H:i")
    return JsonResponse({"said": _("Saved at %s") % when, "seen": kept.version})


@require_http_methods(["GET", "POST"])
@counselors_only
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Throw a draft away; what is final stays."""
    note = get_object_or_404(ServiceNote.objects.written_by(request.user).drafts(), pk=pk)
    if request.method == "POST":
        back = note.relationship_id
        note.delete()
        messages.success(request, _("The draft is gone."))
        return redirect("clients:notes", back)
    return render(request, "caseloads/note_delete.html", {"note": note, **STATION})


@require_safe
@counselors_only
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """A note with its amendments."""
    note = _readable(request.user, pk)
    if note.is_draft:
        return redirect(note)
    client_for(request.user, note.relationship_id, part="note", now=timezone.now())
    return _page(request, note)


@require_POST
@counselors_only
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Amend a final note of one's own."""
    note = _own(request.user, pk)
    form = AmendForm(request.POST, note=note)
    if not form.is_valid():
        return _page(request, note, amending=form)
    try:
        amend(note, now=timezone.now(), **form.cleaned_data)
    except NoteMovedError as trouble:
        newest = note.revisions.count()
        # Amending again is a decision now: it is put upon the newer words.
        again = AmendForm({**request.POST.dict(), "seen": newest}, note=note)
        again.add_error(None, str(trouble))
        return _page(request, _readable(request.user, pk), amending=again, status=_CONFLICT)
    messages.success(request, _("Amended. What it said before stays below."))
    return redirect(note)


@require_POST
@counselors_only
def wrong(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark a note as entered in error: its author, or a supervisor of the team."""
    note = _readable(request.user, pk)
    if not _may_mark(request.user, note):
        raise Http404
    form = WrongForm(request.POST, prefix="wrong")
    if not form.is_valid():
        return _page(request, note, marking=form)
    try:
        mark_wrong(note, by=request.user, reason=form.cleaned_data["reason"], now=timezone.now())
        messages.success(request, _("Marked. Its words are no longer shown."))
    except NoteMovedError as trouble:
        messages.error(request, str(trouble))
    return redirect("clients:notes", note.relationship_id)


def _keep(request: SignedInRequest, form: NoteForm, now: datetime) -> HttpResponse:
    is_last = "finish" in request.POST
    do = finish if is_last else save_draft
    try:
        note = do(form.save(commit=False), seen=form.cleaned_data["seen"], now=now)
    except NoteMovedError as trouble:
        # Saving again is a decision now: this version takes the place of the other.
        again = NoteForm({**request.POST.dict(), "seen": trouble.note.version}, instance=form.instance)
        again.add_error(None, str(trouble))
        return _draft_page(request, again, there=trouble.note)
    messages.success(request, _("The note is final.") if is_last else _("The draft is kept."))
    return redirect("clients:notes", note.relationship_id) if is_last else redirect(note)


def _draft_page(request: SignedInRequest, form: NoteForm, *, there: ServiceNote | None = None) -> HttpResponse:
    """The page on which a draft is written; after a conflict, with how it stands elsewhere."""
    note = form.instance
    context = {"form": form, "note": note, "client": note.relationship.client, "there": there, **STATION}
    status = _CONFLICT if there else (_UNREADABLE if form.errors else 200)
    return render(request, "caseloads/note_edit.html", context, status=status)


def _page(
    request: SignedInRequest,
    note: ServiceNote,
    *,
    amending: AmendForm | None = None,
    marking: WrongForm | None = None,
    status: int = _UNREADABLE,
) -> HttpResponse:
    revisions = [*note.revisions.all()]
    is_own = note.author == request.user
    newest = revisions[-1] if revisions else None
    start = {"text": newest.text if newest else "", "audience": note.audience, "seen": newest.number if newest else 0}
    context = {
        "note": note,
        "client": note.relationship.client,
        "revisions": revisions[::-1],
        "reads": not note.is_wrong or _supervises(request.user, note),
        "amending": (amending or AmendForm(note=note, initial=start)) if is_own and note.is_final else None,
        "marking": (marking or WrongForm(prefix="wrong")) if note.is_final and _may_mark(request.user, note) else None,
        **STATION,
    }
    return render(request, "caseloads/note.html", context, status=status if amending or marking else 200)


def _own(user: User, pk: int) -> ServiceNote:
    notes = ServiceNote.objects.written_by(user).select_related("relationship__client", "relationship__team", "author")
    return get_object_or_404(notes, pk=pk)


def _readable(user: User, pk: int) -> ServiceNote:
    notes = ServiceNote.objects.readable_by(user).select_related(
        "relationship__client", "relationship__team", "author", "wrong_by"
    )
    return get_object_or_404(notes, pk=pk)


def _supervises(user: User, note: ServiceNote) -> bool:
    return TeamMembership.objects.open().of_team(note.relationship.team).held_by(user).supervisors().exists()


def _may_mark(user: User, note: ServiceNote) -> bool:
    return note.author == user or (not note.is_private and _supervises(user, note))
