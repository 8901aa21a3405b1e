"""A mentor without an account: one answer, to read or hear, to rate and to comment, by a link that ends."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import models
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from interviews.actions.rating import keep_rating
from interviews.forms.rating import RatingForm
from interviews.forms.reviewing import CommentForm, LinkForm
from interviews.models import MentorLink, Rating, ReviewComment
from interviews.page.notes import private_notes
from interviews.page.reading import reading_of
from interviews.views.feedback import STATION, given_answer
from interviews.views.recordings import answer_recording_response
from kit.http import unlisted
from kit.limits import within_limit

# Comments and ratings by one link in an hour: more than anyone writes by hand.
MOST_AN_HOUR = 60


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make a link to one answer: for whom, until when, and whether with the recording."""
    answer = given_answer(request.user, pk)
    post = request.POST if request.method == "POST" else None
    made, now = MentorLink(answer=answer), timezone.now()
    form = LinkForm(post, instance=made, now=now, recorded=hasattr(answer, "recording"))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The link is made. Copy it below, and send it to the person it is for."))
        return redirect(f"{answer.get_absolute_url()}#people")
    context = {"form": form, "answer": answer, "private": private_notes(answer), **STATION}
    return render(request, "practice/link_add.html", context)


@require_POST
def revoke(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a link back: from now on it opens nothing. What was said by it stays."""
    link = get_object_or_404(MentorLink.objects.owned_by(request.user).select_related("answer"), pk=pk)
    link.revoke(at=timezone.now())
    messages.success(request, _("The link is taken back. It opens nothing any more."))
    return redirect(f"{link.answer.get_absolute_url()}#people")


@login_not_required
@require_http_methods(["GET", "POST"])
@never_cache
def mentor(request: HttpRequest, token: str) -> HttpResponse:
    """Read the one answer, and say something about it."""
    link = _open(token)
    made = ReviewComment(answer=link.answer, link=link)
    post = request.POST if request.method == "POST" else None
    form = CommentForm(post, instance=made, text=link.answer.text, named=True)
    if request.method == "POST" and form.is_valid() and _has_room(link, form):
        form.save()
        messages.success(request, _("Thank you. Your comment is there."))
        return redirect(link)
    return _page(request, link, form=form)


@login_not_required
@require_POST
@never_cache
def mentor_rate(request: HttpRequest, token: str) -> HttpResponse:
    """Rate it on the five dimensions; sent again, the last rating counts."""
    link = _open(token)
    form = RatingForm(request.POST, instance=_rating(link), named=True)
    if form.is_valid() and _has_room(link, form):
        keep_rating(form.instance, now=timezone.now())
        messages.success(request, _("Thank you. Your rating is kept; you can still change it."))
        return redirect(link)
    return _page(request, link, rating=form)


@login_not_required
@require_safe
@never_cache
def mentor_recording(request: HttpRequest, token: str) -> HttpResponse:
    """The recording, where its speaker ticked it."""
    link = get_object_or_404(_links().filter(with_recording=True, answer__recording__isnull=False), token=token)
    return unlisted(answer_recording_response(link.answer.recording, request))


def _page(
    request: HttpRequest, link: MentorLink, *, form: CommentForm | None = None, rating: RatingForm | None = None
) -> HttpResponse:
    comments = [*link.comments.order_by("start", "pk")]
    kept = _rating(link)
    names = [comment.author_name for comment in comments]
    name = kept.author_name or (names[-1] if names else "")
    context = {
        "link": link,
        "reading": reading_of(link.answer.text, comments),
        "form": form or CommentForm(text=link.answer.text, named=True),
        "rating": rating or RatingForm(instance=kept, named=True, initial={"author_name": name}),
        "author_name": name,
        "hears": link.with_recording and hasattr(link.answer, "recording"),
    }
    return unlisted(render(request, "practice/mentor.html", context))


def _links() -> "models.QuerySet[MentorLink]":
    links = MentorLink.objects.open(timezone.now()).filter(answer__session__owner__is_active=True)
    return links.select_related("answer__question", "answer__recording")


def _open(token: str) -> MentorLink:
    return get_object_or_404(_links(), token=token)


def _rating(link: MentorLink) -> Rating:
    """What was rated by this link, or a rating to begin with."""
    kept = link.ratings.first()
    return kept or Rating(answer=link.answer, rater=Rating.Rater.MENTOR, link=link)


def _has_room(link: MentorLink, form: BaseForm) -> bool:
    if within_limit("answer-mentor", str(link.pk), most=MOST_AN_HOUR, seconds=3600, now=timezone.now()):
        return True
    form.add_error(None, _("Very much was sent by this link already. Try again in an hour."))
    return False
