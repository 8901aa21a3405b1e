"""A counselor's view of an answer: its speaker asks and takes back; the reviewer reads, rates, comments, returns."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.counselors import counselors, is_counselor
from accounts.decorators import staff_mfa_required
from accounts.models import User
from accounts.requests import SignedInRequest
from interviews.actions.rating import keep_rating
from interviews.actions.reviewing import ask, give_back
from interviews.forms.rating import RatingForm
from interviews.forms.reviewing import AskForm, CommentForm
from interviews.models import Rating, ReviewComment, ReviewRequest
from interviews.page.notes import private_notes
from interviews.page.reading import reading_of
from interviews.views.feedback import STATION, given_answer
from kit.review_forms import VerdictForm


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask a counselor to look at this answer; asking lets them see this one and no other."""
    answer = given_answer(request.user, pk)
    asked = ReviewRequest(answer=answer, asked_by=request.user)
    form = AskForm(request.POST if request.method == "POST" else None, instance=asked, people=counselors())
    if request.method == "POST" and form.is_valid() and _asked(form):
        messages.success(request, _("Asked. You are told when it comes back."))
        return redirect(f"{answer.get_absolute_url()}#people")
    context = {"form": form, "answer": answer, "anyone": counselors().exists(), "private": private_notes(answer)}
    return render(request, "practice/request_add.html", context | STATION)


@require_POST
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a request back, or put a returned one away: the reviewer can’t open the answer any more."""
    asked = get_object_or_404(ReviewRequest.objects.owned_by(request.user).select_related("answer"), pk=pk)
    asked.close(at=timezone.now())
    messages.success(request, _("Closed. The reviewer can’t open this answer any more."))
    return redirect(f"{asked.answer.get_absolute_url()}#people")


@require_safe
@staff_mfa_required
def list(request: SignedInRequest) -> HttpResponse:
    """What was asked of this person and waits."""
    asked = (
        ReviewRequest.objects.for_reviewer(request.user) if is_counselor(request.user) else ReviewRequest.objects.none()
    )
    rows = asked.select_related("answer", "asked_by").order_by("due_on", "asked_at")
    return render(request, "practice/request_list.html", {"rows": rows, **STATION})


@require_safe
@staff_mfa_required
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """The answer that was asked about, with the rubric and room for comments."""
    return _page(request, _asked_of(request.user, pk))


@require_POST
@staff_mfa_required
def take(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take it, so that who asked sees that it is being looked at."""
    asked = _asked_of(request.user, pk)
    _claim(asked, request.user)
    return redirect(asked)


@require_POST
@staff_mfa_required
def comment(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say something about a place, or about the whole."""
    asked = _asked_of(request.user, pk)
    made = ReviewComment(answer=asked.answer, request=asked, author=request.user, author_name=_name(request.user))
    form = CommentForm(request.POST, instance=made, text=asked.answer.text)
    if not form.is_valid():
        return _page(request, asked, form=form)
    _claim(asked, request.user)
    form.save()
    return redirect(f"{asked.get_absolute_url()}#c{made.pk}")


@require_POST
@staff_mfa_required
def comment_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """A comment that was not returned yet can still go."""
    mine = ReviewComment.objects.filter(author=request.user, request__state__in=ReviewRequest.OPEN)
    found = get_object_or_404(mine.select_related("request"), pk=pk)
    asked = found.request
    found.delete()
    return redirect(asked or "practice:requests")


@require_POST
@staff_mfa_required
def request_rate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Rate it on the five dimensions; until it is returned, the last rating counts."""
    asked = _asked_of(request.user, pk)
    form = RatingForm(request.POST, instance=_rating(asked, request.user))
    if not form.is_valid():
        return _page(request, asked, rating=form)
    _claim(asked, request.user)
    keep_rating(form.instance, now=timezone.now())
    messages.success(request, _("Kept. The speaker sees it once you return the review."))
    return redirect(asked)


@require_POST
@staff_mfa_required
def give(request: SignedInRequest, pk: int) -> HttpResponse:
    """Return it with a verdict; from now on its speaker sees the rating and the comments."""
    asked = _asked_of(request.user, pk)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, verdict=form)
    _claim(asked, request.user)
    give_back(asked, verdict=ReviewRequest.Verdict(form.cleaned_data["verdict"]), now=timezone.now())
    messages.success(request, _("Returned. They are told."))
    return redirect("practice:requests")


def _page(
    request: SignedInRequest,
    asked: ReviewRequest,
    *,
    form: CommentForm | None = None,
    rating: RatingForm | None = None,
    verdict: VerdictForm | None = None,
) -> HttpResponse:
    comments = [*asked.comments.all()]
    context = {
        "asked": asked,
        "reading": reading_of(asked.answer.text, comments),
        "form": form or CommentForm(text=asked.answer.text),
        "rating": rating or RatingForm(instance=_rating(asked, request.user)),
        "verdict": verdict or VerdictForm(),
        **STATION,
    }
    return render(request, "practice/request.html", context, status=422 if form or rating or verdict else 200)


def _asked(form: AskForm) -> bool:
    """Ask; where the same was asked in the same moment, say so."""
    try:
        ask(form.instance)
    except IntegrityError:
        form.add_error(None, AskForm.asked_already)
        return False
    return True


def _asked_of(user: User, pk: int) -> ReviewRequest:
    """A request that this person may work on: asked by name, still open, and they are still a counselor."""
    if not is_counselor(user):
        return get_object_or_404(ReviewRequest.objects.none(), pk=pk)
    rows = ReviewRequest.objects.for_reviewer(user).select_related("answer__question", "asked_by")
    return get_object_or_404(rows, pk=pk)


def _claim(asked: ReviewRequest, user: User) -> None:
    if asked.state == ReviewRequest.State.NEW:
        asked.claim(user, at=timezone.now())


def _rating(asked: ReviewRequest, user: User) -> Rating:
    """What was rated so far, or a rating to begin with."""
    kept = asked.ratings.first()
    made = Rating(
        answer=asked.answer, rater=Rating.Rater.COUNSELOR, request=asked, author=user, author_name=_name(user)
    )
    return kept or made


def _name(user: User) -> str:
    return (user.name or user.email)[:80]
