"""Reviews by counselors: the writer asks and takes back, the reviewer reads, comments and returns."""

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
from kit.review_forms import VerdictForm
from resumes.actions.asking import ask, give_back
from resumes.forms.reviewing import AskForm, CommentForm, OnFindingForm
from resumes.models import ReviewComment, ReviewRequest
from resumes.page.version import page_of
from resumes.views.versions import own_version

_STATION = {"station": "apply"}


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Ask a counselor to read this version; asking lets them read this one and no other."""
    version = own_version(request.user, pk, number)
    asked = ReviewRequest(version=version, asked_by=request.user)
    form = AskForm(request.POST if request.method == "POST" else None, instance=asked, people=counselors())
    if request.method == "POST" and form.is_valid() and _asked(form):
        messages.success(request, _("Asked. You are told when the review comes back."))
        return redirect(version)
    context = {"form": form, "version": version, "anyone": counselors().exists(), **_STATION}
    return render(request, "resumes/request_add.html", context)


@require_POST
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a request back, or put a returned one away: the reviewer can't open the version any more."""
    asked = get_object_or_404(ReviewRequest.objects.owned_by(request.user).select_related("version"), pk=pk)
    asked.close(at=timezone.now())
    messages.success(request, _("Closed. The reviewer can’t open this version any more."))
    return redirect(asked.version)


@require_POST
def resolve(request: SignedInRequest, pk: int) -> HttpResponse:
    """The writer has dealt with a comment, or not after all."""
    comments = ReviewComment.objects.on_documents_of(request.user).select_related("version")
    comment = get_object_or_404(comments, pk=pk)
    if comment.resolved_at:
        comment.reopen()
    else:
        comment.resolve(at=timezone.now())
    return redirect(f"{comment.version.get_absolute_url()}#notes")


@require_safe
@staff_mfa_required
def list(request: SignedInRequest) -> HttpResponse:
    """What was asked of this person and waits."""
    asked = (
        ReviewRequest.objects.for_reviewer(request.user) if is_counselor(request.user) else ReviewRequest.objects.none()
    )
    rows = asked.select_related("version__document", "asked_by").order_by("due_on", "asked_at")
    return render(request, "resumes/request_list.html", {"rows": rows, **_STATION})


@require_safe
@staff_mfa_required
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """The version that was asked about, with room for comments beside every line."""
    asked = _asked_of(request.user, pk)
    comments = [*asked.comments.all()]
    page = page_of(asked.version, comments)
    context = {"asked": asked, "page": page, "comments": comments, "verdict": VerdictForm(), **_STATION}
    return render(request, "resumes/request.html", context)


@require_POST
@staff_mfa_required
def comment(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say something about a place, or about a finding of the program."""
    asked = _asked_of(request.user, pk)
    made = ReviewComment(
        version=asked.version, request=asked, author=request.user, author_name=request.user.name or request.user.email
    )
    if "finding_key" in request.POST:
        form: OnFindingForm | CommentForm = OnFindingForm(request.POST, instance=made)
    else:
        form = CommentForm(request.POST, instance=made, text=asked.version.text)
    if form.is_valid():
        _claim(asked, request.user)
        form.save()
        return redirect(f"{_place(asked)}#c{made.pk}")
    return render(request, "resumes/comment.html", {"form": form, "back": _place(asked), **_STATION}, status=422)


@require_POST
@staff_mfa_required
def comment_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """A comment that was not returned yet can still go."""
    mine = ReviewComment.objects.filter(author=request.user, request__state__in=ReviewRequest.OPEN)
    comment = get_object_or_404(mine.select_related("request"), pk=pk)
    asked = comment.request
    comment.delete()
    return redirect(_place(asked) if asked else "resumes:requests")


@require_POST
@staff_mfa_required
def give(request: SignedInRequest, pk: int) -> HttpResponse:
    """Return the review with a verdict; from now on the writer sees the comments."""
    asked = _asked_of(request.user, pk)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose how it came out."))
        return redirect(_place(asked))
    _claim(asked, request.user)
    give_back(asked, verdict=ReviewRequest.Verdict(form.cleaned_data["verdict"]), now=timezone.now())
    messages.success(request, _("Returned. The writer is told."))
    return redirect("resumes:requests")


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
    rows = ReviewRequest.objects.for_reviewer(user).select_related("version__document__role", "version__posting")
    return get_object_or_404(rows.select_related("asked_by"), pk=pk)


def _claim(asked: ReviewRequest, user: User) -> None:
    if asked.state == ReviewRequest.State.NEW:
        asked.claim(user, at=timezone.now())


def _place(asked: ReviewRequest) -> str:
    return asked.get_absolute_url()
