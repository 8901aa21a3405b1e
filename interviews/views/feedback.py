"""Feedback on an answer: rate it oneself first, read it, say what is not true, try again."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.counselors import counselors
from accounts.models import User
from accounts.requests import SignedInRequest
from interviews.actions.disagreeing import disagree, take_back
from interviews.actions.drafting import DraftError
from interviews.actions.rating import keep_rating
from interviews.actions.repeating import repeat
from interviews.actions.rereading import read_again
from interviews.actions.retrying import RetryError, begin_again, try_again
from interviews.feedback import ENGINE, carrying
from interviews.forms.feedback import MarksForm, NotTrueForm, RetryForm
from interviews.forms.rating import RatingForm
from interviews.models import Answer, PracticeSession, Rating, ReviewRequest
from interviews.page.feedback import page_of
from interviews.page.notes import find_note, quote_of
from interviews.turns import turns_of

STATION = {"station": "interview"}


@require_safe
def feedback(request: SignedInRequest, pk: int) -> HttpResponse:
    """What can be said about an answer; its speaker rates it first."""
    if sitting := _sitting(request.user, pk):
        return redirect("practice:together_seen", sitting)
    answer = given_answer(request.user, pk)
    if not (answer.unrated_at or getattr(answer, "is_rated", False)):
        return redirect("practice:rate", answer.pk)
    return _shown(request, answer, RetryForm(initial={"text": answer.text}))


@require_http_methods(["GET", "POST"])
def rate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Rate one's own answer on the rubric, or go on without; both once, before the feedback is shown."""
    answer = given_answer(request.user, pk)
    if answer.unrated_at or getattr(answer, "is_rated", False):
        return redirect(answer)
    post = request.method == "POST"
    if post and "skip" in request.POST:
        answer.leave_unrated(at=timezone.now())
        return redirect(answer)
    own = Rating(answer=answer, rater=Rating.Rater.SELF, author=request.user)
    form = RatingForm(request.POST if post else None, instance=own)
    if post and form.is_valid():
        keep_rating(form.instance, now=timezone.now())
        # Whoever is sure of an answer, or not, hears of it later or sooner.
        repeat(answer.question, owner=request.user, now=timezone.now())
        return redirect(answer)
    return render(request, "practice/rate.html", {"answer": answer, "form": form, **STATION})


@require_POST
def not_true(request: SignedInRequest, pk: int) -> HttpResponse:
    """Set a note aside as untrue, or let it stand again."""
    answer = given_answer(request.user, pk)
    form = NotTrueForm(request.POST)
    result = carrying.from_plain(answer.feedback.result)
    note = (
        find_note(result, code=form.cleaned_data["code"], start=form.cleaned_data["start"]) if form.is_valid() else None
    )
    if note:
        say_so = take_back if form.cleaned_data["undo"] else disagree
        say_so(answer, code=note.code, quote=quote_of(note, answer.text))
    return redirect(f"{answer.get_absolute_url()}#next")


@require_POST
def reread(request: SignedInRequest, pk: int) -> HttpResponse:
    """Read the same words anew, where the program has learned since."""
    answer = given_answer(request.user, pk)
    if answer.feedback.engine != ENGINE:
        read_again(answer, now=timezone.now())
        messages.success(request, _("Read again, with what the program has learned since."))
    return redirect(answer)


@require_POST
def retry(request: SignedInRequest, pk: int) -> HttpResponse:
    """The next try at the same question: handed in at once, or opened to be written, recorded and timed."""
    answer = given_answer(request.user, pk)
    form = RetryForm(request.POST)
    if not form.is_valid():
        return _shown(request, answer, form, status=422)
    text, now = form.cleaned_data["text"], timezone.now()
    try:
        go_on = try_again if form.cleaned_data["give"] else begin_again
        return redirect(go_on(answer, text=text, now=now))
    except (DraftError, RetryError) as trouble:
        form.add_error(None, str(trouble))
    return _shown(request, answer, form, status=422)


def _sitting(user: User, pk: int) -> int | None:
    """The sitting of two in which it was told; there no program listened."""
    rows = Answer.objects.owned_by(user).filter(session__occasion=PracticeSession.Occasion.TOGETHER)
    told = rows.filter(pk=pk, feedback__isnull=True)
    return told.values_list("session", flat=True).first()


def given_answer(user: User, pk: int) -> Answer:
    """An answer of this person's that was handed in and has feedback, with whether they rated it themselves."""
    rated = Exists(Rating.objects.filter(answer=OuterRef("pk"), rater=Rating.Rater.SELF))
    rows = Answer.objects.owned_by(user).given().filter(feedback__isnull=False).annotate(is_rated=rated)
    return get_object_or_404(rows.select_related("session", "question", "feedback", "recording", "story"), pk=pk)


def _shown(request: SignedInRequest, answer: Answer, form: RetryForm, *, status: int = 200) -> HttpResponse:
    turns = turns_of(answer.session)
    page = page_of(
        answer,
        tries=next(row.tries for row in turns.rows if row.position == answer.position),
        comments=[*answer.comments.shown_to_speaker()],
        ratings=[*answer.ratings.shown_to_speaker()],
        shown=MarksForm(request.GET).shown,
    )
    context = {"page": page, "form": form, "total": turns.total, "after": turns.after(answer.position)}
    context |= _people(answer) | {"recording": getattr(answer, "recording", None)} | STATION
    return render(request, "practice/feedback.html", context, status=status)


def _people(answer: Answer) -> dict[str, Any]:
    """Who was asked about it, and who has a link to it."""
    return {
        "asked": answer.requests.exclude(state=ReviewRequest.State.CLOSED, returned_at=None).select_related("asked_of"),
        "links": answer.mentor_links.all(),
        "anyone": counselors().exists(),
        "now": timezone.now(),
        "base_url": settings.BASE_URL,
    }
