"""Courses out of a table: looked through first, then kept all together."""

from collections.abc import Collection, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from certifications.actions.importing_credits import add_credits
from certifications.forms.csv import COLUMNS, ConfirmForm, ImportForm, Preview, preview_of
from certifications.ledger.marks import asked_marks
from certifications.marks import DIMENSIONS, MARKS
from certifications.models import CECredit, HeldCredential
from kit import csv_tables

_STATION = {"station": "qualify"}
# As many as the counting of one cycle takes.
MOST_KEPT = 5000
_SHOWN = 50
_EXAMPLE = ["Pharmacy law update", "State association", "2026-10-12", "1", "hours", "", "T; law; live", ""]


@require_http_methods(["GET", "POST"])
def import_file(request: SignedInRequest) -> HttpResponse:
    """Choose a file, look through its rows, keep them."""
    helds = _helds(request.user)
    if request.method == "POST" and "text" in request.POST:
        return _confirmed(request, helds)
    initial = {"serves": [str(held.pk) for held in helds if held.is_held]}
    post = request.method == "POST"
    form = ImportForm(request.POST if post else None, request.FILES if post else None, helds=helds, initial=initial)
    if post and form.is_valid():
        text, serves = form.cleaned_data["file"], form.cleaned_data.get("serves", [])
        try:
            return _preview(request, text, serves, _read(request.user, text, helds, serves))
        except csv_tables.TableError as error:
            form.add_error("file", str(error))
    context = {"form": form, "columns": COLUMNS, "marks": _marks(), **_STATION}
    return render(request, "certifications/ce/import_file.html", context)


@require_safe
def template(request: SignedInRequest) -> HttpResponse:  # noqa: ARG001
    """A table to fill in, with one course as an example."""
    head = [names[0] for names in COLUMNS.values()]
    response = HttpResponse(csv_tables.csv_text([head, _EXAMPLE]), content_type=csv_tables.MEDIA_TYPE)
    response["Content-Disposition"] = 'attachment; filename="courses-template.csv"'
    return response


def _confirmed(request: SignedInRequest, helds: Sequence[HeldCredential]) -> HttpResponse:
    """Read the text once more, as the ledger is now, and keep every course or none."""
    form = ConfirmForm(request.POST, helds=helds)
    if not form.is_valid():
        messages.error(request, _("The rows could not be read again. Choose the file once more."))
        return redirect("ce:import_file")
    text, serves = form.cleaned_data["text"], form.cleaned_data["serves"]
    try:
        preview = _read(request.user, text, helds, serves)
    except csv_tables.TableError as error:
        messages.error(request, str(error))
        return redirect("ce:import_file")
    if preview.bad or not preview.good:
        return _preview(request, text, serves, preview)
    number = add_credits([(row.credit, row.helds) for row in preview.good if row.credit])
    words = ngettext("%(number)d course is written down.", "%(number)d courses are written down.", number)
    messages.success(request, words % {"number": number})
    return redirect("ce:list")


def _preview(request: SignedInRequest, text: str, serves: Sequence[str], preview: Preview) -> HttpResponse:
    context = {
        "preview": preview,
        "text": text,
        "serves": serves,
        "shown": preview.good[:_SHOWN],
        "more": max(0, len(preview.good) - _SHOWN),
        **_STATION,
    }
    return render(request, "certifications/ce/import_preview.html", context)


def _read(user: User, text: str, helds: Sequence[HeldCredential], serves: Collection[str]) -> Preview:
    known = [*CECredit.objects.owned_by(user)]
    asked = asked_marks(helds, today=timezone.localdate())
    preview = preview_of(text, owner=user, helds=helds, serves=serves, known=known, asked=asked)
    if len(known) + len(preview.good) > MOST_KEPT:
        words = _("You have %(known)d courses here, and 5,000 is the most. Leave out what no renewal needs any more.")
        raise csv_tables.TableError(words % {"known": len(known)})
    return preview


def _helds(user: User) -> Sequence[HeldCredential]:
    helds = HeldCredential.objects.owned_by(user).select_related("credential")
    return [held for held in helds if held.stage != HeldCredential.Stage.GIVEN_UP]


def _marks() -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """The marks with what they mean, by dimension."""
    return [
        (str(label), [(tag, str(words)) for tag, words in MARKS[dimension].items()])
        for dimension, label in DIMENSIONS.items()
    ]
