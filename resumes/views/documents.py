"""A person's documents: all of them, a new one, its name, and its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from resumes.actions.keeping import remove_document
from resumes.actions.sending import review_newest, send_words
from resumes.forms.documents import AddForm, DocumentForm
from resumes.listing import listed
from resumes.models import Document
from resumes.views.versions import within_hour

_STATION = {"station": "apply"}


@require_safe
def list(request: SignedInRequest) -> HttpResponse:
    """Resumes and letters, each with its newest version."""
    rows = [*listed(request.user)]
    context = {
        "resumes": [row for row in rows if not row.is_letter],
        "letters": [row for row in rows if row.is_letter],
        **_STATION,
    }
    return render(request, "resumes/list.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    """Send a file or paste a text: it is kept, read and reviewed, and the review is on the screen."""
    post = request.method == "POST"
    initial = {"kind": "cover-letter"} if request.GET.get("kind") == "cover-letter" else {}
    form = AddForm(request.POST if post else None, request.FILES if post else None, user=request.user, initial=initial)
    if post and form.is_valid() and within_hour(request, form):
        version = send_words(form.document(), form.cleaned_data, now=timezone.now())
        return redirect(version)
    return render(request, "resumes/add.html", {"form": form, **_STATION})


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """What it is called and is for; the newest version is looked at anew."""
    document = get_object_or_404(Document.objects.owned_by(request.user), pk=pk)
    form = DocumentForm(request.POST if request.method == "POST" else None, instance=document)
    if request.method == "POST" and form.is_valid():
        review_newest(form.save(), now=timezone.now())
        messages.success(request, _("Saved, and the newest version is reviewed with it in mind."))
        return redirect(document)
    return render(request, "resumes/edit.html", {"form": form, "document": document, **_STATION})


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what goes with it, then delete it."""
    document = get_object_or_404(Document.objects.owned_by(request.user), pk=pk)
    if request.method == "POST":
        title = document.title
        remove_document(document)
        messages.success(request, _("“%(name)s” is deleted, with all its versions and files.") % {"name": title})
        return redirect("resumes:list")
    context = {"document": document, "versions": document.versions.count(), **_STATION}
    return render(request, "resumes/delete.html", context)
