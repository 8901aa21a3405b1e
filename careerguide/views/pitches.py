"""Introductions that begin with what a resume tells."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from accounts.requests import SignedInRequest
from careerguide.own_resumes import chosen, closest, resumes_of, role_of, told_of
from careerguide.pitch_questions import ask_for
from careerguide.told import Line, with_article
from guides.models import Role, State
from interviews.actions.starting import begin_one
from interviews.turns import turns_of
from jobsearch.actions.pitches import begin_pitch, checked_pitch, keep_pitch
from jobsearch.forms.pitches import NewPitchForm
from jobsearch.models import Pitch
from jobsearch.models.message import LONGEST_PARTS
from resumes.models import Version

_MOST_LINES = 30


@require_http_methods(["GET", "POST"])
def pitch_add(request: SignedInRequest) -> HttpResponse:
    """Choose who listens; the draft begins with what is known."""
    role = role_of(request.user)
    version = closest(resumes_of(request.user), role)
    initial = {"audience": request.GET.get("audience", ""), "title": request.GET.get("title", "")[:80]}
    form = NewPitchForm(request.POST or None, instance=Pitch(owner=request.user), initial=initial)
    if request.method == "POST" and form.is_valid():
        return redirect(begin_pitch(form.save(commit=False), _facts(request.user, version, role)))
    context = {"form": form, "role": role, "version": version, "station": "connect"}
    return render(request, "careerguide/pitch_add.html", context)


@require_http_methods(["GET", "POST"])
def pitch_lines(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose what one has done from a resume."""
    own = get_object_or_404(Pitch.objects.owned_by(request.user).select_related("owner"), pk=pk)
    role, documents = role_of(request.user), resumes_of(request.user)
    asked = request.GET.get("document")
    version = closest(documents, role) if asked is None else chosen(documents, asked)
    lines = _lines(version, role)
    line = next((one.spoken for one in lines if one.spoken == request.POST.get("line")), "")
    if request.method == "POST" and line:
        own.proof = line
        keep_pitch(own, on=timezone.localdate())
        messages.success(request, _kept(own))
        return redirect(own)
    if request.method == "POST":
        messages.error(request, _("The resume has changed since this page was opened. Choose the line once more."))
        return redirect(request.get_full_path())
    context = {"own": own, "documents": documents, "version": version, "lines": lines, "station": "connect"}
    return render(request, "careerguide/pitch_lines.html", context)


@require_POST
def pitch_practice(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say it to someone who asks for it, in the interview room."""
    own = get_object_or_404(Pitch.objects.owned_by(request.user).select_related("owner"), pk=pk)
    if not checked_pitch(own).is_ready:
        messages.error(request, _("Fill in the blanks first; then it can be practiced."))
        return redirect(own)
    question = ask_for(own, role=role_of(request.user))
    session = begin_one(question, owner=request.user, now=timezone.now())
    return redirect(turns_of(session).next_open or session)


def _kept(own: Pitch) -> str:
    if own.text:
        return _("It stands in its part now. Your own wording still takes the place of the parts: change it there too.")
    return _("It stands in your introduction now. Make it sound like you.")


def _lines(version: Version | None, role: Role | None) -> list[Line]:
    fitting = [line for line in told_of(version, role).lines if len(line.spoken) <= LONGEST_PARTS["proof"]]
    return fitting[:_MOST_LINES]


def _facts(user: User, version: Version | None, role: Role | None) -> dict[str, str]:
    known = told_of(version, role)
    return {
        "role": with_article(role.title) if role else "",
        "standing": known.standing,
        "proof": known.lines[0].spoken if known.lines else "",
        "place": known.place or _state_name(user),
    }


def _state_name(user: User) -> str:
    state = State.objects.filter(usps=user.state).first() if user.state else None
    return state.name if state else ""
