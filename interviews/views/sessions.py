"""Sessions: choose what to practise, see where one is, finish, throw away."""

import random

from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from interviews.actions.finishing import finish_session
from interviews.actions.keeping import remove_session
from interviews.actions.starting import begin
from interviews.forms.starting import StartForm, WantedForm
from interviews.hub import target_of, with_badges
from interviews.models import PracticeSession
from interviews.summing_up import sum_up
from interviews.turns import counted, turns_of
from interviews.views.hub import STATION
from kit.paging import one_page


@require_http_methods(["GET", "POST"])
def start(request: SignedInRequest) -> HttpResponse:
    """Choose the occasion, and begin with the first question."""
    now = timezone.now()
    initial = {"role": target_of(request.user, now=now)} | WantedForm(request.GET).wanted(request.user)
    post = request.POST if request.method == "POST" else None
    form = StartForm(post, user=request.user, now=now, initial=initial)
    if request.method == "POST" and form.is_valid():
        session = begin(form.session(), form.wish(), owner=request.user, seed=random.SystemRandom().getrandbits(32))
        if session and (first := turns_of(session).next_open):
            return redirect(first)
        form.add_error(None, _("There is no question of that sort yet. Choose other types, or another occasion."))
    return render(request, "practice/start.html", {"form": form, **STATION})


@require_safe
def session(request: SignedInRequest, pk: int) -> HttpResponse:
    """Its questions, where to go on, and how it went once it is over."""
    found = own_session(request, pk)
    if found.occasion == PracticeSession.Occasion.TOGETHER:
        return redirect("practice:together_seen", found.pk)
    turns = turns_of(found)
    context = {"session": found, "turns": turns, "summary": sum_up(turns) if found.is_finished else None}
    return render(request, "practice/session.html", {**context, **STATION})


@require_safe
def past(request: SignedInRequest) -> HttpResponse:
    """All sessions, the newest first."""
    sessions = counted(request.user)
    page = one_page(request, sessions)
    rows = with_badges(sessions[page.start_index() - 1 if page else 0 : page.end_index()])
    context = {"page": page, "rows": rows, **STATION}
    return render(request, "practice/past.html", context)


@require_POST
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close it where it is; drafts stay."""
    found = own_session(request, pk)
    finish_session(found, now=timezone.now())
    return redirect(found)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what goes with it, then delete it."""
    found = own_session(request, pk)
    if request.method == "POST":
        remove_session(found, now=timezone.now())
        messages.success(request, _("The session is deleted, with its answers and recordings. Your stories stay."))
        return redirect("practice:list")
    answers = found.answers.aggregate(
        written=models.Count("pk", filter=~models.Q(text="")), recorded=models.Count("recording")
    )
    return render(request, "practice/delete.html", {"session": found, **answers, **STATION})


def own_session(request: SignedInRequest, pk: int) -> PracticeSession:
    """A session of one's own."""
    return get_object_or_404(counted(request.user), pk=pk)
