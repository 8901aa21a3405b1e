"""One version: its review, what the writer answers, changes, and other versions beside it."""

from django.conf import settings
from django.contrib import messages
from django.forms import BaseForm
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.counselors import counselors
from accounts.models import User
from accounts.requests import SignedInRequest
from kit.limits import within_limit
from kit.uploads import private_file
from resumes.actions.answering import answer_finding, take_answer_back
from resumes.actions.reviewing import role_terms
from resumes.actions.sending import change_words, keep_ad, review_again, send_words
from resumes.actions.sending import restore as restore_version
from resumes.actions.sending import tailor as tailor_version
from resumes.forms.documents import SourceForm
from resumes.forms.versions import AnswerForm, CompareForm, LineForm, SentForm, TailorForm, TextForm
from resumes.models import Document, ReviewComment, Version
from resumes.page.comparison import comparison
from resumes.page.version import page_of

_STATION = {"station": "apply"}
# Reading costs a second of the machine at the most; nobody writes this many versions in an hour.
MOST_AN_HOUR = 120


@require_safe
def detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """The newest version of a document."""
    newest = Version.objects.owned_by(request.user).filter(document_id=pk).order_by("-number").first()
    if newest is None:
        raise Http404
    return redirect(newest)


@require_safe
def version(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """A version as it was read, with what there is to say about it."""
    found = own_version(request.user, pk, number)
    comments = ReviewComment.objects.on_documents_of(request.user).filter(version=found)
    page = page_of(found, [*comments.select_related("request")])
    people = {
        "asked": [*found.requests.select_related("asked_of")],
        "links": [*found.mentor_links.all()],
        "anyone": counselors().exists(),
        "now": timezone.now(),
        "base_url": settings.BASE_URL,
        "sent": [*found.sent.all()] if found.posting_id else [],
        "sent_form": SentForm(),
    }
    return render(request, "resumes/version.html", {"page": page, "source": SourceForm(), **people, **_STATION})


@require_http_methods(["GET", "POST"])
def text(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Change the text in place; what is saved is a new version, reviewed at once."""
    found = own_version(request.user, pk, number)
    post = request.method == "POST"
    form = TextForm(request.POST if post else None, initial={"text": found.text})
    if post and form.is_valid() and within_hour(request, form):
        data = form.cleaned_data
        made = change_words(found, data["text"], note=data["note"], now=timezone.now())
        messages.success(request, _("Saved as version %(number)d and reviewed.") % {"number": made.number})
        return redirect(made)
    terms = role_terms(found.document)
    context = {"form": form, "page": page_of(found, []), "version": found, "verbs": terms.verbs if terms else ()}
    return render(request, "resumes/text.html", context | _STATION)


@require_POST
def line(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Change one line where it stands."""
    found = own_version(request.user, pk, number)
    form = LineForm(request.POST, text=found.text)
    if form.is_valid() and within_hour(request, form):
        made = change_words(found, form.changed(), now=timezone.now())
        messages.success(request, _("The line is changed, and the whole is reviewed again."))
        return redirect(f"{made.get_absolute_url()}#sheet")
    # What was typed is kept: the whole text opens with the new line in view.
    typed = request.POST.get("line", "")
    context = {"form": form, "typed": typed, "version": found, **_STATION}
    return render(request, "resumes/line.html", context, status=409)


@require_POST
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another file, or another text, as the next version."""
    document = get_object_or_404(Document.objects.owned_by(request.user), pk=pk)
    form = SourceForm(request.POST, request.FILES)
    if form.is_valid() and within_hour(request, form):
        made = send_words(document, form.cleaned_data, now=timezone.now())
        return redirect(made)
    return render(request, "resumes/file.html", {"form": form, "document": document, **_STATION})


@require_POST
def review(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Look at the same words anew, or read a file that could not be read for the moment."""
    found = own_version(request.user, pk, number)
    review_again(found, now=timezone.now())
    if found.is_readable:
        messages.success(request, _("Reviewed again."))
    return redirect(found)


@require_POST
def answer(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Fixed, or not for me: remembered for later versions too; sent again without an answer, it is taken back."""
    found = own_version(request.user, pk, number)
    form = AnswerForm(request.POST)
    if form.is_valid():
        answer_finding(found.document, key=form.cleaned_data["key"], answer=form.cleaned_data["answer"])
    elif key := request.POST.get("key", "")[:200]:
        take_answer_back(found.document, key=key)
    return redirect(f"{found.get_absolute_url()}#notes")


@require_POST
def restore(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """An earlier version becomes the newest one again; nothing in between is lost."""
    made = restore_version(own_version(request.user, pk, number), now=timezone.now())
    words = _("Version %(old)d is back, as version %(new)d.")
    messages.success(request, words % {"old": number, "new": made.number})
    return redirect(made)


@require_http_methods(["GET", "POST"])
def tailor(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """A version for one ad: held against what it asks for."""
    found = own_version(request.user, pk, number)
    form = TailorForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid() and within_hour(request, form):
        data = form.cleaned_data
        posting = data.get("posting") or keep_ad(
            request.user, data["text"], title=data["title"], role=found.document.role
        )
        made = tailor_version(found, posting, now=timezone.now())
        messages.success(
            request, _("This is now your version for that ad. Below is what it asks for, and what you show.")
        )
        return redirect(made)
    return render(request, "resumes/tailor.html", {"form": form, "version": found, **_STATION})


@require_safe
def compare(request: SignedInRequest, pk: int) -> HttpResponse:
    """Two versions side by side: findings gone, findings new, and what changed in the text."""
    document = get_object_or_404(Document.objects.owned_by(request.user), pk=pk)
    form = CompareForm(request.GET or None, document=document)
    sides = None
    if form.is_valid():
        sides = comparison(form.cleaned_data["old"], form.cleaned_data["new"])
    context = {"form": form, "document": document, "sides": sides, **_STATION}
    return render(request, "resumes/compare.html", context)


@require_safe
def download(request: SignedInRequest, pk: int, number: int) -> FileResponse:
    """The file that was sent, as it was sent."""
    found = own_version(request.user, pk, number)
    if not found.file:
        raise Http404
    stored = found.file
    return private_file(stored.storage, stored.name, name=found.file_name, media_type=found.media_type)


def own_version(user: User, pk: int, number: int) -> Version:
    """A version of one's own, with what its page needs."""
    versions = Version.objects.owned_by(user).select_related(
        "document__role", "document__occupation", "document__resume", "posting"
    )
    return get_object_or_404(versions, document_id=pk, number=number)


def within_hour(request: SignedInRequest, form: BaseForm) -> bool:
    """Whether this hour still has room; if not, the form says so."""
    now = timezone.now()
    if within_limit("documents", str(request.user.pk), most=MOST_AN_HOUR, seconds=3600, now=now):
        return True
    form.add_error(None, _("You sent very many versions in this hour. Go on in the next one; nothing is lost."))
    return False
