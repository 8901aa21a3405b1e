"""Certificate files: sent, opened and deleted by their owner alone, for a credential or for a CE credit."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from certifications.actions.files import keep_file, remove_files
from certifications.forms.files import FileForm
from certifications.models import CECredit, EvidenceFile, HeldCredential
from kit.uploads import private_file


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, kind: str, pk: int) -> HttpResponse:
    """Send one file for a credential of one's own, or for a credit."""
    thing = _own(kind, pk, request.user)
    post = request.method == "POST"
    form = FileForm(request.POST if post else None, request.FILES if post else None, kept=thing.files.count())
    if post and form.is_valid():
        keep_file(request.user, thing, file=form.cleaned_data["file"], kind=form.kind)
        messages.success(request, _("The certificate is kept. Only you can open it."))
        return redirect(thing)
    return render(request, "certifications/held/file_add.html", {"form": form, "thing": thing, "station": "qualify"})


@require_safe
def download(request: SignedInRequest, pk: int) -> FileResponse:
    """The file, as a download."""
    evidence = get_object_or_404(EvidenceFile.objects.owned_by(request.user), pk=pk)
    stored = evidence.file
    return private_file(stored.storage, stored.name, name=evidence.name, media_type=evidence.media_type)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask, then delete the file for good."""
    files = EvidenceFile.objects.owned_by(request.user).select_related("held__credential", "credit")
    evidence = get_object_or_404(files, pk=pk)
    thing = evidence.thing
    if request.method == "POST":
        remove_files([evidence])
        messages.success(request, _("The file is deleted."))
        return redirect(thing)
    context = {"evidence": evidence, "thing": thing, "station": "qualify"}
    return render(request, "certifications/held/file_delete.html", context)


def _own(kind: str, pk: int, user: User) -> HeldCredential | CECredit:
    if kind == "credit":
        return get_object_or_404(CECredit.objects.owned_by(user), pk=pk)
    return get_object_or_404(HeldCredential.objects.owned_by(user).select_related("credential"), pk=pk)
