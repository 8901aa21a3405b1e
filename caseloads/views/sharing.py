"""The client's side: who sees what of theirs, since when, and what was opened; given and taken back with one click."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import AuditEvent, TeamMembership
from accounts.requests import SignedInRequest
from caseloads.actions.consenting import grant, withdraw
from caseloads.actions.relating import NotNowError, ask_for, end, go_on, pause
from caseloads.forms.sharing import AskForm, ScopeForm, teams_to_ask
from caseloads.models import CounselingRelationship, Scope, ServiceNote
from caseloads.record import entries
from caseloads.scopes import BY_SCOPE
from caseloads.seeing import cases, with_cases
from interviews.models import Answer
from kit.paging import one_page

_STATION = {"station": "my"}
_FEW = 8


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """Who sees what; whom to ask."""
    mine = CounselingRelationship.objects.owned_by(request.user)
    supervisors = TeamMembership.objects.open().supervisors().select_related("user")
    rows = with_cases(mine.open(), now=timezone.now()).prefetch_related(
        Prefetch("team__memberships", supervisors, to_attr="supervisors_now")
    )
    context = {
        "cases": cases(rows),
        "past": mine.exclude(state__in=CounselingRelationship.OPEN).select_related("team")[:_FEW],
        "can_ask": teams_to_ask(request.user).exists(),
        "entries": entries(AuditEvent.objects.about(request.user).select_related("actor")[:_FEW]),
        "notes": ServiceNote.objects.told_to(request.user).count(),
        "answers_shown": Answer.objects.owned_by(request.user).shown().count(),
        **_STATION,
    }
    return render(request, "caseloads/sharing.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest) -> HttpResponse:
    """Ask a team for a counselor."""
    teams = [*teams_to_ask(request.user)]
    initial = {"team": teams[0].pk} if len(teams) == 1 else {}
    asked = CounselingRelationship(client=request.user)
    form = AskForm(
        request.POST if request.method == "POST" else None, user=request.user, instance=asked, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            ask_for(request.user, data["team"], wish=data["wish"], scopes=data["scopes"], now=timezone.now())
        except NotNowError as trouble:
            messages.error(request, str(trouble))
        else:
            messages.success(
                request,
                _("Asked. You are told when somebody takes it on. Until then they see your name and what you wrote."),
            )
        return redirect("sharing:list")
    context = {"form": form, "anyone": bool(teams), "words": BY_SCOPE.values(), **_STATION}
    return render(request, "caseloads/ask.html", context)


@require_POST
def open_part(request: SignedInRequest, pk: int) -> HttpResponse:
    """Open one part."""
    relationship, form = _own(request, pk), ScopeForm(request.POST)
    if form.is_valid():
        grant(relationship, [form.cleaned_data["scope"]], now=timezone.now())
        messages.success(request, _("Opened. You can close it again at any time."))
    return redirect("sharing:list")


@require_POST
def close_part(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close one part."""
    relationship, form = _own(request, pk), ScopeForm(request.POST)
    if form.is_valid():
        withdraw(relationship, [form.cleaned_data["scope"]], now=timezone.now())
        messages.success(request, _("Closed. From now on they cannot open it."))
    return redirect("sharing:list")


@require_POST
def close_all(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close every part; the counselor stays."""
    withdraw(_own(request, pk), Scope.values, now=timezone.now())
    messages.success(request, _("Everything is closed. From now on they cannot open any of it."))
    return redirect("sharing:list")


@require_POST
def rest(request: SignedInRequest, pk: int) -> HttpResponse:
    """Pause, or go on after a pause."""
    relationship = _own(request, pk)
    try:
        if relationship.is_paused:
            go_on(relationship, now=timezone.now())
            messages.success(request, _("You go on. What you had opened is open again."))
        else:
            pause(relationship, now=timezone.now())
            messages.success(request, _("Paused. Nothing of yours can be opened until you go on."))
    except NotNowError as trouble:
        messages.error(request, str(trouble))
    return redirect("sharing:list")


@require_http_methods(["GET", "POST"])
def stop(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then end it, or take a request back."""
    relationship = _own(request, pk)
    if request.method == "POST":
        try:
            end(relationship, request.user, reason=CounselingRelationship.EndReason.CLIENT, now=timezone.now())
            messages.success(request, _("Ended. Nobody of the team can see anything of yours."))
        except NotNowError as trouble:
            messages.error(request, str(trouble))
        return redirect("sharing:list")
    return render(request, "caseloads/stop.html", {"relationship": relationship, **_STATION})


@require_safe
def record(request: SignedInRequest) -> HttpResponse:
    """Everything that was opened, given and taken back, the newest first."""
    page = one_page(request, AuditEvent.objects.about(request.user).select_related("actor"), size=50)
    return render(request, "caseloads/record.html", {"page": page, "entries": entries(page), **_STATION})


@require_safe
def notes(request: SignedInRequest) -> HttpResponse:
    """What counselors wrote for them to read, with its amendments."""
    rows = ServiceNote.objects.told_to(request.user).select_related("author", "relationship__team")
    page = one_page(request, rows.prefetch_related("revisions"))
    return render(request, "caseloads/notes_for_me.html", {"page": page, **_STATION})


@require_safe
def answers(request: SignedInRequest) -> HttpResponse:
    """Which answers of interview practice are shown."""
    mine = (
        Answer.objects.owned_by(request.user).given().select_related("session", "feedback").order_by("-given_at", "-pk")
    )
    return render(request, "caseloads/answers.html", {"page": one_page(request, mine), **_STATION})


@require_POST
def answer_show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one answer, or make it private again."""
    answer = get_object_or_404(Answer.objects.owned_by(request.user).given(), pk=pk)
    if answer.shown_at:
        answer.hide()
        messages.success(request, _("Private again."))
    else:
        answer.show(at=timezone.now())
        messages.success(request, _("Shown to counselors for whom you opened interview practice."))
    return redirect("sharing:answers")


def _own(request: SignedInRequest, pk: int) -> CounselingRelationship:
    """One of the person's own that is not over."""
    mine = CounselingRelationship.objects.owned_by(request.user).open().select_related("team", "client")
    return get_object_or_404(mine, pk=pk)
