"""A version on its way out: PDF, DOCX, JSON Resume, plain text, and its review as PDF."""

import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from resumes.actions.sending import import_json
from resumes.export.content import Content, content_of, plain_text
from resumes.export.docx import docx
from resumes.export.json_resume import to_json_resume
from resumes.export.names import file_name
from resumes.export.pdf import pdf
from resumes.export.styles import STYLES
from resumes.forms.exports import ExportForm, ImportForm
from resumes.models import Version
from resumes.page.printed import review_pdf
from resumes.review.parsed import Parsed
from resumes.review.understanding import understand
from resumes.views.versions import own_version

_STATION = {"station": "apply"}
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
}


@require_safe
def export(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Choose a form and a style; with both chosen, the file."""
    version = own_version(request.user, pk, number)
    if not version.is_readable:
        raise Http404
    form = ExportForm(request.GET or None)
    if form.is_valid():
        return _file(version, form.cleaned_data["form"], form.cleaned_data["style"])
    return render(request, "resumes/export.html", {"form": form, "version": version, **_STATION})


@require_safe
def printed(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """The review as PDF, to take to someone."""
    version = own_version(request.user, pk, number)
    data = review_pdf(version, today=timezone.localdate())
    if data is None:
        raise Http404
    return _download(data, file_name(name=version.document.title, kind="review", employer="", ending="pdf"), "pdf")


@require_http_methods(["GET", "POST"])
def bring(request: SignedInRequest) -> HttpResponse:
    """Bring in a JSON Resume from another program."""
    post = request.method == "POST"
    form = ImportForm(request.POST if post else None, request.FILES if post else None, user=request.user)
    if post and form.is_valid():
        version = import_json(request.user, form.cleaned_data["text"], now=timezone.now())
        messages.success(request, _("Your resume is here, and reviewed."))
        return redirect(version)
    return render(request, "resumes/import.html", {"form": form, **_STATION})


def _file(version: Version, form: str, style: str) -> HttpResponse:
    document = version.read_document
    parsed = understand(document, version.document.engine_kind)
    content = content_of(document, parsed)
    name = _file_name(version, content, form)
    title = " ".join(part for part in (content.name, version.document.get_kind_display()) if part)
    look = STYLES[style]
    if form == "pdf":
        data = pdf(content, look, title=title, is_letter=version.document.is_letter)
    elif form == "docx":
        data = docx(content, look, title=title)
    elif form == "json":
        data = _json(version, parsed)
    else:
        data = plain_text(content).replace("\t", "    ").encode()
    return _download(data, name, form)


def _json(version: Version, parsed: Parsed) -> bytes:
    plain = to_json_resume(version.read_document, parsed)
    return json.dumps(plain, ensure_ascii=False, indent=2).encode()


def _file_name(version: Version, content: Content, form: str) -> str:
    kind = "Cover-Letter" if version.document.is_letter else "Resume"
    employer = version.posting.employer if version.posting else ""
    return file_name(name=content.name, kind=kind, employer=employer, ending=form)


def _download(data: bytes, name: str, form: str) -> HttpResponse:
    response = HttpResponse(data, content_type=_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
