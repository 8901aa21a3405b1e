"""Two people in one room: one asks and writes down, on this device or on paper, the other answers aloud."""

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from guides.models import Role
from interviews.actions.rating_together import write_down
from interviews.actions.starting import begin_with
from interviews.forms.rating import RatingForm
from interviews.forms.together import PartnerForm, RoleForm, TogetherForm
from interviews.models import Answer, PracticeSession, Question
from interviews.page.together import picks_of, proposed, rating_of, sitting_of
from interviews.rubric import RUBRIC
from interviews.views.feedback import STATION

_TOGETHER = PracticeSession.Occasion.TOGETHER


@require_http_methods(["GET", "POST"])
def together(request: SignedInRequest) -> HttpResponse:
    """Choose the questions, and begin."""
    chosen = RoleForm(request.GET)
    role = chosen.cleaned_data["role"] if chosen.is_valid() else None
    rows = [*_questions(request.user, role)]
    post = request.POST if request.method == "POST" else None
    form = TogetherForm(post, user=request.user, initial={"questions": proposed(rows)})
    if request.method == "POST" and form.is_valid():
        made = PracticeSession(occasion=_TOGETHER, mode=PracticeSession.Mode.LIVE, role=role, started_at=timezone.now())
        session = begin_with(made, form.cleaned_data["questions"], owner=request.user)
        return redirect("practice:together_seen", session.pk)
    ticked = {str(value) for value in form["questions"].value() or ()}
    context = {"form": form, "role_form": chosen, "picks": picks_of(rows, ticked), **STATION}
    return render(request, "practice/together.html", context)


@require_http_methods(["GET", "POST"])
def together_turn(request: SignedInRequest, pk: int) -> HttpResponse:
    """One question, for the one who asks: read it out, listen, rate and note."""
    rows = Answer.objects.owned_by(request.user).filter(session__occasion=_TOGETHER)
    answer = get_object_or_404(rows.select_related("session", "question"), pk=pk)
    sitting = sitting_of(answer.session)
    rating, post = rating_of(answer), request.POST if request.method == "POST" else None
    form = PartnerForm(post, initial={"author_name": rating.author_name or sitting.partner, "notes": answer.notes})
    scales = RatingForm(post, instance=rating, optional=True)
    if request.method == "POST" and form.is_valid() and scales.is_valid():
        _keep(answer, form, scales)
        following = sitting_of(answer.session).next
        if following is None:
            messages.success(request, _("That was the last question. Talk about it while it is fresh."))
        return redirect("practice:together_turn", following.pk) if following else redirect(_seen(answer))
    context = {"answer": answer, "sitting": sitting, "form": form, "scales": scales, **STATION}
    return render(request, "practice/together_turn.html", context)


@require_safe
def together_seen(request: SignedInRequest, pk: int) -> HttpResponse:
    """How it went: ratings and notes, question by question; before that, where to begin."""
    return render(request, "practice/together_seen.html", {"sitting": sitting_of(_own(request, pk)), **STATION})


@require_safe
def together_sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    """The same on paper: every question with the rubric and room for notes."""
    context = {"sitting": sitting_of(_own(request, pk)), "rubric": RUBRIC, **STATION}
    return render(request, "practice/together_sheet.html", context)


def _questions(user: User, role: Role | None) -> QuerySet[Question]:
    """Those of the role first, then the general ones, type by type."""
    rows = Question.objects.open_to(user).for_role(role).select_related("role")
    return rows.order_by(F("role").desc(nulls_last=True), "kind", "position", "pk")


def _own(request: SignedInRequest, pk: int) -> PracticeSession:
    rows = PracticeSession.objects.owned_by(request.user).filter(occasion=_TOGETHER)
    return get_object_or_404(rows.select_related("role"), pk=pk)


def _keep(answer: Answer, form: PartnerForm, scales: RatingForm) -> None:
    rating = None if scales.is_left_out else scales.save(commit=False)
    if rating:
        rating.author_name = form.cleaned_data["author_name"]
    write_down(answer, rating, notes=form.cleaned_data["notes"], now=timezone.now())


def _seen(answer: Answer) -> str:
    return reverse("practice:together_seen", args=[answer.session_id])
