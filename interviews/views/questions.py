"""One question: what it is after, how one answered it before; and questions of one's own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from guides.models import Role
from interviews.actions.own_questions import keep_question
from interviews.actions.starting import begin_one
from interviews.asked import past_answers, questions, story_fits
from interviews.forms.questions import QuestionForm
from interviews.models import Question
from interviews.parts import parts_for
from interviews.turns import turns_of
from interviews.views.hub import STATION
from kit.paging import one_page


@require_safe
def question(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the interviewer is after, a tip, what may follow, the stories that serve it, earlier answers."""
    found = get_object_or_404(questions().open_to(request.user), pk=pk)
    context = {
        "question": found,
        "steps": parts_for(found.kind),
        "answers": past_answers(request.user, found),
        "fits": story_fits(request.user, found),
    }
    return render(request, "practice/question.html", {**context, **STATION})


@require_POST
def practise(request: SignedInRequest, pk: int) -> HttpResponse:
    """Begin a session of this one question."""
    found = get_object_or_404(Question.objects.open_to(request.user).select_related("role"), pk=pk)
    session = begin_one(found, owner=request.user, now=timezone.now())
    return redirect(turns_of(session).next_open or session)


@require_safe
def own(request: SignedInRequest) -> HttpResponse:
    """Questions of one's own."""
    rows = questions().owned_by(request.user).order_by("-pk")
    return render(request, "practice/own.html", {"questions": one_page(request, rows), **STATION})


@require_http_methods(["GET", "POST"])
def question_add(request: SignedInRequest) -> HttpResponse:
    """Write down a question that was asked, or that one fears."""
    return _written(request, Question(owner=request.user))


@require_http_methods(["GET", "POST"])
def question_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a question of one's own; answers keep it as it was asked."""
    return _written(request, get_object_or_404(questions().owned_by(request.user), pk=pk))


def _written(request: SignedInRequest, found: Question) -> HttpResponse:
    roles = Role.objects.published(timezone.now()).order_by("title")
    form = QuestionForm(request.POST if request.method == "POST" else None, instance=found, roles=roles)
    if request.method == "POST" and form.is_valid():
        kept = keep_question(form.save(commit=False), form.cleaned_data["about"])
        messages.success(request, _("Kept. It comes up in your sessions like the others, and you can practice it now."))
        return redirect(kept)
    return render(request, "practice/question_edit.html", {"form": form, "is_new": found.pk is None, **STATION})


@require_http_methods(["GET", "POST"])
def question_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a question of one's own off; answers to it stay."""
    found = get_object_or_404(Question.objects.owned_by(request.user), pk=pk)
    if request.method == "POST":
        found.delete()
        messages.success(request, _("The question is deleted. Answers you gave to it stay."))
        return redirect("practice:own")
    return render(request, "practice/question_delete.html", {"question": found, **STATION})
